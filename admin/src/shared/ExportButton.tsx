import { Button } from '@mui/material';
import type { DocumentNode } from 'graphql';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { useMay, type Action } from '../providers/abilities';
import { ExportDialog } from './ExportDialog';

export interface ExportSpec {
  document: DocumentNode;
  needs: Action;
  /** The columns a file may have, by the server's codes, in its order. */
  columns: readonly string[];
}

/** Takes the list on screen out as a file, as it is filtered. Only for those who may. */
export function ExportButton({ spec }: { spec: ExportSpec }) {
  const translate = useTranslate();
  const mayExport = useMay(spec.needs);
  const { total } = useListContext();
  const [isAsking, setAsking] = useState(false);
  if (!mayExport || !total) return null;
  return (
    <>
      <Button className="no-print" variant="outlined" onClick={() => setAsking(true)}>
        {translate('app.export.do')}
      </Button>
      {isAsking && <ExportDialog spec={spec} onClose={() => setAsking(false)} />}
    </>
  );
}
