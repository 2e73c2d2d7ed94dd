import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { DossierMonth } from '../../providers/types';
import { formatDate, formatDateTime } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { ResourceList } from '../../shared/list/ResourceList';
import { useFormat } from '../../shared/useFormat';

/** Shown as a share of what was counted; the indicator itself is computed by the server. */
const share = (part: number, whole: number) => (whole === 0 ? null : Math.floor((part * 10_000) / whole));

export function DossierMonthList() {
  const translate = useTranslate();
  const format = useFormat();
  const mayRecord = useMay('dossier:record');
  const record = mayRecord
    ? { label: translate('app.dossier.record'), to: '/dossier-months/create' }
    : undefined;
  const online = (month: DossierMonth) => format.share(share(month.dossiersOnline, month.dossiers));
  const columns: Column<DossierMonth>[] = [
    {
      source: 'endsOn',
      nowrap: true,
      label: translate('app.field.dossierMonth'),
      sortable: true,
      render: (month) => translate('app.dossier.until', { date: formatDate(month.endsOn) }),
    },
    {
      source: 'dossiers',
      label: translate('app.field.dossiers'),
      align: 'right',
      render: (month) => format.number(month.dossiers),
    },
    {
      source: 'dossiersOnline',
      label: translate('app.field.dossiersOnline'),
      align: 'right',
      render: (month) => format.number(month.dossiersOnline),
    },
    { source: 'share', label: translate('app.field.onlineShare'), align: 'right', render: online },
    {
      source: 'onlineUsers',
      label: translate('app.field.onlineUsers'),
      align: 'right',
      render: (month) => format.number(month.onlineUsers),
    },
    {
      source: 'onlineUsersVerified',
      label: translate('app.field.onlineUsersVerified'),
      align: 'right',
      render: (month) => format.number(month.onlineUsersVerified),
    },
    {
      source: 'recordedAt',
      label: translate('app.field.recordedBy'),
      render: (month) => `${month.recordedBy?.fullName ?? ''} ${formatDateTime(month.recordedAt)}`,
    },
  ];
  return (
    <ResourceList<DossierMonth>
      title={translate('app.nav.dossierMonths')}
      intro={translate('app.dossier.intro')}
      columns={columns}
      linkTo={() => null}
      sort={{ field: 'endsOn', order: 'DESC' }}
      action={record}
      empty={{ title: translate('app.dossier.empty'), teach: translate('app.dossier.intro'), action: record }}
      card={(month) => (
        <>
          <Box sx={{ fontWeight: 600 }}>
            {translate('app.dossier.until', { date: formatDate(month.endsOn) })}
          </Box>
          <Box>
            {format.number(month.dossiersOnline)} / {format.number(month.dossiers)} · {online(month)}
          </Box>
        </>
      )}
    />
  );
}
