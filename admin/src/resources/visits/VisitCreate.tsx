import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useCreate, useGetOne, useNotify, useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { Household, Visit, VisitResult } from '../../providers/types';
import { FieldProblem } from '../../shared/form/FieldProblem';
import { MomentField } from '../../shared/form/DayField';
import { TopicChips } from '../../shared/form/TopicChips';
import { Panel } from '../../shared/Panel';
import { ProblemNotice } from '../../shared/ProblemNotice';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { useDocumentTitle } from '../../shared/useDocumentTitle';
import { HouseholdPicker } from './HouseholdPicker';
import { NoteField } from './NoteField';
import { PerformerPicker } from './PerformerPicker';
import { ResultChips } from './ResultChips';
import { SkillsChecklist } from './SkillsChecklist';
import { countFields } from './results';
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

/** Where the server's refusal has a field to stand beside. */
const alwaysAsked = ['result', 'visitedAt', 'performerIds', 'note'];
const askedWhenMet = [
  'topics',
  'skills',
  'adults',
  'citizens14',
  ...countFields.map(({ field }) => field as string),
];

function missingIn(draft: VisitDraft): string | null {
  if (draft.result === null) return 'app.visit.needResult';
  return draft.performerIds.length === 0 ? 'app.visit.needPerformer' : null;
}

/** On a phone the button stays in reach of the thumb, however long the page. */
const actionBar = {
  display: 'flex',
  gap: 1,
  position: { xs: 'sticky', sm: 'static' },
  bottom: 0,
  zIndex: 2,
  mx: { xs: -2, sm: 0 },
  px: { xs: 2, sm: 0 },
  py: { xs: 1, sm: 0 },
  bgcolor: { xs: 'background.paper', sm: 'transparent' },
  borderTop: { xs: 1, sm: 0 },
  borderColor: { xs: 'divider' },
} as const;

function VisitForm({ home }: { home: Household }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const now = useBusinessNow();
  const [draft, setDraft] = useState<VisitDraft>(() => emptyDraft(now));
  const [create, { isPending }] = useCreate<Visit>();
  const [refusal, setRefusal] = useState(noRefusal);
  const { fields } = refusal;
  const notice = refusal.general ?? (Object.keys(fields).length > 0 ? 'ra.message.invalid_form' : null);
  const change = (part: Partial<VisitDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isMet = draft.result === 'MET';

  const record = () => {
    const missing = missingIn(draft);
    if (missing) {
      setRefusal({ fields: {}, general: missing });
      return;
    }
    setRefusal(noRefusal);
    void create(
      'visits',
      { data: visitInput(draft, home.id) },
      {
        onSuccess: () => {
          notify('app.visit.recorded', { type: 'success', messageArgs: { name: home.headName } });
          void navigate(`/households/${home.id}/show`);
        },
        onError: (error) =>
          setRefusal(refusalOf(error, isMet ? [...alwaysAsked, ...askedWhenMet] : alwaysAsked)),
      },
    );
  };

  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1.5 }}>
      <ProblemNotice text={notice && translate(notice, { _: notice })} attempt={refusal} />
      <Panel title={translate('app.visit.resultQuestion')}>
        <ResultChips value={draft.result} onChange={(result: VisitResult) => change({ result })} />
        <FieldProblem text={fields.result} />
        <Box sx={{ mt: 1 }}>
          <MomentField
            label={translate('app.field.visitedAt')}
            value={draft.visitedAt}
            onChange={(visitedAt) => change({ visitedAt })}
            problem={fields.visitedAt}
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
            <FieldProblem text={fields.topics} />
          </Panel>
          <Panel title={translate('app.visit.countsQuestion')}>
            <VisitCounters home={home} draft={draft} onChange={change} refused={fields} />
          </Panel>
          <Panel title={translate('app.visit.skillsQuestion')}>
            <SkillsChecklist value={draft.skills} onChange={(skills) => change({ skills })} />
            <FieldProblem text={fields.skills} />
          </Panel>
        </>
      )}
      <Panel title={translate('app.visit.who')}>
        <PerformerPicker
          villageId={home.village.id}
          value={draft.performerIds}
          onChange={(performerIds) => change({ performerIds })}
        />
        <FieldProblem text={fields.performerIds} />
        <NoteField value={draft.note} onChange={(note) => change({ note })} refused={fields.note} />
      </Panel>
      <Box sx={actionBar}>
        <Button
          variant="contained"
          size="large"
          sx={{ flex: { xs: 1, sm: 'none' } }}
          onClick={record}
          disabled={isPending}
        >
          {translate('app.visit.save')}
        </Button>
        <Button onClick={() => void navigate(-1)} sx={{ color: 'text.primary' }}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
