// The doctor's look at the installation: the walls, the clock, and whether anybody does the waiting work.
import { setTimeout as sleep } from 'node:timers/promises';
import { vietnam } from '../kernel/index.js';
import { judge, type Finding } from './doctor-finding.js';
import { getCommunes, type Workplace } from './workplace.js';

// A deadline is claimed within a quarter of a minute while a worker runs.
const lateAfter = '10 minutes';

async function namesOf({ database }: Workplace, text: string, values: unknown[] = []): Promise<string[]> {
  return (await database.system<{ name: string }>(text, values)).map(({ name }) => name);
}

/** A table of communes' rows without a policy shows them to every commune. */
export async function rowSecurity(workplace: Workplace): Promise<Finding> {
  const open = await namesOf(
    workplace,
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
       and (c.relname = 'commune' or exists (select from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'commune_id' and not a.attisdropped))
     union all
     select 'tungnha_app: superuser, bypassrls' from pg_roles where rolname = 'tungnha_app' and (rolsuper or rolbypassrls)
     union all
     select 'tungnha_app: owner of ' || c.relname from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = 'tungnha_app'
     order by 1`,
  );
  const wording = {
    check: 'row-security',
    right: [
      'Mọi bảng theo xã đều có bảo mật theo dòng.',
      'Every table of communes has row-level security.',
    ] as [string, string],
    wrong: [
      'Bảo mật theo dòng không đầy đủ. Hãy dừng máy chủ và khôi phục bản sao lưu.',
      'Row-level security has gaps. Stop the server and restore a backup.',
    ] as [string, string],
  };
  return judge(wording, open);
}

/** Rows can't point nowhere while keys and triggers are in force, so it is these that are looked at. */
export async function keysInForce(workplace: Workplace): Promise<Finding> {
  const off = await namesOf(
    workplace,
    `select k.conrelid::regclass || ': ' || k.conname as name from pg_constraint k
     where k.connamespace = 'public'::regnamespace and k.contype in ('f', 'c') and not (k.convalidated and k.conenforced)
     union all
     select t.tgrelid::regclass || ': ' || t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and t.tgenabled <> 'O'
     union all
     select i.indrelid::regclass || ': ' || i.indexrelid::regclass from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace = 'public'::regnamespace and not i.indisvalid
     order by 1`,
  );
  return judge(
    {
      check: 'keys',
      right: [
        'Mọi khoá, ràng buộc và trigger đều có hiệu lực.',
        'All keys, checks and triggers are in force.',
      ],
      wrong: [
        'Có khoá, ràng buộc hoặc trigger đã bị tắt. Hãy bật lại bằng PostgreSQL.',
        'Keys, checks or triggers were switched off. Switch them on again in PostgreSQL.',
      ],
    },
    off,
  );
}

export async function businessClock(workplace: Workplace): Promise<Finding> {
  const rows = await workplace.database.system<{ assumed: boolean }>('select assumed from business_clock');
  if (rows.length === 0) {
    return judge(
      {
        check: 'clock',
        right: ['', ''],
        wrong: [
          'Mất đồng hồ nghiệp vụ. Hãy thêm lại dòng đó:',
          'The business clock is gone. Put its row back:',
        ],
      },
      ['insert into business_clock (anchor_at, heartbeat_at) values (now(), now())'],
    );
  }
  const assumed = rows[0]?.assumed === true;
  const real = (await getCommunes(workplace)).filter(({ isSample }) => !isSample);
  const time = workplace.clock.now().toLocaleString('sv-SE', { timeZone: vietnam });
  return judge(
    {
      check: 'clock',
      right: [
        `Ngày giờ làm việc: ${time}${assumed ? ' (giả định)' : ''}.`,
        `Business time: ${time}${assumed ? ' (assumed)' : ''}.`,
      ],
      wrong: [
        'Ngày giả định đang áp dụng cho xã có dữ liệu thật. Hãy về giờ thật.',
        'An assumed date is in force in communes with real data. Return to the real time.',
      ],
    },
    assumed ? real.map(({ code }) => code) : [],
    'warn',
  );
}

/**
 * Jobs that were committed and that no worker takes. A row says nothing of its age, so the oldest is looked at
 * twice: a worker takes all there are within a second or two.
 */
export async function waitingJobs(workplace: Workplace, patienceMs: number): Promise<Finding> {
  const oldest = () =>
    workplace.database.system<{ id: number; job: string; waiting: number }>(
      'select id, job, (select count(*) from outbox) as waiting from outbox order by id limit 1',
    );
  const [before] = await oldest();
  if (before) await sleep(patienceMs);
  const [after] = before ? await oldest() : [];
  const stuck = before && after?.id === before.id ? [`${after.job}: ${after.waiting}`] : [];
  return judge(
    {
      check: 'outbox',
      right: ['Không có việc nền nào bị bỏ chờ.', 'No background job is left waiting.'],
      wrong: [
        'Việc nền đang chờ mà không có tiến trình nào nhận. Hãy chạy máy chủ có FACES=worker.',
        'Background jobs wait and nobody takes them. Run a server with FACES=worker.',
      ],
    },
    stuck,
  );
}

export async function missedDeadlines(workplace: Workplace): Promise<Finding> {
  const { database, clock } = workplace;
  const [count] = await database.system<{ all: number }>('select count(*) as all from due');
  const late = await namesOf(
    workplace,
    `select kind || ' ' || subject as name from due where at < $1::timestamptz - interval '${lateAfter}' order by at limit 100`,
    [clock.now()],
  );
  const nobodyCame = count?.all === 0 && (await getCommunes(workplace)).length > 0;
  return judge(
    {
      check: 'deadlines',
      right: ['Không có hạn nào bị quá.', 'No deadline was missed.'],
      wrong: nobodyCame
        ? [
            'Chưa có lịch hằng ngày: chưa tiến trình nào chạy với FACES=worker.',
            'There is no daily schedule yet: nothing has run with FACES=worker.',
          ]
        : [
            'Có hạn đã qua mà chưa được xử lý. Hãy chạy máy chủ có FACES=worker.',
            'Deadlines have passed and nobody took them. Run a server with FACES=worker.',
          ],
    },
    nobodyCame ? ['due: 0'] : late,
    nobodyCame ? 'warn' : 'fail',
  );
}
