import AddRounded from '@mui/icons-material/AddRounded';
import RemoveRounded from '@mui/icons-material/RemoveRounded';
import { Box, IconButton } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Refusal } from '../../providers/refusal';
import type { Household } from '../../providers/types';
import { FieldProblem } from '../../shared/form/FieldProblem';
import { countFields } from './results';
import type { VisitDraft } from './visitDraft';

interface VisitCountersProps {
  home: Household;
  draft: VisitDraft;
  onChange: (part: Partial<VisitDraft>) => void;
  refused: Refusal['fields'];
}

interface CounterProps {
  label: string;
  value: number | null;
  /** What the last visit or the roster says, shown beside and never filled in. */
  last: number | null | undefined;
  most: number | null;
  problem: string | undefined;
  onChange: (value: number | null) => void;
}

const largest = 30;

function Counter({ label, value, last, most, problem, onChange }: CounterProps) {
  const translate = useTranslate();
  const limit = most ?? largest;
  const button = { border: 1, borderColor: 'divider', width: 48, height: 48, color: 'text.primary' } as const;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 1,
        rowGap: 0.5,
        py: 0.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 140px', lineHeight: 1.35 }}>
        <Box>{label}</Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {last === null || last === undefined
            ? translate('app.visit.noLast')
            : translate('app.visit.last', { value: String(last) })}
        </Box>
        <FieldProblem text={problem} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <IconButton
          aria-label={translate('app.visit.less', { label })}
          // From "not asked" down to none, and from none back to "not asked".
          onClick={() => onChange(value === null ? 0 : value === 0 ? null : value - 1)}
          sx={button}
        >
          <RemoveRounded />
        </IconButton>
        <Box
          role="status"
          aria-label={label}
          sx={{ minWidth: 56, textAlign: 'center', fontWeight: 600, fontSize: 18 }}
        >
          {value === null ? '—' : value}
          {most !== null && (
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {' / '}
              {most}
            </Box>
          )}
        </Box>
        <IconButton
          aria-label={translate('app.visit.more', { label })}
          onClick={() => onChange((value ?? 0) + 1)}
          disabled={(value ?? 0) >= limit}
          sx={button}
        >
          <AddRounded />
        </IconButton>
      </Box>
    </Box>
  );
}

/** How many people, never who. Each count is bounded by the adults or the citizens of the home, once known. */
export function VisitCounters({ home, draft, onChange, refused }: VisitCountersProps) {
  const translate = useTranslate();
  const totals = { adults: draft.adults ?? home.adults, citizens14: draft.citizens14 ?? home.citizens14 };
  const setTotal = (field: 'adults' | 'citizens14', total: number | null) => {
    const bounded = countFields
      .filter(({ field: count, of }) => of === field && total !== null && (draft[count] ?? 0) > total)
      .map(({ field: count }) => [count, total]);
    onChange({ [field]: total, ...Object.fromEntries(bounded) });
  };
  return (
    <Box>
      {(['adults', 'citizens14'] as const).map((field) => (
        <Counter
          key={field}
          label={translate(`app.field.${field}`)}
          value={draft[field]}
          last={home[field]}
          most={null}
          problem={refused[field]}
          onChange={(total) => setTotal(field, total)}
        />
      ))}
      {countFields.map(({ field, of }) => (
        <Counter
          key={field}
          label={translate(`app.count.${field}`)}
          value={draft[field]}
          last={home.state?.[field]}
          most={totals[of]}
          problem={refused[field]}
          onChange={(value) => onChange({ [field]: value })}
        />
      ))}
    </Box>
  );
}
