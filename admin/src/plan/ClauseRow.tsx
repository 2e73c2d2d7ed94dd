import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PlanClause, PlanTarget, PlanTask, ScoreboardIndicator } from '../providers/types';
import { formatDate, formatTarget } from '../shared/format';
import { CellWord } from '../shared/Status';
import { TargetBar } from '../shared/TargetBar';
import { useCellFigure } from '../shared/useCellFigure';
import { useFormat } from '../shared/useFormat';
import { isPart } from './clauses';
import { anchorOf } from './Contents';

interface ClauseRowProps {
  clause: PlanClause;
  depth: number;
  indicators: ScoreboardIndicator[];
}

export function ClauseRow({ clause, depth, indicators }: ClauseRowProps) {
  const isHeading = clause.kind !== 'ITEM';
  return (
    <Box
      id={isPart({ clause, depth }) ? anchorOf(clause) : undefined}
      sx={{
        scrollMarginTop: 96,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 300px' },
        columnGap: 4,
        rowGap: 1,
        py: isHeading ? 1 : 1.25,
        mt: depth === 0 ? 1.5 : 0,
        breakInside: 'avoid',
        '@media print': { gridTemplateColumns: 'minmax(0, 1fr) 260px' },
      }}
    >
      <Box sx={{ pl: { md: Math.max(0, depth - 1) * 2.5 } }}>
        <ClauseText clause={clause} depth={depth} />
      </Box>
      <Box sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
        {clause.targets.map((target) => (
          <LiveTarget
            key={target.id}
            target={target}
            indicator={indicators.find((one) => one.code === target.indicatorCode)}
          />
        ))}
        {clause.tasks.map((task) => (
          <TaskNote key={task.id} task={task} />
        ))}
      </Box>
    </Box>
  );
}

function ClauseText({ clause, depth }: { clause: PlanClause; depth: number }) {
  const translate = useTranslate();
  const heading = depth === 0 ? 'h2' : 'h3';
  return (
    <Box lang="vi">
      <Box
        component={clause.kind === 'ITEM' ? 'p' : heading}
        sx={{
          m: 0,
          fontSize: depth === 0 && clause.kind !== 'ITEM' ? 17 : 15,
          fontWeight: clause.kind === 'ITEM' ? 400 : 600,
          maxWidth: '68ch',
          textWrap: 'pretty',
        }}
      >
        {clause.text}
      </Box>
      {clause.correctedText && (
        <Box component="details" sx={{ fontSize: 14, color: 'text.secondary', mt: 0.5 }}>
          <Box component="summary" sx={{ cursor: 'pointer' }}>
            {translate('app.plan.corrected')}
          </Box>
          <Box sx={{ borderLeft: 2, borderColor: 'divider', pl: 1.5, mt: 0.5 }}>{clause.correctedText}</Box>
        </Box>
      )}
      {clause.kind === 'ITEM' && !clause.quantified && /hầu hết/i.test(clause.text) && (
        <Box sx={{ fontSize: 14, color: 'text.secondary', mt: 0.5 }}>
          ○ {translate('app.plan.notQuantified')}
        </Box>
      )}
    </Box>
  );
}

/** The margin note of a promise: what it asks and where the commune is today. */
function LiveTarget({
  target,
  indicator,
}: {
  target: PlanTarget;
  indicator: ScoreboardIndicator | undefined;
}) {
  const format = useFormat();
  const figure = useCellFigure();
  if (!indicator) return null;
  const { commune } = indicator;
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 14 }}>
        <span>{format.pick(indicator.shortVi, indicator.shortEn)}</span>
        <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {formatTarget(target.comparator, target.targetPercent)}
        </Box>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 1 }}>
        <Box sx={{ fontSize: commune.basisPoints === null ? 15 : 20, fontWeight: 600 }}>
          {figure(commune)}
        </Box>
        <CellWord cell={commune} targetPercent={target.targetPercent} />
      </Box>
      <TargetBar cell={commune} targetPercent={target.targetPercent} />
    </Box>
  );
}

function TaskNote({ task }: { task: PlanTask }) {
  const translate = useTranslate();
  const leads = useUnitNames(task.units.filter((unit) => unit.isLead));
  const others = useUnitNames(task.units.filter((unit) => !unit.isLead));
  return (
    <Box sx={{ fontSize: 14 }}>
      <Box>{task.title}</Box>
      <Box sx={{ color: 'text.secondary' }}>
        {leads && <div>{translate('app.plan.lead', { units: leads })}</div>}
        {others && <div>{translate('app.plan.with', { units: others })}</div>}
        {task.dueOn && <div>{translate('app.plan.due', { date: formatDate(task.dueOn) })}</div>}
        {task.recurrence && (
          <div>{translate(`app.recurrence.${task.recurrence}`, { _: task.recurrence })}</div>
        )}
      </Box>
    </Box>
  );
}

/** Who answers for a task; a long row of villages is said in one word. */
function useUnitNames(units: PlanTask['units']): string {
  const translate = useTranslate();
  const villages = units.filter((unit) => unit.orgUnit.kind === 'VILLAGE');
  const named = villages.length > 3 ? units.filter((unit) => unit.orgUnit.kind !== 'VILLAGE') : units;
  const names = named.map((unit) => unit.orgUnit.name);
  return [
    ...(villages.length > 3 ? [translate('app.plan.villages', { smart_count: villages.length })] : []),
    ...names,
  ].join(', ');
}
