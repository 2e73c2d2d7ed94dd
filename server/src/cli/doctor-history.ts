// The doctor's look at the history: whether its chain of hashes is whole, and which entry it is that is not as it was.
import { vietnam, type Context } from '../kernel/index.js';
import { judge, type Finding } from './doctor-finding.js';
import { inCommune, type Commune, type Workplace } from './workplace.js';

// Sealing is looked for four times a minute while a worker runs.
const lateAfter = '10 minutes';
const mostNamed = 100;

interface BrokenLink {
  position: number;
  before: number;
  id: string;
  type: string | null;
  at: string | null;
  /** Whether it fits the link before the one that stands before it now. */
  skips: boolean;
  isWrong: boolean;
}

// Each link against the stored hash before it, so that one wrong entry is one line.
const CHAIN = `
  with chain as (
    select position, event_id, hash, lag(position, 1, 0::bigint) over w as before,
      lag(hash, 1, ''::bytea) over w as previous, lag(hash, 2, ''::bytea) over w as earlier
    from event_link where commune_id = $1 window w as (order by position))`;
const BROKEN_LINKS = `${CHAIN}
  select c.position, c.before, c.event_id as id, e.type, e.occurred_at as at, c.hash = event_hash(c.earlier, e) as skips,
    e.id is not null and c.hash <> event_hash(c.previous, e) as "isWrong"
  from chain c left join event e on e.commune_id = $1 and e.id = c.event_id
  where e.id is null or c.position <> c.before + 1 or c.hash <> event_hash(c.previous, e)
  order by c.position limit ${mostNamed}`;
// Of these links those whose place another of them has.
const MISPLACED_LINKS = `${CHAIN}, wrong as (select * from chain where position = any ($2))
  select distinct a.position from wrong a join wrong b on b.position <> a.position join event e on e.commune_id = $1 and e.id = b.event_id
  where event_hash(a.previous, e) in (a.hash, b.hash)`;

interface Entry {
  id: string;
  type: string | null;
  at: string | null;
}

const ALTERED_DETAILS = `
  select e.id, e.type, e.occurred_at as at from event_detail d join event e on e.commune_id = d.commune_id and e.id = d.event_id
  where d.commune_id = $1 and e.detail_hash is distinct from detail_hash(d.salt, d.detail) order by e.id limit ${mostNamed}`;
const UNKNOWN_EVENTS = `
  select e.id, e.type, e.occurred_at as at from event e
  where e.commune_id = $1 and not exists (select from event_link l where l.commune_id = e.commune_id and l.event_id = e.id)
    and not exists (select from event_waiting w where w.commune_id = e.commune_id and w.event_id = e.id)
  order by e.id limit ${mostNamed}`;
const LOST_EVENTS = `
  select w.event_id as id, null as type, uuid_extract_timestamp(w.event_id) as at from event_waiting w
  where w.commune_id = $1 and not exists (select from event e where e.id = w.event_id) order by 1 limit ${mostNamed}`;
const WRONG_SEALS = `
  select s.up_to as position from (select *, lag(up_to, 1, 0::bigint) over (order by up_to) as before from event_seal where commune_id = $1) s
  left join event_link l on l.commune_id = s.commune_id and l.position = s.up_to
  where l.hash is distinct from s.hash or s.entries <> s.up_to - s.before
  union
  select max(position) from event_link where commune_id = $1
    having max(position) > coalesce((select max(up_to) from event_seal where commune_id = $1), 0)
  order by 1 limit ${mostNamed}`;
const STATE = `
  select coalesce(max(up_to), 0) as sealed, (select count(*) from event_waiting where commune_id = $1) as waiting,
    (select count(*) from event_waiting where commune_id = $1 and uuid_extract_timestamp(event_id) < now() - interval '${lateAfter}') as late,
    (select encode(hash, 'hex') from event_link where commune_id = $1 order by position desc limit 1) as head
  from event_seal where commune_id = $1`;

