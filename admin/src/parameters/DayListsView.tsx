import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { formatDate } from '../shared/format';
import { useFormat } from '../shared/useFormat';
import { byYear, type DayLists } from './namedDays';

/** Every day of the lists, year by year; what is not announced yet says so. */
export function DayListsView({ lists }: { lists: DayLists }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 1 }}>
      {Object.entries(lists).map(([key, days]) => (
        <Box key={key}>
          <Box sx={{ fontWeight: 500 }}>{translate(`app.parameterList.${key}`, { _: key })}</Box>
          {byYear(days).map(([year, ofYear]) => (
            <Box key={year} component="details" open={ofYear.length < 8} sx={{ mt: 0.5 }}>
              <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary' }}>
                {translate('app.parameter.daysOfYear', { year, smart_count: ofYear.length })}
              </Box>
              {ofYear.map(({ day, name, confirmed }) => (
                <Box
                  key={day}
                  sx={{
                    display: 'grid',
                    gridTemplateColumns: { xs: '96px minmax(0, 1fr)', sm: '96px 96px minmax(0, 1fr)' },
                    columnGap: 1.5,
                    py: 0.25,
                  }}
                >
                  <span>{formatDate(day)}</span>
                  <Box
                    component="span"
                    sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' } }}
                  >
                    {format.weekday(day)}
                  </Box>
                  <span>
                    {name}
                    {!confirmed && (
                      <Box component="span" sx={{ color: 'text.secondary' }}>
                        {' '}
                        ({translate('app.parameter.notAnnounced')})
                      </Box>
                    )}
                  </span>
                </Box>
              ))}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
