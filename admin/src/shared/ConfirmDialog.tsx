import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { ProblemNotice } from './ProblemNotice';

interface ConfirmDialogProps {
  open: boolean;
  /** A question that names the thing. */
  question: string;
  confirmLabel: string;
  isBusy?: boolean;
  /** For what needs rows side by side. */
  isWide?: boolean;
  /** Why the last try was refused, unless a field of the dialog says it. */
  problem?: string | null;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** A decision is asked once, in words that name what will happen. */
export function ConfirmDialog({
  open,
  question,
  confirmLabel,
  isBusy,
  isWide,
  problem = null,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const translate = useTranslate();
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth={isWide ? 'md' : 'xs'}>
      <DialogTitle>{question}</DialogTitle>
      {(children || problem) && (
        <DialogContent sx={{ display: 'grid', gap: 1 }}>
          <ProblemNotice text={problem && translate(problem, { _: problem })} />
          {children}
        </DialogContent>
      )}
      <DialogActions sx={{ p: 2, pt: 1 }}>
        <Button onClick={onClose} sx={{ color: 'text.primary' }}>
          {translate('ra.action.cancel')}
        </Button>
        <Button onClick={onConfirm} variant="contained" disabled={isBusy}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
