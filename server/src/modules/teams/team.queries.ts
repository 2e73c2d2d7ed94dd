import { loader, type Context } from '../../kernel/index.js';
import { byRole } from './composition.js';
import { Membership } from './membership.entity.js';
import { Team } from './team.entity.js';

/** Who is in this team today: the leader first, then deputies and members, each by name. One statement for all teams asked. */
export function currentMembers(ctx: Context, teamId: string): Promise<Membership[]> {
  return loader<string, Membership[]>(ctx, currentMembers, async (teamIds) => {
    const rows = await ctx.db.em.find(
      Membership,
      {
        teamId: { $in: [...teamIds] },
        validFrom: { $lte: ctx.today },
        $or: [{ validTo: null }, { validTo: { $gt: ctx.today } }],
      },
      { orderBy: [{ personName: 'asc' }, { id: 'asc' }] },
    );
    const byTeam = Map.groupBy(byRole(rows), (membership) => membership.teamId);
    return teamIds.map((id) => byTeam.get(id) ?? []);
  }).load(teamId);
}

/** The team, locked until the transaction ends, so that two changes of one team see each other; null if there is none. */
export async function lockTeam(ctx: Context, id: string): Promise<Team | null> {
  await ctx.db.query('select from team where id = $1 for update', [id]);
  return ctx.db.em.findOne(Team, { id });
}
