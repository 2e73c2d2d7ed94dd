import { Box, Chip } from '@mui/material';
import { useFormat } from '../useFormat';
import { useTopics } from '../useTopics';

/** Topics as large chips to tap; the hands-on ones come first because they count for "households guided". */
export function TopicChips({
  value,
  onChange,
  label,
}: {
  value: string[];
  onChange: (codes: string[]) => void;
  label: string;
}) {
  const { pick } = useFormat();
  const topics = useTopics();
  const toggle = (code: string) =>
    onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code]);
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {topics.map((topic) => {
        const isOn = value.includes(topic.code);
        return (
          <Chip
            key={topic.code}
            label={`${isOn ? '✓ ' : ''}${pick(topic.nameVi, topic.nameEn)}`}
            clickable
            aria-pressed={isOn}
            color={isOn ? 'primary' : 'default'}
            variant={isOn ? 'filled' : 'outlined'}
            onClick={() => toggle(topic.code)}
            sx={{ height: { xs: 48, sm: 40 }, fontSize: 15 }}
          />
        );
      })}
    </Box>
  );
}
