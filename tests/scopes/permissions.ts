/**
 * Who may do what, written by hand from the plan's division of work (docs/domain.md §1) and from nothing else: neither
 * roles.ts nor a policy is read here, so that a slip in them cannot excuse itself.
 *
 *   +  answered, with rows     0  answered, but nothing of it is theirs to see     .  refused
 *
 * "/Tây" asks the same of Thôn Tây, where nobody of this cast lives; without it, of Thôn Đông, whose head, team leader
 * and team member are in the cast.
 */
const columns =
  'NOBODY LEADER OFFICE COMMUNE_OFFICE SERVICE_CENTER FRONT MASS_ORG COUNCIL_MEMBER VILLAGE_HEAD TEAM_LEADER TEAM_MEMBER STEERING_VIEWER CITY_VIEWER ADMIN';

const table = `
                           NOB LEA OFF COM CEN FRO MAS COU HEA TLE TME STE CIT ADM
  me                        +   +   +   +   +   +   +   +   +   +   +   +   +   +

  orgUnits                  .   +   +   +   +   +   +   +   +   +   +   +   +   +
  orgUnit                   .   +   +   +   +   +   +   +   +   +   +   +   +   +
  orgUnit/Tây               .   +   +   +   +   +   +   +   +   +   +   +   +   +
  activePlan                .   +   +   +   +   +   +   +   +   +   +   +   +   +
  plans                     .   +   +   +   +   +   +   +   +   +   +   +   +   +
  plan                      .   +   +   +   +   +   +   +   +   +   +   +   +   +
  planTargets               .   +   +   +   +   +   +   +   +   +   +   +   +   +
  planTarget                .   +   +   +   +   +   +   +   +   +   +   +   +   +
  topics                    .   +   +   +   +   +   +   +   +   +   +   +   +   +
  scoreboard                .   +   +   +   +   +   +   +   +   +   +   +   +   +
  scoreboardChanged         .   +   +   +   +   +   +   +   +   +   +   +   +   +
  indicators                .   +   +   +   +   +   +   +   +   +   +   +   +   +
  indicatorHistory          .   +   +   +   +   +   +   +   +   +   +   +   +   +
  lagFlags                  .   +   +   +   +   +   +   +   +   +   +   +   +   +
  lagFlag                   .   +   +   +   +   +   +   +   +   +   +   +   +   +

  people                    .   +   +   +   +   +   +   .   +   +   +   .   .   +
  person                    .   +   +   +   +   +   +   .   +   +   +   .   .   +
  teams                     .   +   +   +   +   +   +   .   +   +   +   .   .   +
  team                      .   +   +   +   +   +   +   .   +   +   +   .   .   +
  memberships               .   +   +   +   +   +   +   .   +   +   +   .   .   +
  membership                .   +   +   +   +   +   +   .   +   +   +   .   .   +

  households                .   +   +   .   +   +   .   .   +   +   +   .   .   .
  households/Tây            .   +   +   .   +   +   .   .   0   0   0   .   .   .
  householdsAggregate       .   +   +   .   +   +   .   .   +   +   +   .   .   .
  householdsAggregate/Tây   .   +   +   .   +   +   .   .   0   0   0   .   .   .
  household                 .   +   +   .   +   +   .   .   +   +   +   .   .   .
  household/Tây             .   +   +   .   +   +   .   .   0   0   0   .   .   .
  visits                    .   +   +   .   +   +   .   .   +   +   +   .   .   .
  visits/Tây                .   +   +   .   +   +   .   .   0   0   0   .   .   .
  visitsAggregate           .   +   +   .   +   +   .   .   +   +   +   .   .   .
  visitsAggregate/Tây       .   +   +   .   +   +   .   .   0   0   0   .   .   .
  visit                     .   +   +   .   +   +   .   .   +   +   +   .   .   .
  visit/Tây                 .   +   +   .   +   +   .   .   0   0   0   .   .   .
  guidanceSessions          .   +   +   .   +   +   .   .   +   +   +   .   .   .
  guidanceSessions/Tây      .   +   +   .   +   +   .   .   0   0   0   .   .   .
  guidanceSession           .   +   +   .   +   +   .   .   +   +   +   .   .   .
  guidanceSession/Tây       .   +   +   .   +   +   .   .   0   0   0   .   .   .
  dossierMonths             .   +   +   .   +   +   .   .   .   .   .   .   .   .
  dossierMonth              .   +   +   .   +   +   .   .   .   .   .   .   .   .

  addHousehold              .   .   +   .   .   .   .   .   +   +   .   .   .   .
  addHousehold/Tây          .   .   +   .   .   .   .   .   .   .   .   .   .   .
  changeHousehold           .   .   +   .   .   .   .   .   +   +   .   .   .   .
  changeHousehold/Tây       .   .   +   .   .   .   .   .   0   0   .   .   .   .
  verifyHousehold           .   .   +   .   .   .   .   .   +   .   .   .   .   .
  verifyHousehold/Tây       .   .   +   .   .   .   .   .   0   .   .   .   .   .
  recordVisit               .   .   +   .   .   .   .   .   .   +   +   .   .   .
  recordVisit/Tây           .   .   +   .   .   .   .   .   .   0   0   .   .   .
  correctVisit              .   .   +   .   .   .   .   .   .   +   +   .   .   .
  correctVisit/Tây          .   .   +   .   .   .   .   .   .   0   0   .   .   .
  recordGuidanceSession     .   .   +   .   +   .   .   .   .   +   +   .   .   .
  recordGuidanceSession/Tây .   .   +   .   +   .   .   .   .   .   .   .   .   .
  recordDossierMonth        .   .   .   .   +   .   .   .   .   .   .   .   .   .

  addMember                 .   .   +   .   .   .   .   .   .   .   .   .   .   .
  changeMemberRole          .   .   +   .   .   .   .   .   .   .   .   .   .   .
  endMembership             .   .   +   .   .   .   .   .   .   .   .   .   .   .
  addPerson                 .   .   +   .   .   .   .   .   .   .   .   .   .   +
  changePerson              .   .   +   .   .   .   .   .   .   .   .   .   .   +
  addOrgUnit                .   .   .   .   .   .   .   .   .   .   .   .   .   +
  renameOrgUnit             .   .   .   .   .   .   .   .   .   .   .   .   .   +
  recomputeCommune          .   .   +   .   .   .   .   .   .   .   .   .   .   +
  setBusinessClock          .   .   .   .   .   .   .   .   .   .   .   .   .   +

  signIn                    +   +   +   +   +   +   +   +   +   +   +   +   +   +
  signOut                   +   +   +   +   +   +   +   +   +   +   +   +   +   +
`;

export const roles = columns.split(' ');

export interface Expectation {
  operation: string;
  village: 'DONG' | 'TAY';
  /** One mark for each role. */
  marks: string[];
}

export const expectations: Expectation[] = table
  .trim()
  .split('\n')
  .slice(1)
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [name, ...marks] = line.trim().split(/\s+/);
    const [operation, village] = name!.split('/');
    return { operation: operation!, village: village === 'Tây' ? 'TAY' : 'DONG', marks };
  });
