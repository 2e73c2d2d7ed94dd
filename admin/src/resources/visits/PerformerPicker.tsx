import { Box, Chip } from '@mui/material';
import { useEffect } from 'react';
import { useGetList, useGetOne, useTranslate } from 'react-admin';
import { useMe } from '../../providers/me';
import type { Team } from '../../providers/types';

interface PerformerPickerProps {
  villageId: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Who stood at the door: the members of the village's team, and oneself. */
export function PerformerPicker({ villageId, value, onChange }: PerformerPickerProps) {
  const translate = useTranslate();
  const me = useMe()?.person;
  const { data: teams } = useGetList<Team>('teams', {
    filter: { villageId },
    pagination: { page: 1, perPage: 1 },
  });
  const teamId = teams?.[0]?.id;
  const { data: team } = useGetOne<Team>(
    'teams',
    { id: teamId ?? '', meta: { detail: true } },
    { enabled: teamId !== undefined },
  );
  const members = team?.members.map((member) => member.person) ?? [];
  const isMember = members.some((person) => person.id === me?.id);
  const people = me && !isMember ? [...members, me] : members;

  useEffect(() => {
    // A member of this team who opens the form most likely did the visit; the chip shows it and can be tapped off.
    if (me && isMember && value.length === 0) onChange([me.id]);
    // Only once, when the team is known.
  }, [isMember]);

  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <Box role="group" aria-label={translate('app.field.performers')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {people.map((person) => {
          const isOn = value.includes(person.id);
          return (
            <Chip
              key={person.id}
              clickable
              aria-pressed={isOn}
              label={`${isOn ? '✓ ' : ''}${person.fullName}`}
              color={isOn ? 'primary' : 'default'}
              variant={isOn ? 'filled' : 'outlined'}
              onClick={() => toggle(person.id)}
              sx={{ height: { xs: 48, sm: 40 }, fontSize: 15 }}
            />
          );
        })}
      </Box>
    </Box>
  );
}
