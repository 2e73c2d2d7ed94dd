import { TextField, Typography } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';

import { noRefusal, refusalOf } from '../providers/refusal';
import { ConfirmDialog } from './ConfirmDialog';

interface ReasonDialogProps {
  open: boolean;
  question: string;
  /** What follows from it, in a sentence or two. */
  teach?: ReactNode;
  /** What is asked for, and the name under which the server refuses it. */
  label: string;
  field: string;
  help?: string;
  /** The decision stands without words too. */
  isOptional?: boolean;
  confirmLabel: string;
  act: { isBusy: boolean; error: Error | null; forget: () => void };
  onConfirm: (text: string) => void;
  onClose: () => void;
}

/** A decision that needs words: nothing happens until they are there. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    open,
    question,
    teach,
    label,
    field,
    help,
    isOptional = false,
    confirmLabel,
    act,
    onConfirm,
    onClose,
  } = props;
  const [text, setText] = useState('');
  useEffect(() => {
    if (open) setText('');
  }, [open]);
  const refusal = act.error ? refusalOf(act.error, [field]) : noRefusal;
  const close = () => {
    act.forget();
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      question={question}
      confirmLabel={confirmLabel}
      isBusy={act.isBusy || (!isOptional && text.trim() === '')}
      problem={refusal.general}
      onConfirm={() => onConfirm(text.trim())}
      onClose={close}
    >
      {teach && <Typography sx={{ color: 'text.secondary' }}>{teach}</Typography>}
      <TextField
        autoFocus
        required={!isOptional}
        multiline
        minRows={3}
        label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={Boolean(refusal.fields[field])}
        helperText={refusal.fields[field] ?? help}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </ConfirmDialog>
  );
}
