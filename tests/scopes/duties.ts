/**
 * Who may do what, and how far: written by hand from the plan's division of work (DOMAIN §1, §2) and from nothing
 * else, so that a slip in the server's own table cannot excuse itself.
 *
 *   C  anywhere in the commune     U  in the village or office where the position is held
 *   S  for oneself                 .  not at all
 *
 * Beside each duty stands the name under which the panel is told of it.
 */
import { roles, type Role } from './facts.js';

const table = [
  //                                                 LEA OFF COM CEN FRO MAS COU HEA TLE TME STE CIT ADM
  // Everybody with a position sees the plan and how it goes; the city without small counts.
  ['see the organisations', 'org:read', '             C   C   C   C   C   C   C   C   C   C   C   C   C '],
  ['see the plan', 'plan:read', '                     C   C   C   C   C   C   C   C   C   C   C   C   C '],
  ['see the figures', 'indicator:read', '             C   C   C   C   C   C   C   C   C   C   C   C   C '],
  ['see the warnings', 'flag:read', '                 C   C   C   C   C   C   C   C   C   C   C   C   C '],
  ['see the parameters', 'parameter:read', '          C   C   C   C   C   C   C   C   C   C   C   C   C '],
  ['see small counts', 'figure:small', '              C   C   C   C   C   C   C   C   C   C   C   .   C '],
  // Council, steering committee and city read aggregates: no people.
  ['see the people', 'person:read', '                 C   C   C   C   C   C   .   C   C   C   .   .   C '],
  ['see the teams', 'team:read', '                    C   C   C   C   C   C   .   C   C   C   .   .   C '],
  // Who works at the doors calls them; nobody else needs a whole number.
  ['see whole phones', 'person:phone', '              .   C   .   .   .   .   .   U   U   U   .   .   . '],
  ['keep the list of people', 'person:manage', '      .   C   .   .   .   .   .   .   .   .   .   .   C '],
  ['take people out', 'person:export', '              .   C   .   .   .   .   .   .   .   .   .   .   C '],
  ['keep the teams', 'team:manage', '                 .   C   .   .   .   .   .   .   .   .   .   .   . '],
  // Homes: the commune's four who lead, run, serve and verify; a village's own people.
  ['see the homes', 'household:read', '               C   C   .   C   C   .   .   U   U   U   .   .   . '],
  ['see the visits', 'visit:read', '                  C   C   .   C   C   .   .   U   U   U   .   .   . '],
  ['keep the roster', 'household:manage', '           .   C   .   .   .   .   .   U   U   .   .   .   . '],
  ['verify the roster', 'household:verify', '         .   C   .   .   .   .   .   U   .   .   .   .   . '],
  ['take homes out', 'household:export', '            C   C   .   .   .   .   .   .   .   .   .   .   . '],
  ['record visits', 'visit:record', '                 .   C   .   .   .   .   .   .   U   U   .   .   . '],
  ['record sessions', 'session:record', '             .   C   .   C   .   .   .   .   U   U   .   .   . '],
  ['settle notes', 'visit:settle-note', '             .   C   .   .   .   .   .   .   U   .   .   .   . '],
  // The Center's register.
  ['see the register', 'dossier:read', '              C   C   .   C   C   .   .   .   .   .   .   .   . '],
  ['keep the register', 'dossier:record', '           .   .   .   C   .   .   .   .   .   .   .   .   . '],
  // Personal data as such.
  ['record consents', 'consent:record', '             .   C   .   .   .   .   .   .   U   U   .   .   . '],
  ['see privacy', 'privacy:read', '                   C   C   .   .   .   .   .   .   .   .   .   .   . '],
  ['manage privacy', 'privacy:manage', '              .   C   .   .   .   .   .   .   .   .   .   .   . '],
  ['see incidents', 'incident:read', '                C   C   .   .   .   .   .   .   .   .   .   .   C '],
  ['record incidents', 'incident:record', '           .   C   .   .   .   .   .   .   .   .   .   .   C '],
  ['see the history', 'audit:read', '                 C   C   .   .   .   .   .   .   .   .   .   .   C '],
  // The administrator's desk.
  ['see accounts', 'account:read', '                  .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['manage accounts', 'account:manage', '             .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['manage positions', 'position:manage', '           .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['manage organisations', 'org:manage', '            .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['set parameters', 'parameter:manage', '            .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['set security', 'security:manage', '               .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['view as a role', 'view:as', '                     .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['set the clock', 'clock:set', '                    .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['watch the jobs', 'jobs:watch', '                  .   .   .   .   .   .   .   .   .   .   .   .   C '],
  ['recompute', 'indicator:recompute', '              .   C   .   .   .   .   .   .   .   .   .   .   C '],
  ['hand in files', 'file:upload', '                  .   C   .   .   .   .   .   .   .   .   .   .   C '],
  // An office lends its own positions and gives scripts its own work.
  ['delegate', 'delegation:make', '                   S   S   S   S   S   S   .   S   .   .   .   .   C '],
  ['make keys', 'key:make', '                         S   S   S   S   S   S   .   .   .   .   .   .   S '],
] as const;

export type Duty = (typeof table)[number][0];
export type Mark = 'C' | 'U' | 'S' | '.';

interface DutyRow {
  duty: Duty;
  ability: string;
  marks: Record<Role, Mark>;
}

export const duties: DutyRow[] = table.map(([duty, ability, marks]) => {
  const each = marks.trim().split(/\s+/) as Mark[];
  if (each.length !== roles.length)
    throw new Error(`${duty}: ${each.length} marks for ${roles.length} roles`);
  const byRole = Object.fromEntries(roles.map((role, index) => [role, each[index]!])) as Record<Role, Mark>;
  return { duty, ability, marks: byRole };
});

const byName = new Map(duties.map((row) => [row.duty, row]));

export function dutyRow(duty: Duty): DutyRow {
  return byName.get(duty)!;
}
