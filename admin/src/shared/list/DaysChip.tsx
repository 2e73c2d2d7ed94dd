import { Box, Chip, Menu } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { DayField } from '../form/DayField';
import { formatDate } from '../format';
import { useFilter } from './useFilter';

/** From–to days for a date or time field; the chip opens two day fields. */
export function DaysChip({
  source,
  label,
  isInstant,
}: {
  source: string;
  label: string;
  isInstant?: boolean;
}) {
  const translate = useTranslate();
  const [value, setValue] = useFilter(source);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const range = (value ?? {}) as { gte?: string; lte?: string };
  const dayOf = (bound: string | undefined) => bound?.slice(0, 10) ?? '';
  const change = (bound: 'gte' | 'lte', day: string) => {
    const time = bound === 'gte' ? 'T00:00:00+07:00' : 'T23:59:59+07:00';
    const next = { ...range, [bound]: day ? day + (isInstant ? time : '') : undefined };
    setValue(next.gte || next.lte ? next : undefined);
  };
  const shown = [dayOf(range.gte), dayOf(range.lte)].map(formatDate);
  const isSet = value !== undefined;
  return (
    <>
      <Chip
        label={isSet ? `${label}: ${shown[0] || '…'} – ${shown[1] || '…'}` : label}
        variant="outlined"
        color={isSet ? 'primary' : 'default'}
        clickable
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        onDelete={isSet ? () => setValue(undefined) : undefined}
        sx={(theme) => ({ bgcolor: isSet ? theme.tokens.accentWash : 'background.paper' })}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { sx: { p: 2, display: 'grid', gap: 1.5, width: 240 } } }}
      >
        {(['gte', 'lte'] as const).map((bound) => (
          <Box key={bound} onKeyDown={(event) => event.stopPropagation()}>
            <DayField
              label={translate(bound === 'gte' ? 'app.list.from' : 'app.list.to')}
              value={dayOf(range[bound]) || null}
              onChange={(day) => change(bound, day ?? '')}
            />
          </Box>
        ))}
      </Menu>
    </>
  );
}
