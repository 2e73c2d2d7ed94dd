import { Box, Button, GlobalStyles, Paper } from '@mui/material';
import { useGetOne, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import type { DataRequest } from '../../providers/types';
import { formatDate, formatDateTime } from '../../shared/format';
import { PageSkeleton } from '../../shared/PageSkeleton';
import { Problem } from '../../shared/Problem';
import { useCommuneName } from '../../shared/useCommuneName';
import { useDocumentTitle } from '../../shared/useDocumentTitle';
import { useMe } from '../../providers/me';

// While this page is shown: the panel's other prints lie on their side.
const upright = <GlobalStyles styles={{ '@page': { size: 'A4 portrait', margin: '20mm' } }} />;

/** Giấy tiếp nhận: what the citizen takes home, with both dates and two signatures. */
export function DataRequestReceipt() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const {
    data: request,
    error,
    refetch,
  } = useGetOne<DataRequest>('data-requests', {
    id,
    meta: { detail: true },
  });
  const title = translate('app.dataRequest.receiptTitle');
  useDocumentTitle(title);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!request) return <PageSkeleton rows={6} />;
  return (
    <Box sx={{ maxWidth: 760, mx: 'auto' }}>
      {upright}
      <Box className="no-print" sx={{ display: 'flex', gap: 1, mb: 2, justifyContent: 'flex-end' }}>
        <Button component={Link} to={`/data-requests/${id}/show`} sx={{ color: 'text.primary', mr: 'auto' }}>
          {translate('app.dataRequest.back')}
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          {translate('app.print')}
        </Button>
      </Box>
      <Paper
        component="article"
        sx={{
          p: { xs: 2.5, sm: 6 },
          fontSize: 16,
          lineHeight: 1.6,
          '@media print': { p: 0, border: 0, fontSize: 14 },
        }}
      >
        <Letterhead day={request.receivedAt} />
        <Box sx={{ textAlign: 'center', my: 4 }}>
          <Box component="h1" sx={{ m: 0, fontSize: 20, fontWeight: 700 }}>
            {title}
          </Box>
          <Box>{translate('app.dataRequest.receiptAbout')}</Box>
        </Box>
        <Content request={request} />
        <Signatures request={request} />
      </Paper>
    </Box>
  );
}

/** Papers are written in Vietnamese form: the unit on the left, the country's motto on the right. */
function Letterhead({ day }: { day: string }) {
  const translate = useTranslate();
  const communeName = useCommuneName();
  const me = useMe();
  const place = me?.commune?.name ?? '';
  // The committee itself stands in the line above.
  const unit = me?.positions.map(({ orgUnit }) => orgUnit.name).find((name) => !name.includes(place));
  const [date = '', month = '', year = ''] = formatDate(day).split('/');
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '5fr 7fr' },
        gap: 2,
        textAlign: 'center',
        textWrap: 'balance',
      }}
    >
      <Box sx={{ textTransform: 'uppercase' }}>
        <Box>{translate('app.dataRequest.committee', { commune: communeName })}</Box>
        {unit && <Box sx={{ fontWeight: 600 }}>{unit}</Box>}
      </Box>
      <Box>
        <Box sx={{ fontWeight: 600, textTransform: 'uppercase' }}>{translate('app.dataRequest.country')}</Box>
        <Box sx={{ fontWeight: 600 }}>{translate('app.dataRequest.motto')}</Box>
        <Box sx={{ fontStyle: 'italic', mt: 1 }}>
          {translate('app.dataRequest.placeAndDay', { place, day: date, month, year })}
        </Box>
      </Box>
    </Box>
  );
}

function Content({ request }: { request: DataRequest }) {
  const translate = useTranslate();
  const rows: [string, string | null | undefined][] = [
    [translate('app.dataRequest.requester'), request.requesterName],
    [translate('app.dataRequest.contact'), request.requesterContact],
    [translate('app.field.household'), request.household?.headName],
    [translate('app.dataRequest.wants'), translate(`app.dataRequestKind.${request.kind}`)],
    [translate('app.dataRequest.description'), request.description],
    [translate('app.dataRequest.receivedAt'), formatDateTime(request.receivedAt)],
    [translate('app.dataRequest.answerDue'), formatDate(request.answerDueOn)],
    [translate('app.dataRequest.completeDue'), formatDate(request.completeDueOn)],
  ];
  return (
    <>
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Box key={label} sx={{ mb: 1, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {label}: <strong>{value}</strong>
          </Box>
        ))}
      <Box sx={{ mt: 2 }}>{translate('app.dataRequest.receiptPromise')}</Box>
    </>
  );
}

function Signatures({ request }: { request: DataRequest }) {
  const translate = useTranslate();
  const column = (title: string, name: string) => (
    <Box sx={{ textAlign: 'center' }}>
      <Box sx={{ fontWeight: 600, textTransform: 'uppercase' }}>{title}</Box>
      <Box sx={{ fontStyle: 'italic' }}>{translate('app.dataRequest.sign')}</Box>
      <Box sx={{ mt: 9, fontWeight: 600 }}>{name}</Box>
    </Box>
  );
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, mt: 5, breakInside: 'avoid' }}>
      {column(translate('app.dataRequest.requester'), request.requesterName ?? '')}
      {column(translate('app.dataRequest.receiver'), request.recordedBy.fullName)}
    </Box>
  );
}
