import ComputerOutlined from '@mui/icons-material/ComputerOutlined';
import SmartphoneOutlined from '@mui/icons-material/SmartphoneOutlined';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Session } from '../providers/types';
import { formatDateTime } from '../shared/format';
import { useDeviceName } from './useDeviceName';

const isHandheld = (device: string) => /Android|iPhone|iPad/.test(device);

/** One place where somebody is signed in. */
export function SessionRow({ session, action }: { session: Session; action?: ReactNode }) {
  const translate = useTranslate();
  const nameOf = useDeviceName();
  const Icon = isHandheld(session.device) ? SmartphoneOutlined : ComputerOutlined;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Icon sx={{ color: 'text.secondary' }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box>
          <Box component="span" sx={{ fontWeight: 500 }}>
            {nameOf(session.device)}
          </Box>
          {session.isCurrent && (
            <Box component="span" sx={{ color: 'success.main', fontSize: 14, ml: 1, whiteSpace: 'nowrap' }}>
              ● {translate('app.device.this')}
            </Box>
          )}
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {translate('app.device.seen', { at: formatDateTime(session.lastSeenAt) })}
          {session.address && ` · ${session.address}`}
        </Box>
      </Box>
      {action}
    </Box>
  );
}
