// How a team should be made up: one leader, up to two deputies, three to twelve people. Pure.
import { registerEnumType } from 'type-graphql';
import { MembershipRole, type Membership } from './membership.entity.js';

export const mostDeputies = 2;
const fewestMembers = 3;
const mostMembers = 12;

export enum TeamWarning {
  NO_LEADER = 'NO_LEADER',
  TOO_FEW_MEMBERS = 'TOO_FEW_MEMBERS',
  TOO_MANY_MEMBERS = 'TOO_MANY_MEMBERS',
  TOO_MANY_DEPUTIES = 'TOO_MANY_DEPUTIES',
}
registerEnumType(TeamWarning, {
  name: 'TeamWarning',
  description: 'What is unusual about a team’s composition; a hint, not a refusal',
  valuesConfig: {
    NO_LEADER: { description: 'Nobody leads it' },
    TOO_FEW_MEMBERS: { description: `Fewer than ${fewestMembers} people` },
    TOO_MANY_MEMBERS: { description: `More than ${mostMembers} people` },
    TOO_MANY_DEPUTIES: { description: `More than ${mostDeputies} deputies` },
  },
});

/** What is unusual about a team of these current members. */
export function teamWarnings(members: readonly Pick<Membership, 'role'>[]): TeamWarning[] {
  const count = (role: MembershipRole) => members.filter((member) => member.role === role).length;
  const found: [boolean, TeamWarning][] = [
    [count(MembershipRole.LEADER) === 0, TeamWarning.NO_LEADER],
    [members.length < fewestMembers, TeamWarning.TOO_FEW_MEMBERS],
    [members.length > mostMembers, TeamWarning.TOO_MANY_MEMBERS],
    [count(MembershipRole.DEPUTY) > mostDeputies, TeamWarning.TOO_MANY_DEPUTIES],
  ];
  return found.flatMap(([holds, warning]) => (holds ? [warning] : []));
}

export type Period = Pick<Membership, 'validFrom' | 'validTo'>;

/** Whether a time in a team includes this day. */
export function covers({ validFrom, validTo }: Period, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo > day);
}

/** The most of these periods that run on one and the same day, from this day on. */
export function mostAtOnce(periods: readonly Period[], from: string): number {
  // The number only rises on a day that a period starts.
  const days = [from, ...periods.map(({ validFrom }) => validFrom).filter((day) => day > from)];
  return Math.max(...days.map((day) => periods.filter((period) => covers(period, day)).length));
}

const rank = Object.values(MembershipRole);

/** The leader first, then deputies, then members; within a role in the order given. */
export function byRole<T extends Pick<Membership, 'role'>>(members: readonly T[]): T[] {
  return members.toSorted((a, b) => rank.indexOf(a.role) - rank.indexOf(b.role));
}
