import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Reading } from '../providers/types';
import { formatAgo } from '../shared/ago';
import { formatTime } from '../shared/format';
import { useBusinessNow } from '../shared/useBusinessNow';
import { useFormat } from '../shared/useFormat';
import { useReadingFilterWords } from './useReadingFilterWords';

const dayMs = 86_400_000;

/** "Trần Thị Mai xuất danh sách hộ, 5.020 dòng", with what was asked for and why. */
export function ReadingRow({ reading }: { reading: Reading }) {
  const translate = useTranslate();
  const format = useFormat();
  const now = useBusinessNow();
  const filterWords = useReadingFilterWords();
  const list = translate(`app.readingList.${reading.list}`, { _: reading.list });
  const wanted = filterWords(reading.filter);
  const isRecent = now - Date.parse(reading.at) < dayMs;
  const quiet = [
    isRecent && formatAgo(reading.at, now, format.locale),
    reading.apiKeyId && translate('app.history.channel.API_KEY'),
    reading.device,
    reading.address,
  ].filter(Boolean);
  const time = formatTime(reading.at);
  return (
    <Box
      component="li"
      sx={{
        borderTop: 1,
        borderColor: 'divider',
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '56px minmax(0, 1fr)' },
        columnGap: 1.5,
        px: { xs: 1, sm: 1.5 },
        py: 1,
        breakInside: 'avoid',
      }}
    >
      <Box
        component="time"
        dateTime={reading.at}
        sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}
      >
        {time}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="strong" sx={{ fontWeight: 600 }}>
          {reading.reader?.fullName ?? translate('app.history.nobody.SCREEN')}
        </Box>{' '}
        {translate(`app.reading.did.${reading.kind}`, {
          list: list.toLocaleLowerCase('vi'),
          rows: format.number(reading.rows),
        })}
        {wanted && <Box sx={{ fontSize: 14 }}>{translate('app.reading.asked', { filter: wanted })}</Box>}
        {reading.reason && (
          <Box sx={{ fontSize: 14 }}>{translate('app.reading.reason', { reason: reading.reason })}</Box>
        )}
        <Box sx={{ fontSize: 13, color: 'text.secondary', '@media print': { fontSize: 'inherit' } }}>
          <Box component="span" sx={{ display: { sm: 'none' } }}>
            {time}
            {quiet.length > 0 && ' · '}
          </Box>
          {quiet.join(' · ')}
        </Box>
      </Box>
    </Box>
  );
}
