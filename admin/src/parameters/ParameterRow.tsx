import ExpandLess from '@mui/icons-material/ExpandLess';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { Box, Button, Collapse, IconButton } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMay } from '../providers/abilities';
import type { Parameter, ParameterValue } from '../providers/types';
import { formatDate } from '../shared/format';
import { StatusWord } from '../shared/Status';
import { useFormat } from '../shared/useFormat';
import { DayListsView } from './DayListsView';
import { isDayLists } from './namedDays';
import { ParameterDialog } from './ParameterDialog';
import { useParameterText } from './useParameterText';

/** One parameter with the value of today; opened, every value it had and will have. */
export function ParameterRow({ parameter, onChanged }: { parameter: Parameter; onChanged: () => void }) {
  const translate = useTranslate();
  const { pick } = useFormat();
  const text = useParameterText();
  const mayManage = useMay('parameter:manage');
  const [isOpen, setOpen] = useState(false);
  const [isEntering, setEntering] = useState(false);
  const historyId = useId();
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', breakInside: 'avoid' }}>
      <Box
        onClick={() => setOpen(!isOpen)}
        sx={(theme) => ({
          display: 'grid',
          gridTemplateColumns: 'minmax(0, 1fr) auto',
          columnGap: 1,
          px: { xs: 1.5, sm: 2 },
          py: 1.25,
          cursor: 'pointer',
          '&:hover': { bgcolor: theme.tokens.accentWash },
        })}
      >
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: { sm: 'minmax(0, 1fr) minmax(140px, auto)' },
            columnGap: 2,
            minWidth: 0,
          }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 500 }}>{pick(parameter.title.vi, parameter.title.en)}</Box>
            <Box sx={{ fontSize: 14, color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {[
                translate('app.parameter.since', { date: formatDate(parameter.validFrom) }),
                parameter.legalBasis,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Box>
          </Box>
          <Box sx={{ textAlign: { sm: 'right' }, overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 600 }}>{text(parameter.value, parameter)}</Box>
            <Marks value={parameter} />
          </Box>
        </Box>
        <IconButton
          className="no-print"
          size="small"
          aria-label={translate(isOpen ? 'app.history.close' : 'app.parameter.allValues')}
          aria-expanded={isOpen}
          aria-controls={historyId}
          sx={{ alignSelf: 'start' }}
        >
          {isOpen ? <ExpandLess /> : <ExpandMore />}
        </IconButton>
      </Box>
      <Collapse in={isOpen} id={historyId} unmountOnExit>
        <Box sx={{ px: { xs: 1.5, sm: 2 }, pb: 2 }}>
          <Values parameter={parameter} />
          {mayManage && (
            <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setEntering(true)}>
              {translate('app.parameter.enter')}
            </Button>
          )}
        </Box>
      </Collapse>
      {isEntering && (
        <ParameterDialog
          parameter={parameter}
          onClose={() => setEntering(false)}
          onDone={() => {
            setEntering(false);
            onChanged();
          }}
        />
      )}
    </Box>
  );
}

/** ▲ not yet confirmed by the office; otherwise whether it is what the product came with. */
function Marks({ value }: { value: ParameterValue }) {
  const translate = useTranslate();
  if (!value.isConfirmed)
    return <StatusWord status="ATTENTION" text={translate('app.parameter.unconfirmed')} />;
  if (!value.isDefault) return null;
  return <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{translate('app.parameter.default')}</Box>;
}

function Values({ parameter }: { parameter: Parameter }) {
  const translate = useTranslate();
  const text = useParameterText();
  const newestFirst = [...parameter.history].sort((one, other) =>
    other.validFrom.localeCompare(one.validFrom),
  );
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 14 }}>
      {newestFirst.map((value) => (
        <Box
          component="li"
          key={value.validFrom}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: '200px minmax(90px, auto) minmax(0, 1fr)' },
            columnGap: 2,
            py: 0.75,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ color: 'text.secondary' }}>
            {formatDate(value.validFrom)} –{' '}
            {value.validTo ? formatDate(value.validTo) : translate('app.parameter.onwards')}
          </Box>
          <Box sx={{ fontWeight: 600 }}>{text(value.value, parameter)}</Box>
          <Box sx={{ overflowWrap: 'anywhere' }}>
            {value.legalBasis}
            {isDayLists(value.value) && <DayListsView lists={value.value} />}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
