import { Box, Button, Skeleton, TextField, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { foundCommuneMutation, setupQuery } from '../providers/accessDocuments';
import { mutate, query } from '../providers/client';
import { noRefusal, refusalOf, type Refusal } from '../providers/refusal';
import type { Me } from '../providers/types';
import { ProblemNotice } from '../shared/ProblemNotice';
import { DoorFrame } from './DoorFrame';
import { NewPasswordField } from './NewPasswordField';
import { charactersMissing } from './newPassword';
import { emptyFounding, foundingInput, villagesOf, type Founding } from './founding';
import { useEntering } from './useEntering';

/** The first page a server ever shows: one commune, its villages, its administrator. Gone once somebody can sign in. */
export function SetupPage() {
  const translate = useTranslate();
  const enter = useEntering();
  const found = useMutation({
    mutationFn: (founding: Founding) =>
      mutate<{ foundCommune: Me }>(foundCommuneMutation, { input: foundingInput(founding) }).then(
        (answer) => answer.foundCommune,
      ),
    onSuccess: enter,
  });
  const { data: setup, error } = useQuery({
    queryKey: ['setup'],
    queryFn: () => query<{ setup: { isOpen: boolean } }>(setupQuery).then((answer) => answer.setup),
    enabled: !found.isSuccess,
  });
  if (found.isIdle && (error || setup?.isOpen === false)) {
    return (
      <DoorFrame
        title={translate(error ? 'app.error.network' : 'app.setup.closed')}
        teach={translate(error ? 'app.error.safe' : 'app.setup.closedTeach')}
      >
        <Button component={Link} to="/login" variant="outlined">
          {translate('app.join.toSignIn')}
        </Button>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame isWide title={translate('app.setup.title')} teach={translate('app.setup.teach')}>
      {setup || !found.isIdle ? (
        <FoundingForm
          error={found.error}
          isBusy={found.isPending || found.isSuccess}
          onSubmit={found.mutate}
        />
      ) : (
        <Skeleton variant="rounded" height={480} />
      )}
    </DoorFrame>
  );
}

const shownFields = [
  'setupCode',
  'communeName',
  'communeCode',
  'provinceName',
  'provinceCode',
  'villages',
  'fullName',
  'login',
  'password',
];

interface FoundingFormProps {
  error: Error | null;
  isBusy: boolean;
  onSubmit: (founding: Founding) => void;
}

function FoundingForm({ error, isBusy, onSubmit }: FoundingFormProps) {
  const translate = useTranslate();
  const form = useRef<HTMLFormElement>(null);
  // The page is long: what was refused comes to the person, not the other way round.
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const [founding, setFounding] = useState(emptyFounding);
  const refusal = error ? refusalOf(error, shownFields) : noRefusal;
  const set = (part: Partial<Founding>) => setFounding({ ...founding, ...part });
  const field = (name: keyof Founding, help?: string) => (
    <SetupField name={name} founding={founding} refusal={refusal} help={help} onChange={set} />
  );
  const villages = villagesOf(founding.villages);
  const isWhole =
    charactersMissing(founding.password) === 0 &&
    villages.length > 0 &&
    Object.values(founding).every((value: string) => value.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(founding);
  };
  return (
    <Box component="form" ref={form} onSubmit={submit} sx={{ display: 'grid', gap: 3 }}>
      <Part title={translate('app.setup.codeTitle')} teach={translate('app.setup.codeTeach')}>
        {field('setupCode')}
      </Part>
      <Part title={translate('app.setup.communeTitle')} teach={translate('app.setup.communeTeach')}>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 160px' }, gap: 2 }}>
          {field('communeName', 'app.setup.communeNameHelp')}
          {field('communeCode', 'app.setup.communeCodeHelp')}
          {field('provinceName', 'app.setup.provinceNameHelp')}
          {field('provinceCode', 'app.setup.provinceCodeHelp')}
        </Box>
      </Part>
      <Part title={translate('app.setup.villagesTitle')} teach={translate('app.setup.villagesTeach')}>
        <TextField
          label={translate('app.setup.villages')}
          value={founding.villages}
          onChange={(event) => set({ villages: event.target.value })}
          multiline
          minRows={5}
          maxRows={16}
          margin="none"
          size="medium"
          error={Boolean(refusal.fields.villages)}
          helperText={
            refusal.fields.villages ?? translate('app.setup.villageCount', { smart_count: villages.length })
          }
        />
      </Part>
      <Part title={translate('app.setup.adminTitle')} teach={translate('app.setup.adminTeach')}>
        {field('fullName')}
        {field('login', 'app.setup.loginHelp')}
        <NewPasswordField
          label={translate('ra.auth.password')}
          value={founding.password}
          onChange={(password) => set({ password })}
          problem={refusal.fields.password}
        />
      </Part>
      <ProblemNotice
        text={refusal.general && translate(refusal.general, { _: refusal.general })}
        attempt={error}
      />
      <Button type="submit" variant="contained" size="large" disabled={isBusy || !isWhole}>
        {translate(isBusy ? 'app.setup.busy' : 'app.setup.found')}
      </Button>
    </Box>
  );
}

function Part({ title, teach, children }: { title: string; teach: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ borderTop: 1, borderColor: 'divider', pt: 2.5, display: 'grid', gap: 2 }}>
      <Box>
        <Typography variant="h3" component="h2">
          {title}
        </Typography>
        <Typography sx={{ color: 'text.secondary', fontSize: 14 }}>{teach}</Typography>
      </Box>
      {children}
    </Box>
  );
}

interface SetupFieldProps {
  name: keyof Founding;
  founding: Founding;
  refusal: Refusal;
  help?: string;
  onChange: (part: Partial<Founding>) => void;
}

function SetupField({ name, founding, refusal, help, onChange }: SetupFieldProps) {
  const translate = useTranslate();
  const problem = refusal.fields[name];
  return (
    <TextField
      name={name === 'login' ? 'username' : name}
      label={translate(`app.setup.${name}`)}
      value={founding[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
      error={Boolean(problem)}
      helperText={problem ?? (help && translate(help))}
      autoFocus={name === 'setupCode'}
      margin="none"
      size="medium"
      slotProps={{
        htmlInput: {
          autoComplete: name === 'login' ? 'username' : 'off',
          autoCapitalize: name === 'fullName' || name.endsWith('Name') ? 'words' : 'none',
          spellCheck: false,
        },
      }}
    />
  );
}
