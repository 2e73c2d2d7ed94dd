import { Box } from '@mui/material';
import { create } from 'qrcode';
import { memo, useMemo } from 'react';

/** The dark squares of a code as one path, each run of them in a row drawn once. */
function pathOf(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    let start = -1;
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && data[row * size + column] === 1;
      if (isDark && start < 0) start = column;
      if (!isDark && start >= 0) {
        runs.push(`M${start} ${row}h${column - start}v1h-${column - start}z`);
        start = -1;
      }
    }
  }
  return { path: runs.join(''), size };
}

interface QrCodeProps {
  text: string;
  /** What a person who cannot see it is told. */
  label: string;
  /** Width and height, in CSS. */
  size: number | string;
}

const quietModules = 4;

/** Black on white in every theme, with the white margin that cameras need. Made here: the text goes nowhere. */
export const QrCode = memo(function QrCode({ text, label, size }: QrCodeProps) {
  const drawn = useMemo(() => pathOf(text), [text]);
  const side = drawn.size + 2 * quietModules;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`${-quietModules} ${-quietModules} ${side} ${side}`}
      shapeRendering="crispEdges"
      sx={{
        width: size,
        height: size,
        bgcolor: '#fff',
        borderRadius: '4px',
        display: 'block',
        flexShrink: 0,
      }}
    >
      <path d={drawn.path} fill="#000" />
    </Box>
  );
});
