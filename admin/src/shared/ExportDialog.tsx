import {
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useLogoutIfAccessDenied, useTranslate } from 'react-admin';
import { filterOf, orderFieldOf } from '../providers/buildQuery';
import { mutate } from '../providers/client';
import { noRefusal, refusalOf } from '../providers/refusal';
import type { ExportedFile, ExportFormat } from '../providers/types';
import type { ExportSpec } from './ExportButton';
import { ProblemNotice } from './ProblemNotice';
import { useFormat } from './useFormat';

const formats: ExportFormat[] = ['XLSX', 'CSV'];

/** Asks why, which columns and in what form; then hands the file over and says until when it can be fetched. */
export function ExportDialog({ spec, onClose }: { spec: ExportSpec; onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const { filterValues, sort, total } = useListContext();
  const [reason, setReason] = useState('');
  const [columns, setColumns] = useState<readonly string[]>(spec.columns);
  const [fileFormat, setFileFormat] = useState<ExportFormat>('XLSX');
  const signOutIfExpired = useLogoutIfAccessDenied();
  const {
    mutate: run,
    data,
    error,
    isPending,
  } = useMutation({
    mutationFn: () =>
      mutate<{ file: ExportedFile }>(spec.document, {
        filter: filterOf(filterValues),
        orderBy: sort?.field ? [{ field: orderFieldOf(sort.field), direction: sort.order }] : undefined,
        // All of them means: all that this person may read.
        columns: columns.length === spec.columns.length ? undefined : columns,
        format: fileFormat,
        reason: reason.trim(),
      }).then((answer) => answer.file),
    onSuccess: (file) => window.location.assign(file.path),
    onError: (refused: Error) => signOutIfExpired(refused),
  });
  const refusal = error ? refusalOf(error, ['reason', 'columns']) : noRefusal;
  const toggle = (column: string) =>
    setColumns(
      spec.columns.filter((one) => (one === column ? !columns.includes(one) : columns.includes(one))),
    );
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>
        {translate(data ? 'app.export.ready' : 'app.export.ask', {
          rows: format.number(data?.rows ?? total ?? 0),
        })}
      </DialogTitle>
      {data ? (
        <Ready file={data} />
      ) : (
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <ProblemNotice text={refusal.general && translate(refusal.general, { _: refusal.general })} />
          <Typography sx={{ color: 'text.secondary' }}>{translate('app.export.teach')}</Typography>
          <TextField
            autoFocus
            required
            margin="none"
            label={translate('app.export.reason')}
            helperText={refusal.fields.reason ?? translate('app.export.reasonHelp')}
            error={Boolean(refusal.fields.reason)}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <Box role="group" aria-label={translate('app.export.columns')}>
            <Typography sx={{ fontSize: 14, color: 'text.secondary' }}>
              {translate('app.export.columns')}
            </Typography>
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
              {spec.columns.map((column) => (
                <FormControlLabel
                  key={column}
                  label={translate(`app.exportColumn.${column}`)}
                  control={
                    <Checkbox
                      size="small"
                      checked={columns.includes(column)}
                      onChange={() => toggle(column)}
                    />
                  }
                />
              ))}
            </Box>
          </Box>
          <Box role="group" aria-label={translate('app.export.format')}>
            <Typography sx={{ fontSize: 14, color: 'text.secondary' }}>
              {translate('app.export.format')}
            </Typography>
            <RadioGroup
              row
              value={fileFormat}
              onChange={(_event, next) => setFileFormat(next as ExportFormat)}
            >
              {formats.map((one) => (
                <FormControlLabel
                  key={one}
                  value={one}
                  control={<Radio size="small" />}
                  label={translate(`app.exportFormat.${one}`)}
                />
              ))}
            </RadioGroup>
          </Box>
        </DialogContent>
      )}
      <DialogActions sx={{ p: 2, pt: 1 }}>
        <Button onClick={onClose} sx={{ color: 'text.primary' }}>
          {translate(data ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {!data && (
          <Button
            variant="contained"
            disabled={isPending || reason.trim() === '' || columns.length === 0}
            onClick={() => run()}
          >
            {translate(isPending ? 'app.export.busy' : 'app.export.do')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** The download has begun by itself: the link works once. */
function Ready({ file }: { file: ExportedFile }) {
  const translate = useTranslate();
  return (
    <DialogContent>
      <Typography sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{file.fileName}</Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1 }}>{translate('app.export.readyTeach')}</Typography>
    </DialogContent>
  );
}
