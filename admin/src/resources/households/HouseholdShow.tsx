import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { WithHistory } from '../../audit/HistoryTab';
import { useMay } from '../../providers/abilities';
import { verifyHouseholdMutation } from '../../providers/documents';
import type { Household } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { Facts } from '../../shared/Facts';
import { formatDate } from '../../shared/format';
import { Panel, twoColumns } from '../../shared/Panel';
import { ShowPage } from '../../shared/ShowPage';
import { useAct } from '../../shared/useAct';
import { HouseholdConsents } from '../consents/HouseholdConsents';
import { VisitTimeline } from '../visits/VisitTimeline';

export function HouseholdShow() {
  const translate = useTranslate();
  return (
    <ShowPage<Household>
      title={(home) => home.headName}
      subtitle={(home) => (
        <>
          <Link to={`/villages/${home.village.id}`}>{home.village.name}</Link>
          {[home.lane, home.address].filter(Boolean).map((part) => ` · ${part}`)}
        </>
      )}
      actions={(home) => <HouseholdActions home={home} />}
    >
      {(home) => (
        <WithHistory subjectType="household" subjectId={home.id}>
          <Box sx={twoColumns}>
            <Box sx={{ display: 'grid', gap: 2 }}>
              <Panel title={translate('app.household.now')}>
                <HouseholdNow home={home} />
              </Panel>
              <Panel title={translate('app.household.roster')}>
                <Facts
                  facts={[
                    [translate('app.field.code'), home.code],
                    [translate('app.field.kind'), translate(`app.householdKind.${home.kind}`)],
                    [translate('app.field.phone'), home.phone],
                    [translate('app.field.adults'), home.adults ?? translate('app.unknown')],
                    [translate('app.field.citizens14'), home.citizens14 ?? translate('app.unknown')],
                    [
                      translate('app.field.verified'),
                      home.verifiedOn
                        ? `✓ ${formatDate(home.verifiedOn)}`
                        : translate('app.household.unverified'),
                    ],
                    [translate('app.field.removedOn'), formatDate(home.removedOn)],
                  ]}
                />
              </Panel>
              <HouseholdConsents home={home} />
            </Box>
            <Panel title={translate('app.household.visits')}>
              {home.visits?.length ? (
                <VisitTimeline visits={home.visits} />
              ) : (
                <Typography sx={{ color: 'text.secondary' }}>
                  {translate('app.household.noVisits')}
                </Typography>
              )}
            </Panel>
          </Box>
        </WithHistory>
      )}
    </ShowPage>
  );
}

/** What the last visits say. "Not known" is written out, because it is not zero. */
function HouseholdNow({ home }: { home: Household }) {
  const translate = useTranslate();
  const { state } = home;
  const of = (count: number | null | undefined, total: number | null) =>
    count === null || count === undefined ? translate('app.unknown') : `${count} / ${total ?? '?'}`;
  return (
    <Facts
      facts={[
        [translate('app.count.adultsWithSmartphone'), of(state?.adultsWithSmartphone, home.adults)],
        [translate('app.count.adultsWithEpayment'), of(state?.adultsWithEpayment, home.adults)],
        [translate('app.count.vneidLevel2'), of(state?.vneidLevel2, home.citizens14)],
        [translate('app.count.healthBook'), of(state?.healthBook, home.citizens14)],
        [
          translate('app.field.skilled'),
          state?.skilledOn ? `✓ ${formatDate(state.skilledOn)}` : translate('app.household.notYet'),
        ],
        [
          translate('app.field.guided'),
          state?.guidedOn ? `✓ ${formatDate(state.guidedOn)}` : translate('app.household.notYet'),
        ],
        [
          translate('app.field.lastVisit'),
          formatDate(state?.lastVisitOn) || translate('app.household.notVisited'),
        ],
      ]}
    />
  );
}

function HouseholdActions({ home }: { home: Household }) {
  const translate = useTranslate();
  const mayManage = useMay('household:manage');
  const mayVerify = useMay('household:verify');
  const mayRecord = useMay('visit:record');
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, forget } = useAct(verifyHouseholdMutation, 'app.household.verifyDone', () =>
    setAsking(false),
  );
  return (
    <>
      {mayVerify && !home.verifiedOn && (
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {translate('app.household.verify')}
        </Button>
      )}
      {mayManage && (
        <Button component={Link} to={`/households/${home.id}`} variant="outlined">
          {translate('ra.action.edit')}
        </Button>
      )}
      {mayRecord && (
        <Button component={Link} to={`/visits/create?household=${home.id}`} variant="contained">
          {translate('app.visit.record')}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        question={translate('app.household.verifyAsk', { name: home.headName })}
        confirmLabel={translate('app.household.verify')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({ id: home.id })}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      />
    </>
  );
}
