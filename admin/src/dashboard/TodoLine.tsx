import { Box, Link as TextLink } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ScoreboardVillage } from '../providers/types';
import type { Ranking } from './ranking';

/** Cần làm: what the figures ask for today, each leading to the villages it speaks of. */
export function TodoLine({
  villages,
  onRank,
}: {
  villages: ScoreboardVillage[];
  onRank: (ranking: Ranking) => void;
}) {
  const translate = useTranslate();
  const behind = villages.filter((village) => village.flags.some((flag) => flag.severity === 'RED')).length;
  const silent = villages.filter((village) => village.visits30Days === 0).length;
  const todos = [
    { count: behind, key: 'app.todo.behind', ranking: { column: 'flags', descending: true } },
    { count: silent, key: 'app.todo.silent', ranking: { column: 'activity', descending: false } },
  ].filter((todo) => todo.count > 0);
  if (villages.length === 0) return null;
  return (
    <Box
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'baseline', mt: 2 }}
    >
      <Box sx={{ fontWeight: 600 }}>{translate('app.todo.title')}</Box>
      {todos.length === 0 && <Box sx={{ color: 'text.secondary' }}>{translate('app.todo.none')}</Box>}
      {todos.map((todo) => (
        <TextLink
          key={todo.key}
          component="button"
          type="button"
          onClick={() => onRank(todo.ranking)}
          sx={{ font: 'inherit', minHeight: { xs: 44, sm: 'auto' } }}
        >
          {translate(todo.key, { smart_count: todo.count })}
        </TextLink>
      ))}
    </Box>
  );
}
