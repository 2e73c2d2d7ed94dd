import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useRefresh } from 'react-admin';
import { inviteAccountsMutation, readInvitationSheetMutation } from '../../../providers/accountDocuments';
import { mutate } from '../../../providers/client';
import type { InvitationBatch, InvitationSheet, IssuedLink } from '../../../providers/types';
import { upload } from '../../../providers/upload';
import { checked, draftsOf, inputOf, isGood, type Draft } from './drafts';

const ask = (drafts: Draft[], dryRun: boolean): Promise<InvitationBatch> =>
  mutate<{ inviteAccounts: InvitationBatch }>(inviteAccountsMutation, {
    rows: drafts.map(inputOf),
    dryRun,
  }).then((answer) => answer.inviteAccounts);

/** The list while it is put right, what the server says about it, and the links of those who were invited. */
export function useInvitations() {
  const refresh = useRefresh();
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [links, setLinks] = useState<IssuedLink[]>([]);
  const [ignoredColumns, setIgnoredColumns] = useState<string[]>([]);
  // A slow answer about a list that has changed since then must not be shown.
  const latest = useRef<Draft[]>([]);

  const check = useMutation({
    mutationFn: async (list: Draft[]) => ({ list, batch: list.length > 0 ? await ask(list, true) : null }),
    onSuccess: ({ list, batch }) => {
      if (batch && latest.current === list) setDrafts(checked(list, batch));
    },
  });
  const change = (next: Draft[]) => {
    latest.current = next;
    setDrafts(next);
    check.mutate(next);
  };

  const read = useMutation({
    mutationFn: async (file: File) => {
      const fileId = await upload('ACCOUNTS_SHEET', file);
      const answer = await mutate<{ readInvitationSheet: InvitationSheet }>(readInvitationSheetMutation, {
        fileId,
      });
      return answer.readInvitationSheet;
    },
    onSuccess: (sheet) => {
      setIgnoredColumns(sheet.ignoredColumns);
      // Asked again at once: as rows of this list, beside those typed before, and with the logins they would get.
      change([...latest.current, ...draftsOf(sheet)]);
    },
  });

  const invite = useMutation({
    mutationFn: async (list: Draft[]) => {
      const good = list.filter(isGood);
      return { list, good, batch: await ask(good, false) };
    },
    onSuccess: ({ list, good, batch }) => {
      const made = batch.rows.flatMap(({ link }) => (link ? [link] : []));
      const isMade = new Set(good.filter((_draft, index) => batch.rows[index]?.link).map(({ key }) => key));
      setLinks((before) => [...before, ...made]);
      change(list.filter(({ key }) => !isMade.has(key)));
      refresh();
    },
  });

  return { drafts, links, ignoredColumns, change, check, read, invite };
}
