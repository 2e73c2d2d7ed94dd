import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import type { UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { InvitationSheet } from '../../../providers/types';

export type ReadSheet = UseMutationResult<InvitationSheet, Error, File>;

/** Chooses a workbook and has it read; nothing is invited by it. */
export function SheetButton({ read }: { read: ReadSheet }) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<UploadFileOutlined />}
        disabled={read.isPending}
        onClick={() => input.current?.click()}
      >
        {translate(read.isPending ? 'app.invite.reading' : 'app.invite.chooseFile')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label={translate('app.invite.chooseFile')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) read.mutate(file);
          // The same file, mended meanwhile, may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
