import { Box } from '@mui/material';
import { useTheme } from '@mui/material/styles';

const width = 96;
const height = 28;

/** The shape of the last weeks. Its words are given by whoever shows it; a lone point is drawn as a dot. */
export function Sparkline({ values, label, color }: { values: number[]; label: string; color?: string }) {
  const theme = useTheme();
  if (values.length === 0) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const x = (index: number) =>
    values.length === 1 ? width - 3 : 2 + (index * (width - 6)) / (values.length - 1);
  const y = (value: number) => height - 4 - ((value - low) / span) * (height - 8);
  const last = values[values.length - 1] ?? 0;
  const stroke = color ?? theme.palette.text.secondary;
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      sx={{ width, height, display: 'block' }}
    >
      <polyline
        points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}
        fill="none"
        stroke={stroke}
        strokeWidth="1.6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2.6" fill={stroke} />
    </Box>
  );
}

/** Counts per week as small bars; an empty week keeps its place as a hairline. */
export function WeekBars({ values, label }: { values: number[]; label: string }) {
  const theme = useTheme();
  const most = Math.max(1, ...values);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={label}
      viewBox="0 0 56 20"
      sx={{ width: 56, height: 20, display: 'block' }}
    >
      {values.map((value, index) => {
        const tall = value === 0 ? 1 : Math.max(3, (value / most) * 18);
        const step = 56 / Math.max(values.length, 1);
        return (
          <rect
            key={index}
            x={index * step + 1}
            y={20 - tall}
            width={step - 2}
            height={tall}
            rx="1"
            fill={value === 0 ? theme.tokens.none : theme.tokens.accent}
          />
        );
      })}
    </Box>
  );
}
