import PrintOutlined from '@mui/icons-material/PrintOutlined';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Box, Button, InputAdornment, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScoreboardIndicator } from '../providers/types';
import { useFormat } from '../shared/useFormat';
import type { Ranking } from './ranking';

interface MatrixToolbarProps {
  ranking: Ranking;
  onRank: (ranking: Ranking) => void;
  search: string;
  onSearch: (text: string) => void;
  indicators: ScoreboardIndicator[];
  count: number;
}

export function MatrixToolbar({ ranking, onRank, search, onSearch, indicators, count }: MatrixToolbarProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1.5 }}>
      <Typography variant="h2" sx={{ mr: 'auto' }}>
        {translate('app.dashboard.matrix')}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: 15 }}>
          {translate('app.dashboard.villageCount', { smart_count: count })}
        </Box>
      </Typography>
      <TextField
        className="no-print"
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        placeholder={translate('app.dashboard.searchVillage')}
        margin="none"
        sx={{ width: { xs: '100%', sm: 200 } }}
        slotProps={{
          htmlInput: { 'aria-label': translate('app.dashboard.searchVillage'), type: 'search' },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchOutlined fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <TextField
        className="no-print"
        select
        value={ranking.column}
        onChange={(event) => onRank({ column: event.target.value, descending: false })}
        label={translate('app.dashboard.rankBy')}
        margin="none"
        sx={{ width: { xs: '100%', sm: 220 } }}
      >
        <MenuItem value="need">{translate('app.dashboard.rankNeed')}</MenuItem>
        <MenuItem value="name">{translate('app.dashboard.rankName')}</MenuItem>
        {indicators.map((indicator) => (
          <MenuItem key={indicator.code} value={indicator.code}>
            {format.pick(indicator.shortVi, indicator.shortEn)}
          </MenuItem>
        ))}
        <MenuItem value="activity">{translate('app.dashboard.activity')}</MenuItem>
        <MenuItem value="flags">{translate('app.dashboard.flags')}</MenuItem>
      </TextField>
      <Button
        className="no-print"
        onClick={() => window.print()}
        startIcon={<PrintOutlined />}
        sx={{ color: 'text.primary', display: { xs: 'none', sm: 'inline-flex' } }}
      >
        {translate('app.print')}
      </Button>
    </Box>
  );
}
