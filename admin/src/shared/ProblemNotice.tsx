import { Alert } from '@mui/material';
import { useEffect, useRef } from 'react';

interface ProblemNoticeProps {
  text: string | null;
  /** Counts the tries: the notice comes into view after each that fails. */
  attempt?: unknown;
}

/** Why something was not done; it stays until the next try. */
export function ProblemNotice({ text, attempt }: ProblemNoticeProps) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text !== null) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [text, attempt]);
  if (text === null) return null;
  return (
    <Alert ref={notice} severity="error" sx={{ mt: 1, scrollMarginTop: 104 }}>
      {text}
    </Alert>
  );
}
