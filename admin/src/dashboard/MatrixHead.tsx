import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import { Box, ButtonBase } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScoreboardIndicator } from '../providers/types';
import { formatTarget } from '../shared/format';
import { useFormat } from '../shared/useFormat';
import type { Ranking } from './ranking';

interface MatrixHeadProps {
  indicators: ScoreboardIndicator[];
  ranking: Ranking;
  onRank: (ranking: Ranking) => void;
}

interface HeadCellProps {
  column: string;
  title: string;
  detail?: string;
  hint?: string;
  align?: 'left' | 'right';
  ranking: Ranking;
  onRank: (ranking: Ranking) => void;
  width?: number | string;
}

function HeadCell({ column, title, detail, hint, align = 'left', ranking, onRank, width }: HeadCellProps) {
  const isRanked = ranking.column === column;
  const Arrow = ranking.descending ? ArrowDownward : ArrowUpward;
  const ariaSort = isRanked ? (ranking.descending ? 'descending' : 'ascending') : 'none';
  return (
    <Box
      component="th"
      scope="col"
      aria-sort={ariaSort}
      sx={{
        width,
        textAlign: align,
        fontWeight: 500,
        fontSize: 14,
        lineHeight: 1.35,
        bgcolor: 'background.paper',
        position: 'sticky',
        top: { xs: 0, lg: 'var(--top-height)' },
        zIndex: 2,
        textWrap: 'balance',
        '&&:first-of-type': { zIndex: 3 },
        '&:last-of-type': { borderTopRightRadius: 10 },
        '@media print': { position: 'static' },
      }}
    >
      <ButtonBase
        title={hint}
        onClick={() => onRank({ column, descending: isRanked ? !ranking.descending : false })}
        sx={{
          font: 'inherit',
          textAlign: align,
          display: 'inline-flex',
          alignItems: 'flex-start',
          gap: 0.25,
          borderRadius: 1,
          color: isRanked ? 'primary.main' : 'text.primary',
        }}
      >
        <span>
          {title}
          {detail && (
            <Box
              component="span"
              sx={{ display: 'block', color: 'text.secondary', fontWeight: 400, fontSize: 13 }}
            >
              {detail}
            </Box>
          )}
        </span>
        {isRanked && <Arrow sx={{ fontSize: 15, mt: '2px' }} />}
      </ButtonBase>
    </Box>
  );
}

export function MatrixHead({ indicators, ranking, onRank }: MatrixHeadProps) {
  const translate = useTranslate();
  const format = useFormat();
  const shared = { ranking, onRank };
  return (
    <thead>
      <tr>
        <HeadCell column="name" title={translate('app.dashboard.village')} width={176} {...shared} />
        {indicators.map((indicator) => (
          <HeadCell
            key={indicator.code}
            column={indicator.code}
            title={format.pick(indicator.shortVi, indicator.shortEn)}
            detail={
              formatTarget(indicator.comparator, indicator.targetPercent) ?? translate('app.status.tracked')
            }
            hint={format.pick(indicator.nameVi, indicator.nameEn)}
            align="right"
            width={98}
            {...shared}
          />
        ))}
        <HeadCell
          column="activity"
          title={translate('app.dashboard.activity')}
          detail={translate('app.dashboard.activityUnit')}
          width={108}
          {...shared}
        />
        <HeadCell column="flags" title={translate('app.dashboard.flags')} {...shared} />
      </tr>
    </thead>
  );
}
