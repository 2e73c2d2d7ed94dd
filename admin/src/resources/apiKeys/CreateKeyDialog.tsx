import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { createApiKeyMutation } from '../../providers/accessDocuments';
import { useMe } from '../../providers/me';
import { noRefusal, refusalOf } from '../../providers/refusal';
import { addDays } from '../../shared/addDays';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { CopyButton } from '../../shared/CopyButton';
import { DayField } from '../../shared/form/DayField';
import { FieldProblem } from '../../shared/form/FieldProblem';
import { localDateOf } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { scopesFrom } from './scopes';

const shownFields = ['name', 'scopes', 'expiresOn'];
const usualDays = 90;

interface Made {
  createApiKey: { key: string; apiKey: { id: string; name: string } };
}

/** A key for a script: what it may do, until when. The key itself is shown once, then nobody sees it again. */
export function CreateKeyDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate();
  const abilities = useMe()?.abilities ?? [];
  const groups = scopesFrom(abilities);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  // A key lives in real time: scripts know nothing of a day assumed for practice.
  const [expiresOn, setExpiresOn] = useState<string | null>(() =>
    addDays(localDateOf(Date.now()), usualDays),
  );
  const [made, setMade] = useState<Made['createApiKey'] | null>(null);
  const act = useAct<Made>(createApiKeyMutation, 'app.key.made', (answer) => setMade(answer.createApiKey));
  const refusal = act.error ? refusalOf(act.error, shownFields) : noRefusal;
  const close = () => {
    onClose();
    act.forget();
  };
  const toggle = (scope: string) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  if (made) return <KeyOnce name={made.apiKey.name} value={made.key} onClose={close} />;
  return (
    <ConfirmDialog
      open={open}
      question={translate('app.key.ask')}
      confirmLabel={translate('app.key.make')}
      isBusy={act.isBusy || name.trim() === '' || scopes.length === 0 || !expiresOn}
      problem={refusal.general}
      onConfirm={() => act.run({ input: { name: name.trim(), scopes, expiresOn } })}
      onClose={close}
    >
      <TextField
        autoFocus
        label={translate('app.key.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={Boolean(refusal.fields.name)}
        helperText={refusal.fields.name ?? translate('app.key.nameHelp')}
      />
      <DayField
        label={translate('app.key.expiresOn')}
        value={expiresOn}
        onChange={setExpiresOn}
        required
        error={Boolean(refusal.fields.expiresOn)}
        helperText={refusal.fields.expiresOn}
      />
      <Typography variant="h3" component="p" sx={{ mt: 1 }}>
        {translate('app.key.scopes')}
      </Typography>
      <FieldProblem text={refusal.fields.scopes} />
      {(['reading', 'changing'] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <Box component="fieldset" key={group} sx={{ border: 0, p: 0, m: 0 }}>
              <Box component="legend" sx={{ fontSize: 14, color: 'text.secondary', p: 0, mb: 0.5 }}>
                {translate(`app.key.${group}`)}
              </Box>
              {groups[group].map((scope) => (
                <FormControlLabel
                  key={scope}
                  sx={{ display: 'flex', alignItems: 'flex-start', mr: 0 }}
                  control={
                    <Checkbox
                      size="small"
                      sx={{ py: 0.75 }}
                      checked={scopes.includes(scope)}
                      onChange={() => toggle(scope)}
                    />
                  }
                  label={<Box sx={{ py: 0.625 }}>{translate(`app.action.${scope}`, { _: scope })}</Box>}
                />
              ))}
            </Box>
          ),
      )}
    </ConfirmDialog>
  );
}

/** Closed by its button only: a tap beside it must not lose what cannot be shown again. */
function KeyOnce({ name, value, onClose }: { name: string; value: string; onClose: () => void }) {
  const translate = useTranslate();
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog open fullWidth maxWidth="sm">
      <DialogTitle>{translate('app.key.once', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{translate('app.key.onceTeach')}</Typography>
        <Box
          component="code"
          sx={(theme) => ({
            bgcolor: theme.tokens.ground,
            border: `1px solid ${theme.tokens.hairline}`,
            borderRadius: '8px',
            p: 1.5,
            fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
            overflowWrap: 'anywhere',
            userSelect: 'all',
          })}
        >
          {value}
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <CopyButton
            autoFocus
            variant={isCopied ? 'outlined' : 'contained'}
            label={translate('app.key.copy')}
            text={() => value}
            onCopied={() => setCopied(true)}
          />
          <Button variant={isCopied ? 'contained' : 'text'} onClick={onClose}>
            {translate('app.key.stored')}
          </Button>
        </Box>
      </DialogContent>
    </Dialog>
  );
}
