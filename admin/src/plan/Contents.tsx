import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { PlanClause } from '../providers/types';

/** Room for the frame, the contents and the two columns of the document. */
export const besideDocument = '@media screen and (min-width: 1400px)';

export const anchorOf = (clause: PlanClause): string => `plan-${clause.code}`;

/** The parts of the plan, to go to: above the document, or beside it where there is room. */
export function Contents({ parts }: { parts: PlanClause[] }) {
  const translate = useTranslate();
  return (
    <Box
      component="nav"
      className="no-print"
      aria-label={translate('app.plan.contents')}
      sx={{ mt: 2, [besideDocument]: { position: 'sticky', top: 104, alignSelf: 'start' } }}
    >
      <Box sx={{ fontSize: 14, color: 'text.secondary', fontWeight: 500, mb: 0.5 }}>
        {translate('app.plan.contents')}
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {parts.map((part) => (
          <Box component="li" key={part.id} lang="vi">
            <Box
              component="a"
              href={`#${anchorOf(part)}`}
              sx={{
                display: 'flex',
                alignItems: 'center',
                minHeight: { xs: 48, sm: 36 },
                lineHeight: 1.35,
                fontSize: 14,
                textDecoration: 'none',
                '&:hover': { textDecoration: 'underline' },
              }}
            >
              {part.text}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
