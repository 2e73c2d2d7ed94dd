import { Box, Checkbox, FormControlLabel, Radio, RadioGroup, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { query } from '../../providers/client';
import { consentWordingsQuery, recordConsentMutation } from '../../providers/privacyDocuments';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { ConsentPurpose, ConsentWording, Household } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { MomentField } from '../../shared/form/DayField';
import { fromDateTimeInput, toDateTimeInput } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { consentPurposes } from './purposes';

interface GiveConsentProps {
  home: Household;
  onClose: () => void;
  onDone: () => void;
}

/** The wording is read in full to the person; nothing is chosen or ticked beforehand. */
export function GiveConsent({ home, onClose, onDone }: GiveConsentProps) {
  const translate = useTranslate();
  const now = useBusinessNow();
  const [purpose, setPurpose] = useState<ConsentPurpose | null>(null);
  const [giverName, setGiverName] = useState('');
  const [at, setAt] = useState(() => toDateTimeInput(now));
  const [isAgreed, setAgreed] = useState(false);
  const act = useAct(recordConsentMutation, 'app.consent.recordDone', onDone);
  const wording = useWordings().find((one) => one.purpose === purpose);
  const refusal = act.error ? refusalOf(act.error, ['giverName', 'givenAt']) : noRefusal;
  return (
    <ConfirmDialog
      open
      question={translate('app.consent.recordAsk', { name: home.headName })}
      confirmLabel={translate('app.consent.save')}
      isBusy={act.isBusy || !wording || !isAgreed || giverName.trim() === ''}
      problem={refusal.general}
      onConfirm={() =>
        act.run({
          input: {
            householdId: home.id,
            purpose,
            wordingVersion: wording?.version,
            giverName: giverName.trim(),
            givenAt: fromDateTimeInput(at),
          },
        })
      }
      onClose={onClose}
    >
      <RadioGroup
        aria-label={translate('app.consent.purpose')}
        value={purpose}
        onChange={(_event, chosen) => {
          setPurpose(chosen as ConsentPurpose);
          // What was agreed to was another text.
          setAgreed(false);
        }}
      >
        {consentPurposes.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio />}
            label={translate(`app.consentPurpose.${one}`)}
          />
        ))}
      </RadioGroup>
      {wording && (
        <>
          <Box
            component="blockquote"
            sx={(theme) => ({
              m: 0,
              p: 2,
              bgcolor: theme.tokens.ground,
              borderRadius: '8px',
            })}
          >
            {wording.text.split('\n').map((paragraph) => (
              <Box component="p" key={paragraph} sx={{ m: 0, mb: 1 }}>
                {paragraph}
              </Box>
            ))}
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {translate('app.consent.wordingVersion', { version: wording.version })}
            </Typography>
          </Box>
          <TextField
            required
            label={translate('app.consent.giver')}
            helperText={refusal.fields.giverName ?? translate('app.consent.giverHelp')}
            error={Boolean(refusal.fields.giverName)}
            value={giverName}
            autoComplete="off"
            onChange={(event) => setGiverName(event.target.value)}
          />
          <MomentField
            label={translate('app.consent.givenAt')}
            value={at}
            onChange={setAt}
            problem={refusal.fields.givenAt}
          />
          <FormControlLabel
            sx={{ alignItems: 'flex-start', mt: 0.5 }}
            control={
              <Checkbox
                checked={isAgreed}
                onChange={(event) => setAgreed(event.target.checked)}
                sx={{ mt: '-9px' }}
              />
            }
            label={translate('app.consent.agreed')}
          />
        </>
      )}
    </ConfirmDialog>
  );
}

/** The wordings in force; they change with a release. */
function useWordings(): ConsentWording[] {
  const { data } = useQuery({
    queryKey: ['consentWordings'],
    queryFn: () =>
      query<{ consentWordings: ConsentWording[] }>(consentWordingsQuery).then(
        (answer) => answer.consentWordings,
      ),
    staleTime: Infinity,
  });
  return data ?? [];
}
