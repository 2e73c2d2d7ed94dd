import { useMutation } from '@tanstack/react-query';
import type { DocumentNode } from 'graphql';
import { useLogoutIfAccessDenied, useNotify, useRefresh } from 'react-admin';
import { mutate } from '../providers/client';

/** Runs one mutation that is not a form: says what happened, then shows the new state. */
export function useAct<Answer>(document: DocumentNode, doneKey: string, onDone?: (answer: Answer) => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const signOutIfExpired = useLogoutIfAccessDenied();
  const { mutate: run, isPending } = useMutation({
    mutationFn: (variables: Record<string, unknown>) => mutate<Answer>(document, variables),
    onSuccess: (answer) => {
      notify(doneKey, { type: 'success' });
      onDone?.(answer);
      refresh();
    },
    onError: async (error: Error) => {
      if (await signOutIfExpired(error)) return;
      notify(error.message, { type: 'error', messageArgs: { _: error.message } });
    },
  });
  return { run, isBusy: isPending };
}
