import { useMutation } from '@tanstack/react-query';
import type { DocumentNode } from 'graphql';
import { useNotify, useRefresh } from 'react-admin';
import { mutate } from '../providers/client';

/** Runs one mutation that is not a form: says what happened, then shows the new state. */
export function useAct(document: DocumentNode, doneKey: string, onDone?: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const { mutate: run, isPending } = useMutation({
    mutationFn: (variables: Record<string, unknown>) => mutate(document, variables),
    onSuccess: () => {
      notify(doneKey, { type: 'success' });
      onDone?.();
      refresh();
    },
    onError: (error: Error) => notify(error.message, { type: 'error', messageArgs: { _: error.message } }),
  });
  return { run, isBusy: isPending };
}
