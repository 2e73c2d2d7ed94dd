import { Box, Button, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import {
  CreateBase,
  EditBase,
  Form,
  SaveButton,
  useRecordContext,
  useTranslate,
  type CreateBaseProps,
  type EditBaseProps,
} from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { WithHistory } from '../../audit/HistoryTab';
import { useDocumentTitle } from '../useDocumentTitle';
import { PageSkeleton } from '../PageSkeleton';
import { FormProblem } from './FormProblem';

interface FormPageProps {
  title: string;
  /** What happens with what is entered, in one sentence. */
  teach?: string;
  saveLabel?: string;
  /** What the history calls this record; given where it has no page of its own. */
  subjectType?: string;
  children: ReactNode;
}

function FormBody({
  title,
  teach,
  saveLabel,
  subjectType,
  children,
  defaults,
}: FormPageProps & { defaults?: Record<string, unknown> }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  useDocumentTitle(title);
  return (
    <Box sx={{ maxWidth: 680 }}>
      <Typography variant="h1">{title}</Typography>
      {teach && <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{teach}</Typography>}
      <Around subjectType={subjectType}>
        <Form defaultValues={defaults} warnWhenUnsavedChanges disableInvalidFormNotification>
          <FormProblem />
          <Paper sx={{ p: { xs: 2, sm: 3 }, my: 2, display: 'grid', gap: 0.5 }}>{children}</Paper>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <SaveButton label={saveLabel ?? 'ra.action.save'} icon={<></>} alwaysEnable />
            <Button onClick={() => void navigate(-1)} sx={{ color: 'text.primary' }}>
              {translate('ra.action.cancel')}
            </Button>
          </Box>
        </Form>
      </Around>
    </Box>
  );
}

/** The record's history beside its form, where it is asked for and the record is there. */
function Around({ subjectType, children }: { subjectType?: string; children: ReactNode }) {
  const record = useRecordContext();
  if (!subjectType || !record) return children;
  return (
    <WithHistory subjectType={subjectType} subjectId={String(record.id)}>
      {children}
    </WithHistory>
  );
}

type CreatePageProps = FormPageProps & {
  defaults?: Record<string, unknown>;
} & Pick<CreateBaseProps, 'redirect' | 'transform'>;

export function CreatePage({ redirect = 'list', transform, ...body }: CreatePageProps) {
  return (
    <CreateBase redirect={redirect} transform={transform}>
      <FormBody {...body} />
    </CreateBase>
  );
}

// As on the record's page: a row left in the cache by a list lacks what only the single record selects.
const detailOptions = { meta: { detail: true } };

type EditPageProps = FormPageProps & Pick<EditBaseProps, 'redirect' | 'transform'>;

/**
 * Pessimistic: the server may refuse a change made meanwhile by somebody else, and says so beside the field. Nothing
 * can be typed before the record is there: its arrival would put back what was.
 */
export function EditPage({ redirect = 'show', transform, ...body }: EditPageProps) {
  return (
    <EditBase
      loading={<PageSkeleton rows={6} />}
      queryOptions={detailOptions}
      mutationMode="pessimistic"
      redirect={redirect}
      transform={transform}
    >
      <FormBody {...body} />
    </EditBase>
  );
}
