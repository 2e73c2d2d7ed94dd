import { Box, Button, Checkbox, FormControlLabel, FormGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { skillCodes } from './results';

/** Five things one adult does unaided. Untouched means not asked; "none of these" is an answer too. */
export function SkillsChecklist({
  value,
  onChange,
}: {
  value: string[] | null;
  onChange: (skills: string[] | null) => void;
}) {
  const translate = useTranslate();
  const toggle = (code: string) => {
    const chosen = value ?? [];
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  };
  const isNone = value !== null && value.length === 0;
  return (
    <>
      <FormGroup>
        {skillCodes.map((code) => (
          <FormControlLabel
            key={code}
            control={<Checkbox checked={value?.includes(code) ?? false} onChange={() => toggle(code)} />}
            label={translate(`app.skill.${code}`)}
            sx={{ minHeight: 48 }}
          />
        ))}
      </FormGroup>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 0.5 }}>
        <Button
          variant="outlined"
          size="small"
          aria-pressed={isNone}
          onClick={() => onChange(isNone ? null : [])}
        >
          {isNone ? '✓ ' : ''}
          {translate('app.visit.noSkills')}
        </Button>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {value === null
            ? translate('app.visit.skillsNotAsked')
            : translate('app.visit.skillsCount', { count: value.length, total: skillCodes.length })}
        </Box>
      </Box>
    </>
  );
}
