import { useMutation } from '@tanstack/react-query';
import type { DocumentNode } from 'graphql';
import { useLogoutIfAccessDenied, useNotify, useRefresh } from 'react-admin';
import { mutate } from '../providers/client';

/**
 * Runs one mutation that is not a form: says what happened, then shows the new state. A refusal is kept, for the
 * dialog that asked to show it; `forget` is called when that dialog goes away.
 */
export function useAct<Answer>(document: DocumentNode, doneKey: string, onDone?: (answer: Answer) => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const signOutIfExpired = useLogoutIfAccessDenied();
  const {
    mutate: run,
    isPending,
    error,
    reset: forget,
  } = useMutation({
    mutationFn: (variables: Record<string, unknown>) => mutate<Answer>(document, variables),
    onSuccess: (answer) => {
      notify(doneKey, { type: 'success' });
      onDone?.(answer);
      refresh();
    },
    onError: (refused: Error) => signOutIfExpired(refused),
  });
  return { run, isBusy: isPending, error, forget };
}
