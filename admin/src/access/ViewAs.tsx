import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { stopViewingMutation, viewAsMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import { becomeMe, useMe } from '../providers/me';
import type { Me } from '../providers/types';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { isVillageRole, roles } from '../shared/roles';
import { useVillages } from '../shared/useVillages';

/** Which role to look as; then every page is asked again as that role sees it. */
export function ViewAsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const villages = useVillages();
  const [role, setRole] = useState<string>('VILLAGE_HEAD');
  const [villageId, setVillageId] = useState('');
  const orgUnitId = isVillageRole(role) ? villageId || villages[0]?.id : undefined;
  const view = useMutation({
    mutationFn: () => mutate<{ viewAs: Me }>(viewAsMutation, { role, orgUnitId }),
    onSuccess: async (answer) => {
      onClose();
      await navigate('/');
      await becomeMe(queryClient, answer.viewAs);
    },
  });
  return (
    <ConfirmDialog
      open={open}
      question={translate('app.viewAs.ask')}
      confirmLabel={translate('app.viewAs.start')}
      isBusy={view.isPending || (isVillageRole(role) && !orgUnitId)}
      problem={view.error?.message}
      onConfirm={() => view.mutate()}
      onClose={() => {
        onClose();
        view.reset();
      }}
    >
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('app.viewAs.teach')}</Typography>
      <TextField
        select
        label={translate('app.field.role')}
        value={role}
        onChange={(event) => setRole(event.target.value)}
      >
        {roles.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`app.role.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {isVillageRole(role) && (
        <TextField
          select
          label={translate('app.field.village')}
          value={orgUnitId ?? ''}
          onChange={(event) => setVillageId(event.target.value)}
          slotProps={{ select: { MenuProps: { slotProps: { paper: { sx: { maxHeight: 420 } } } } } }}
        >
          {villages.map((village) => (
            <MenuItem key={village.id} value={village.id}>
              {village.name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </ConfirmDialog>
  );
}

/** Never to be forgotten while it lasts: whose screens these are, what is missing on them, and the way back. */
export function ViewAsBanner() {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const viewing = useMe()?.viewingAs;
  const stop = useMutation({
    mutationFn: () => mutate<{ stopViewing: Me }>(stopViewingMutation),
    onSuccess: async (answer) => {
      await navigate('/');
      await becomeMe(queryClient, answer.stopViewing);
    },
  });
  if (!viewing) return null;
  const problem = stop.error?.message;
  return (
    <Box
      role="status"
      sx={(theme) => ({
        bgcolor: theme.tokens.accentWash,
        borderBottom: `1px solid ${theme.tokens.hairline}`,
        color: 'primary.main',
        display: 'flex',
        justifyContent: 'center',
        alignItems: 'center',
        columnGap: 1.5,
        fontSize: 14,
        lineHeight: 1.45,
        px: 2,
        py: 0.25,
      })}
    >
      <span>
        {problem
          ? translate(problem, { _: problem })
          : translate('app.viewAs.banner', {
              role: translate(`app.role.${viewing.role}`),
              unit: viewing.orgUnit.name,
            })}
      </span>
      <Button
        size="small"
        className="no-print"
        disabled={stop.isPending}
        onClick={() => stop.mutate()}
        sx={{
          minHeight: { xs: 44, sm: 32 },
          flexShrink: 0,
          fontSize: 14,
          textDecoration: 'underline',
        }}
      >
        {translate('app.viewAs.stop')}
      </Button>
    </Box>
  );
}
