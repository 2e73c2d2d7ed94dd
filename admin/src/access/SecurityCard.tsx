import { Box, Button, Checkbox, FormControlLabel, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { securitySettingsQuery, setSecondFactorRolesMutation } from '../providers/accessDocuments';
import { query } from '../providers/client';
import { Panel } from '../shared/Panel';
import { Problem } from '../shared/Problem';
import { ProblemNotice } from '../shared/ProblemNotice';
import { roles } from '../shared/roles';
import { useAct } from '../shared/useAct';

/** Which roles must give a code from their telephone. */
export function SecurityCard() {
  const translate = useTranslate();
  const {
    data: required,
    error,
    refetch,
  } = useQuery({
    queryKey: ['security-settings'],
    queryFn: () =>
      query<{ securitySettings: { secondFactorRoles: string[] } }>(securitySettingsQuery).then(
        (answer) => answer.securitySettings.secondFactorRoles,
      ),
  });
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={translate('app.security.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('app.security.teach')}</Typography>
      {required ? (
        <Roles key={required.join()} required={required} />
      ) : (
        <Skeleton variant="rounded" height={280} />
      )}
    </Panel>
  );
}

function Roles({ required }: { required: string[] }) {
  const translate = useTranslate();
  const [chosen, setChosen] = useState(required);
  const { run, isBusy, error } = useAct(setSecondFactorRolesMutation, 'app.security.saved');
  const toggle = (role: string) =>
    setChosen(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role]);
  const isSame = chosen.length === required.length && chosen.every((role) => required.includes(role));
  const problem = error?.message ?? null;
  return (
    <>
      <Box
        role="group"
        aria-label={translate('app.security.title')}
        sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mb: 1.5 }}
      >
        {roles.map((role) => (
          <FormControlLabel
            key={role}
            control={<Checkbox size="small" checked={chosen.includes(role)} onChange={() => toggle(role)} />}
            label={translate(`app.role.${role}`)}
          />
        ))}
      </Box>
      <Button variant="outlined" disabled={isBusy || isSame} onClick={() => run({ roles: chosen })}>
        {translate('app.security.save')}
      </Button>
      <ProblemNotice text={problem && translate(problem, { _: problem })} />
    </>
  );
}
