import { MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Parameter } from '../providers/types';
import { useFormat } from '../shared/useFormat';
import { fromTyped, kindOfValue, toTyped } from './parameterValue';

interface PlainValueFieldProps {
  parameter: Parameter;
  /** Undefined while what is typed cannot be read. */
  onChange: (value: unknown) => void;
  refused?: string;
}

/** A number, a yes or no, or a text, typed as people write it. */
export function PlainValueField({ parameter, onChange, refused }: PlainValueFieldProps) {
  const translate = useTranslate();
  const { locale, pick } = useFormat();
  const kind = kindOfValue(parameter.value);
  const [typed, setTyped] = useState(() => toTyped(parameter.value, locale));
  const isUnreadable = typed.trim() !== '' && fromTyped(typed, kind, locale) === undefined;
  const unit = pick(parameter.unit ?? '', parameter.unitEn ?? '');
  return (
    <TextField
      autoFocus
      required
      select={kind === 'boolean'}
      multiline={kind === 'other'}
      minRows={kind === 'other' ? 3 : undefined}
      label={[translate('app.parameter.value'), unit && `(${unit})`].filter(Boolean).join(' ')}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(fromTyped(event.target.value, kind, locale));
      }}
      error={isUnreadable || Boolean(refused)}
      helperText={isUnreadable ? translate('app.parameter.unreadable') : refused}
      slotProps={{ htmlInput: { inputMode: kind === 'number' ? 'decimal' : undefined } }}
    >
      {kind === 'boolean' && [
        <MenuItem key="true" value="true">
          {translate('app.history.yes')}
        </MenuItem>,
        <MenuItem key="false" value="false">
          {translate('app.history.no')}
        </MenuItem>,
      ]}
    </TextField>
  );
}
