import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useMayAt } from '../../providers/abilities';
import { query } from '../../providers/client';
import { householdConsentsQuery, withdrawConsentMutation } from '../../providers/privacyDocuments';
import type { Consent, Household } from '../../providers/types';
import { formatDate } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { ReasonDialog } from '../../shared/ReasonDialog';
import { useAct } from '../../shared/useAct';
import { ConsentState } from './ConsentState';
import { GiveConsent } from './GiveConsent';

/** What this home allowed beyond the public task, and the way to take it back. */
export function HouseholdConsents({ home }: { home: Household }) {
  const translate = useTranslate();
  const mayRecord = useMayAt('consent:record', home.village.id);
  const [isGiving, setGiving] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Consent | null>(null);
  const { data, refetch } = useQuery({
    queryKey: ['households', 'consents', home.id],
    queryFn: () =>
      query<{ household: { consents: Consent[] } | null }>(householdConsentsQuery, { id: home.id }).then(
        (answer) => answer.household?.consents ?? [],
      ),
  });
  const stop = () => setWithdrawing(null);
  const withdraw = useAct(withdrawConsentMutation, 'app.consent.withdrawDone', () => {
    stop();
    void refetch();
  });
  return (
    <Panel title={translate('app.consent.title')}>
      {!data && <Skeleton variant="rounded" height={48} />}
      {data?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.consent.noneHere')}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((consent) => (
          <ConsentLine
            key={consent.id}
            consent={consent}
            onWithdraw={mayRecord && !consent.withdrawnAt ? () => setWithdrawing(consent) : undefined}
          />
        ))}
      </Box>
      {mayRecord && (
        <Button className="no-print" variant="outlined" sx={{ mt: 1.5 }} onClick={() => setGiving(true)}>
          {translate('app.consent.record')}
        </Button>
      )}
      {isGiving && (
        <GiveConsent
          home={home}
          onClose={() => setGiving(false)}
          onDone={() => {
            setGiving(false);
            void refetch();
          }}
        />
      )}
      <ReasonDialog
        open={withdrawing !== null}
        question={translate('app.consent.withdrawAsk', {
          purpose: withdrawing ? translate(`app.consentPurpose.${withdrawing.purpose}`) : '',
          name: home.headName,
        })}
        teach={translate('app.consent.withdrawTeach')}
        label={translate('app.consent.withdrawNote')}
        field="note"
        isOptional
        confirmLabel={translate('app.consent.withdraw')}
        act={withdraw}
        onConfirm={(note) => withdraw.run({ id: withdrawing?.id, note: note || undefined })}
        onClose={stop}
      />
    </Panel>
  );
}

function ConsentLine({ consent, onWithdraw }: { consent: Consent; onWithdraw?: () => void }) {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 220px' }}>
        <Box sx={{ fontWeight: 500 }}>{translate(`app.consentPurpose.${consent.purpose}`)}</Box>
        <Box sx={{ fontSize: 14, color: 'text.secondary' }}>
          {translate('app.consent.givenBy', {
            name: consent.giverName ?? translate('app.dataRequest.anonymised'),
            date: formatDate(consent.givenAt),
            version: consent.wordingVersion,
          })}
          {consent.withdrawalNote && <Box>{consent.withdrawalNote}</Box>}
        </Box>
      </Box>
      <ConsentState consent={consent} />
      {onWithdraw && (
        <Button className="no-print" size="small" onClick={onWithdraw}>
          {translate('app.consent.withdraw')}
        </Button>
      )}
    </Box>
  );
}
