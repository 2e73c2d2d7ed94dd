// `tungnha doctor`: looks at everything, changes nothing, and names what is wrong.
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { businessClock, keysInForce, missedDeadlines, rowSecurity, waitingJobs } from './doctor-database.js';
import { judge, type Finding } from './doctor-finding.js';
import { headStands, historyIsWhole } from './doctor-history.js';
import { compareValues, type Difference } from './doctor-values.js';
import { getOwnerUrl } from './owner-url.js';
import { Refusal } from './refusal.js';
import { atWork, getCommunes, type Commune, type Workplace } from './workplace.js';

interface Examination {
  /** How long a change may take to reach the figures, or a job to be taken. */
  patienceMs?: number;
  /** A head of the history's chain that was written down earlier, as hex. */
  head?: string | undefined;
}

export async function examine(
  ownerUrl: string,
  { patienceMs = 5_000, head }: Examination = {},
): Promise<Finding[]> {
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new Refusal(
      'Dấu niêm phong gồm 64 chữ số thập lục phân, như lệnh “tungnha doctor” đã in ra.',
      'A head has 64 hexadecimal digits, as “tungnha doctor” has printed it.',
    );
  }
  return atWork(ownerUrl, async (workplace) => {
    const findings = [
      await rowSecurity(workplace),
      await keysInForce(workplace),
      await businessClock(workplace),
      await waitingJobs(workplace, patienceMs),
      await missedDeadlines(workplace),
    ];
    const communes = await getCommunes(workplace);
    for (const commune of communes) {
      findings.push(...(await figures(workplace, commune, patienceMs)));
      findings.push(...(await historyIsWhole(workplace, commune)));
    }
    if (head !== undefined) findings.push(await headStands(workplace, communes, head));
    return findings;
  });
}

async function figures(workplace: Workplace, commune: Commune, patienceMs: number): Promise<Finding[]> {
  const differences = await lastingDifferences(workplace, commune, patienceMs);
  if (differences === null) {
    const wrong: [string, string] = [
      'Xã chưa có kế hoạch đang thực hiện:',
      'The commune has no active plan:',
    ];
    return [judge({ check: 'values', right: wrong, wrong }, [commune.code], 'warn')];
  }
  const told = (wanted: boolean) =>
    differences
      .filter(({ table }) => (table === 'lag_flag') === wanted)
      .map(({ table, row, columns }) => `${table} ${row}: ${columns.join(', ')}`);
  const beforeTonight = await nightIsToCome(workplace);
  return [
    judge(
      {
        check: 'values',
        right: [
          `Xã ${commune.code}: mọi số liệu đúng như dữ liệu gốc.`,
          `Commune ${commune.code}: all values are what the raw rows say.`,
        ],
        wrong: [
          `Xã ${commune.code}: số liệu khác với dữ liệu gốc (đang lưu → tính lại). ${beforeTonight ? 'Lần tính đêm nay chưa chạy.' : 'Hãy chạy “tungnha recompute”.'}`,
          `Commune ${commune.code}: values differ from the raw rows (stored → computed). ${beforeTonight ? 'Tonight’s recompute is still to come.' : 'Run “tungnha recompute”.'}`,
        ],
      },
      told(false),
      beforeTonight ? 'warn' : 'fail',
    ),
    judge(
      {
        check: 'flags',
        right: [`Xã ${commune.code}: cảnh báo đúng.`, `Commune ${commune.code}: the flags are right.`],
        wrong: [
          `Xã ${commune.code}: lần tính lại sẽ đổi các cảnh báo này.`,
          `Commune ${commune.code}: a recompute will change these flags.`,
        ],
      },
      told(true),
      'warn',
    ),
  ];
}

/** A visit of this moment is in the figures a moment later: only what differs twice is wrong. */
async function lastingDifferences(
  workplace: Workplace,
  commune: Commune,
  patienceMs: number,
): Promise<Difference[] | null> {
  const first = await compareValues(workplace, commune);
  if (first === null || first.length === 0) return first;
  await sleep(patienceMs);
  const key = ({ table, row }: Difference) => `${table} ${row}`;
  const before = new Set(first.map(key));
  return (
    (await compareValues(workplace, commune))?.filter((difference) => before.has(key(difference))) ?? null
  );
}

/** Figures depend on the day: between midnight and the night's recompute, yesterday's stand. */
async function nightIsToCome({ database, clock }: Workplace): Promise<boolean> {
  const rows = await database.system(
    `select from due where kind = 'recompute-commune' and at > $1::timestamptz
     and (at at time zone 'Asia/Ho_Chi_Minh')::date = ($1::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date`,
    [clock.now()],
  );
  return rows.length > 0;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'kiểm tra dữ liệu và hệ thống, không thay đổi gì / check data and installation, change nothing',
    )
    .option('--json', 'dạng JSON / as JSON')
    .option(
      '--head <hash>',
      'dấu niêm phong đã ghi lại lần trước / a head of the history that was written down',
    )
    .action(async ({ json, head }: { json?: boolean; head?: string }) => {
      const findings = await examine(getOwnerUrl(), { head: head?.trim().toLowerCase() });
      console.log(json ? JSON.stringify(findings, null, 2) : findings.map(asText).join('\n'));
      if (findings.some(({ verdict }) => verdict === 'fail')) process.exitCode = 1;
    });
}

function asText({ verdict, vi, en, details }: Finding): string {
  const lines = [
    `${verdict.padEnd(5)} ${vi}`,
    `      ${en}`,
    ...details.map((detail) => `        ${detail}`),
  ];
  return lines.join('\n');
}
