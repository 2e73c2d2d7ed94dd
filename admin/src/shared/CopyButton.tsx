import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { Button, type ButtonProps } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { copyText } from './copyText';

interface CopyButtonProps extends Pick<ButtonProps, 'variant' | 'size' | 'autoFocus'> {
  /** Asked for when the button is pressed. */
  text: () => string;
  label: string;
  onCopied?: () => void;
}

/** Copies, and says in its own place that it did. */
export function CopyButton({ text, label, onCopied, ...button }: CopyButtonProps) {
  const translate = useTranslate();
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), 3000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    const isDone = await copyText(text());
    setOutcome(isDone ? 'copied' : 'failed');
    if (isDone) onCopied?.();
  };
  return (
    <Button
      {...button}
      onClick={() => void copy()}
      startIcon={outcome === 'copied' ? <CheckOutlined /> : <ContentCopyOutlined />}
      aria-live="polite"
    >
      {outcome === null ? label : translate(`app.copy.${outcome}`)}
    </Button>
  );
}