/** Whether the history of a commune is what it was when it was written, and how much of it waits to be sealed. */
export function historyIsWhole(workplace: Workplace, commune: Commune): Promise<Finding[]> {
  return inCommune(workplace, commune.id, async ({ ctx }) => {
    const wrong = await wrongEntries(ctx, commune.id);
    const [state] = await ctx.db.query<{
      sealed: number;
      waiting: number;
      late: number;
      head: string | null;
    }>(STATE, [commune.id]);
    const { sealed, waiting, late, head } = state!;
    return [
      judge(
        {
          check: 'history',
          right: [
            `Xã ${commune.code}: lịch sử nguyên vẹn. Đã niêm phong ${sealed} mục, đang chờ ${waiting}. Dấu niêm phong: ${head ?? 'chưa có'}`,
            `Commune ${commune.code}: the history is whole. ${sealed} entries are sealed, ${waiting} wait. Head: ${head ?? 'none yet'}`,
          ],
          wrong: [
            `Xã ${commune.code}: lịch sử đã bị can thiệp ngoài hệ thống. Hãy giữ nguyên máy chủ, so với bản sao lưu và báo người phụ trách an toàn thông tin.`,
            `Commune ${commune.code}: the history was tampered with. Leave the server as it is, compare with a backup, and tell whoever is responsible for security.`,
          ],
        },
        wrong,
      ),
      judge(
        {
          check: 'history-sealing',
          right: [
            `Xã ${commune.code}: lịch sử được niêm phong kịp thời.`,
            `Commune ${commune.code}: the history is sealed in time.`,
          ],
          wrong: [
            `Xã ${commune.code}: có mục lịch sử chờ niêm phong quá lâu. Hãy chạy máy chủ có FACES=worker.`,
            `Commune ${commune.code}: entries of the history wait too long to be sealed. Run a server with FACES=worker.`,
          ],
        },
        late > 0 ? [`event_waiting: ${late}`] : [],
        'warn',
      ),
    ];
  });
}

/** Whether a head that was written down earlier still stands in the chain of a commune: a rewritten chain has another. */
export async function headStands(workplace: Workplace, communes: Commune[], head: string): Promise<Finding> {
  const places: string[] = [];
  for (const { id, code } of communes) {
    const rows = await inCommune(workplace, id, ({ ctx }) =>
      ctx.db.query<{ position: number }>(
        `select position from event_link where commune_id = $1 and hash = decode($2, 'hex')`,
        [id, head],
      ),
    );
    places.push(...rows.map(({ position }) => `${code}: ${position}`));
  }
  return judge(
    {
      check: 'history-head',
      right: [
        `Dấu niêm phong đã ghi vẫn có trong lịch sử (${places.join(', ')}).`,
        `The head that was written down stands in the history (${places.join(', ')}).`,
      ],
      wrong: [
        'Dấu niêm phong đã ghi không có trong lịch sử: lịch sử đã bị viết lại, hoặc được khôi phục từ bản sao lưu cũ hơn.',
        'The head that was written down is not in the history: it was rewritten, or restored from an older backup.',
      ],
    },
    places.length > 0 ? [] : [head],
  );
}

async function wrongEntries(ctx: Context, communeId: number): Promise<string[]> {
  const links = await ctx.db.query<BrokenLink>(BROKEN_LINKS, [communeId]);
  const wrong = links.filter(({ isWrong }) => isWrong).map(({ position }) => position);
  const misplaced =
    wrong.length > 1 ? await ctx.db.query<{ position: number }>(MISPLACED_LINKS, [communeId, wrong]) : [];
  const named = async (text: string, what: string) =>
    (await ctx.db.query<Entry>(text, [communeId])).map((entry) => `${nameOf(entry)}: ${what}`);
  const seals = await ctx.db.query<{ position: number }>(WRONG_SEALS, [communeId]);
  return [
    ...linesOf(links, new Set(misplaced.map(({ position }) => position))),
    ...(await named(ALTERED_DETAILS, 'chi tiết bị sửa / its detail was altered')),
    ...(await named(LOST_EVENTS, 'bị xoá trước khi niêm phong / removed before it was sealed')),
    ...(await named(UNKNOWN_EVENTS, 'không có trong chuỗi / not in the chain')),
    ...seals.map(
      ({ position }) => `event_seal ${position}: dấu niêm phong không khớp / the seal does not fit`,
    ),
  ];
}

function linesOf(links: BrokenLink[], misplaced: ReadonlySet<number>): string[] {
  // Where a link fits the one but last, the one between came in later.
  const inserted = new Set(links.filter(({ skips }) => skips).map(({ before }) => before));
  return links.flatMap((link) => {
    const { position, before, type, skips, isWrong } = link;
    const gap =
      position === before + 1
        ? []
        : [`${before + 1}–${position - 1}: mắt xích bị mất / links of the chain are gone`];
    if (type === null) return [...gap, `${position} ${nameOf(link)}: bị xoá / removed`];
    if (!isWrong || (inserted.has(position) && !skips)) return gap;
    if (skips) return [...gap, `${before}: mắt xích chèn thêm / a link was inserted`];
    const what = misplaced.has(position) ? 'bị đổi chỗ / out of its place' : 'bị sửa / altered';
    return [...gap, `${position} ${nameOf(link)}: ${what}`];
  });
}

/** 'HouseholdChanged 019a… 2025-12-01 08:00:05', in Vietnam's time. */
function nameOf({ type, id, at }: Entry): string {
  const when = at === null ? '' : new Date(at).toLocaleString('sv-SE', { timeZone: vietnam });
  return [type, id, when].filter(Boolean).join(' ');
}
