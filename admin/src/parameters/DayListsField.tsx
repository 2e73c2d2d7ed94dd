import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Checkbox, FormControlLabel, IconButton, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DayField } from '../shared/form/DayField';
import { formatDate } from '../shared/format';
import type { DayLists, NamedDay } from './namedDays';

interface DayListsFieldProps {
  value: DayLists;
  onChange: (lists: DayLists) => void;
}

/** Lists of days typed row by row: the day, its name, whether it is announced. */
export function DayListsField({ value, onChange }: DayListsFieldProps) {
  const translate = useTranslate();
  const set = (key: string, days: NamedDay[]) => onChange({ ...value, [key]: days });
  return (
    <>
      {Object.entries(value).map(([key, days]) => (
        <Box component="fieldset" key={key} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
          <Box component="legend" sx={{ fontWeight: 500, p: 0 }}>
            {translate(`app.parameterList.${key}`, { _: key })}
          </Box>
          {days.map((day, row) => (
            <DayRow
              // Rows have no other identity: they are only ever added at the end or taken away.
              key={row}
              value={day}
              onChange={(next) =>
                set(
                  key,
                  days.map((one, at) => (at === row ? next : one)),
                )
              }
              onRemove={() =>
                set(
                  key,
                  days.filter((_, at) => at !== row),
                )
              }
            />
          ))}
          <Button onClick={() => set(key, [...days, { day: '', name: '', confirmed: false }])}>
            {translate('app.parameter.addDay')}
          </Button>
        </Box>
      ))}
    </>
  );
}

interface DayRowProps {
  value: NamedDay;
  onChange: (day: NamedDay) => void;
  onRemove: () => void;
}

function DayRow({ value, onChange, onRemove }: DayRowProps) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', sm: '150px minmax(0, 1fr) auto auto' },
        columnGap: 1,
        alignItems: 'center',
        mb: { xs: 1.5, sm: 0 },
      }}
    >
      <DayField
        label={translate('app.parameter.day')}
        value={value.day || null}
        onChange={(day) => onChange({ ...value, day: day ?? '' })}
      />
      <TextField
        label={translate('app.parameter.dayName')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        sx={{ gridColumn: { xs: '1 / -1', sm: 'auto' }, gridRow: { xs: 2, sm: 'auto' } }}
      />
      <FormControlLabel
        sx={{ gridRow: { xs: 3, sm: 'auto' }, mr: 0 }}
        control={
          <Checkbox
            size="small"
            checked={value.confirmed}
            onChange={(event) => onChange({ ...value, confirmed: event.target.checked })}
          />
        }
        label={translate('app.parameter.announced')}
      />
      <IconButton
        onClick={onRemove}
        aria-label={translate('app.parameter.removeDay', { day: formatDate(value.day) })}
        sx={{ gridRow: { xs: 1, sm: 'auto' }, gridColumn: { xs: 2, sm: 'auto' } }}
      >
        <DeleteOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}
