import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useCreate, useGetOne, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { Household, Visit, VisitResult } from '../../providers/types';
import { MomentField } from '../../shared/form/DayField';
import { TopicChips } from '../../shared/form/TopicChips';
import { Panel } from '../../shared/Panel';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { useDocumentTitle } from '../../shared/useDocumentTitle';
import { HouseholdPicker } from './HouseholdPicker';
import { PerformerPicker } from './PerformerPicker';
import { ResultChips } from './ResultChips';
import { SkillsChecklist } from './SkillsChecklist';
import { emptyDraft, visitInput, type VisitDraft } from './visitDraft';
import { VisitCounters } from './VisitCounters';

/** "Ghi nhận lượt thăm": one page, no steps. Last answers stand beside empty fields and are never filled in. */
export function VisitCreate() {
  const translate = useTranslate();
  const title = translate('app.visit.record');
  useDocumentTitle(title);
  const [params] = useSearchParams();
  const [householdId, setHouseholdId] = useState(params.get('household'));
  const { data: home } = useGetOne<Household>(
    'households',
    { id: householdId ?? '' },
    { enabled: householdId !== null },
  );
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        {title}
      </Typography>
      <HouseholdPicker villageId={params.get('village')} chosen={home} onChoose={setHouseholdId} />
      {home && <VisitForm key={home.id} home={home} />}
    </Box>
  );
}

function VisitForm({ home }: { home: Household }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const now = useBusinessNow();
  const [draft, setDraft] = useState<VisitDraft>(() => emptyDraft(now));
  const [create, { isPending }] = useCreate<Visit>();
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = (part: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isMet = draft.result === 'MET';
  const missing =
    draft.result === null
      ? 'app.visit.needResult'
      : draft.performerIds.length === 0
        ? 'app.visit.needPerformer'
        : null;

  const record = () => {
    if (missing) {
      setRefusal(translate(missing));
      return;
    }
    setRefusal(null);
    void create(
      'visits',
      { data: visitInput(draft, home.id) },
      {
        onSuccess: () => {
          notify('app.visit.recorded', { type: 'success', messageArgs: { name: home.headName } });
          void navigate(`/households/${home.id}/show`);
        },
        onError: (error) => setRefusal(translate((error as Error).message, { _: (error as Error).message })),
      },
    );
  };

  return (
    <Box sx={{ display: 'grid', gap: 2, mt: 2 }}>
      <Panel title={translate('app.visit.resultQuestion')}>
        <ResultChips value={draft.result} onChange={(result: VisitResult) => change({ result })} />
        <Box sx={{ mt: 2 }}>
          <MomentField
            label={translate('app.field.visitedAt')}
            value={draft.visitedAt}
            onChange={(visitedAt) => change({ visitedAt })}
          />
        </Box>
      </Panel>
      {isMet && (
        <>
          <Panel title={translate('app.visit.topicsQuestion')}>
            <TopicChips
              value={draft.topics}
              onChange={(topics) => change({ topics })}
              label={translate('app.field.topics')}
            />
          </Panel>
          <Panel title={translate('app.visit.countsQuestion')}>
            <VisitCounters home={home} draft={draft} onChange={change} />
          </Panel>
          <Panel title={translate('app.visit.skillsQuestion')}>
            <SkillsChecklist value={draft.skills} onChange={(skills) => change({ skills })} />
          </Panel>
        </>
      )}
      <Panel title={translate('app.visit.who')}>
        <PerformerPicker
          villageId={home.village.id}
          value={draft.performerIds}
          onChange={(performerIds) => change({ performerIds })}
        />
        <TextField
          label={translate('app.field.note')}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
          multiline
          minRows={2}
          helperText={translate('app.visit.noteHelp')}
          sx={{ mt: 2 }}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      </Panel>
      {refusal && <Alert severity="error">{refusal}</Alert>}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" size="large" onClick={record} disabled={isPending}>
          {translate('app.visit.save')}
        </Button>
        <Button onClick={() => void navigate(-1)} sx={{ color: 'text.primary' }}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
