import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useScoreboard } from '../../dashboard/useScoreboard';
import type { LagFlag } from '../../providers/types';
import { Facts } from '../../shared/Facts';
import { formatDate, formatDateTime } from '../../shared/format';
import { IndicatorPace } from '../../shared/IndicatorPace';
import { Panel, twoColumns } from '../../shared/Panel';
import { ShowPage } from '../../shared/ShowPage';
import { statusOfSeverity, StatusWord } from '../../shared/Status';
import { useFormat } from '../../shared/useFormat';
import { useEvidence } from './useEvidence';

/** Why a village is warned: the sentence, the figures behind it, and what will end it. */
export function LagFlagShow() {
  const translate = useTranslate();
  const { pick } = useFormat();
  return (
    <ShowPage<LagFlag>
      title={(flag) => flag.village.name}
      subtitle={(flag) => (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
          <StatusWord
            status={statusOfSeverity(flag.severity)}
            text={translate(`app.flagReason.${flag.reason}`)}
          />
          <span>{translate(`app.flagStatus.${flag.status}`)}</span>
        </Box>
      )}
      actions={(flag) => (
        <Button component={Link} to={`/villages/${flag.village.id}`} variant="contained">
          {translate('app.why.toVillage', { name: flag.village.name })}
        </Button>
      )}
    >
      {(flag) => (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <Typography sx={{ fontSize: 18, maxWidth: 760, textWrap: 'pretty' }}>
            {pick(flag.sentenceVi, flag.sentenceEn)}
          </Typography>
          <Box sx={twoColumns}>
            <Panel title={translate('app.flag.evidence')}>
              <Evidence flag={flag} />
            </Panel>
            <Box sx={{ display: 'grid', gap: 2 }}>
              <Panel title={translate('app.flag.history')}>
                <Facts
                  facts={[
                    [translate('app.flag.watched'), formatDate(flag.watchedOn)],
                    [translate('app.flag.opened'), formatDateTime(flag.openedAt)],
                    [translate('app.flag.closed'), formatDateTime(flag.closedAt)],
                  ]}
                />
              </Panel>
              <Panel title={translate('app.flag.whenCloses')}>
                <Typography>
                  {translate(`app.flagCloses.${flag.reason}`, { _: translate('app.flagCloses.BEHIND_PACE') })}
                </Typography>
              </Panel>
            </Box>
          </Box>
          <FlagChart flag={flag} />
        </Box>
      )}
    </ShowPage>
  );
}

function Evidence({ flag }: { flag: LagFlag }) {
  return <Facts facts={useEvidence(flag)} />;
}

function FlagChart({ flag }: { flag: LagFlag }) {
  const { data: scoreboard } = useScoreboard();
  const indicator = scoreboard?.indicators.find((one) => one.code === flag.indicatorCode);
  if (!scoreboard || !indicator) return null;
  return (
    <Box sx={{ maxWidth: 720 }}>
      <IndicatorPace villageId={flag.village.id} indicator={indicator} plan={scoreboard.plan} />
    </Box>
  );
}
