/**
 * Crawls of thirteen sites that move, of an archive that answers one request in ten untruly or not at all: each fault alone,
 * all of them together (`all-a-tenth`), each of them for a tenth of the answers (`all-a-tenth-each`), and each of these again
 * with kills (SIGKILL) at random moments. The versions must be those of a calm crawl, at exit 0 or after at most two more runs
 * where it ended with 5; no listing may be called complete that is not.
 *
 *     node scripts/bench/bad-days.ts [--kills N] [--only-killed] [--seed N] [--keep] [CASE…]
 *
 * The last lines are a table of all cases. With --keep the stores stay.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../crawler/errors.ts';
import { orEnd, parseCount, readFlags } from '../../crawler/run-main.ts';
import { openStoreReadOnly } from '../../crawler/store/open.ts';
import { MOVING_DOMAINS, movingSites } from '../../crawler/test/moving-sites.ts';
import { dumpViews } from '../../crawler/test/views.ts';
import { type FaultSettings, startArchiveServer } from '../archive-server.ts';
import { writeWarc } from '../warc/write-warc.ts';

const NAMES = [
  ...(['index-empty', 'index-cut', 'index-html', 'garbled', 'short', 'missing', 'loop'] as const),
  ...(['limited', 'unavailable', 'reset', 'stall', 'slow'] as const),
];
const BURSTS: Readonly<Record<string, number>> = { limited: 2, unavailable: 3 };
const CASES = [...NAMES, 'all-a-tenth', 'all-a-tenth-each'];
const USAGE = `node scripts/bench/bad-days.ts [--kills N] [--only-killed] [--seed N] [--keep] [CASE…]
A CASE is one of ${CASES.join(', ')}.`;

function readOptions() {
  const { values, positionals: chosen } = readFlags(
    {
      options: {
        kills: { type: 'string', default: '30' },
        'only-killed': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        seed: { type: 'string', default: '11' },
      },
      allowPositionals: true,
    },
    USAGE,
  );
  const unknown = chosen.find((name) => !CASES.includes(name));
  if (unknown !== undefined) throw new UserError(`there is no case ${unknown}`, `Usage: ${USAGE}`);
  const kills = values.kills === '0' ? 0 : parseCount(values.kills, USAGE);
  return { ...values, kills, seed: parseCount(values.seed, USAGE), chosen };
}

const { kills, seed, keep, chosen, 'only-killed': onlyKilled } = orEnd(readOptions);

const folder = mkdtempSync(join(tmpdir(), 'bench-bad-days-'));
const warcs = join(folder, 'moving.warc');
await writeWarc(warcs, movingSites());
const server = await startArchiveServer({ warcs, seed });
const fileOf = (name: string) => join(folder, `${name}.sqlite`);
const faultsOf = (names: readonly string[], share: number): FaultSettings =>
  Object.fromEntries(names.map((name) => [name, { every: 1, share, burst: BURSTS[name] ?? 1 }]));

function start(name: string) {
  const args = ['crawl', ...MOVING_DOMAINS, '--store', fileOf(name), '--archive', server.origin, '--quiet'];
  const rates = ['--cdx-rate', '500', '--memento-rate', '500'];
  const script = join(import.meta.dirname, 'crawl-with-short-waits.ts');
  return spawn(process.execPath, [script, ...args, ...rates], { stdio: ['ignore', 'ignore', 'pipe'] });
}

async function crawl(name: string): Promise<number | null> {
  const child = start(name);
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-2_000);
  });
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0 && exitCode !== 5) console.log(told);
  return exitCode;
}

/** Complete listings of policies with fewer captures than on the calm day. */
function countUntrue(name: string): number {
  const read = (file: string) => {
    const store = openStoreReadOnly(file);
    const sql = `select a.url, count(c.id) as count from addresses a left join captures c on c.address_id = a.id
      where a.listing = 'complete' and a.role = 'policy' group by a.id`;
    const rows = store.prepare(sql).all() as { url: string; count: number }[];
    store.close();
    return new Map(rows.map(({ url, count }) => [url, count]));
  };
  const calm = read(fileOf('calm'));
  return [...read(fileOf(name))].filter(([url, count]) => count < (calm.get(url) ?? 0)).length;
}

await crawl('calm');
const calm = JSON.stringify(dumpViews(fileOf('calm')).v_versions);
console.log(`calm: ${dumpViews(fileOf('calm')).v_versions!.length} versions, ${server.log.length} requests`);
let isRight = true;
const table = ['fault | kills | exits | equal | untrue listings', '--|--|--|--|--'];

/** The rows of either store that the other has not, shortened. */
function tellDifference(versions: readonly string[]): string {
  const calmRows: string[] = JSON.parse(calm);
  const without = (rows: readonly string[], others: readonly string[]) =>
    rows.filter((row) => !others.includes(row)).map((row) => row.slice(0, 200));
  return [...without(calmRows, versions), '--', ...without(versions, calmRows)].join('\n  ');
}

/** Runs until it ends with 0, three times at most, and says how it went. */
async function judge(name: string, faults: FaultSettings, fault: string, struck: number): Promise<void> {
  const began = performance.now();
  const exits: (number | null)[] = [];
  let untrue = 0;
  do {
    server.setFaults(faults);
    exits.push(await crawl(name));
    untrue += countUntrue(name);
  } while (exits.at(-1) === 5 && exits.length < 3);
  const versions = dumpViews(fileOf(name)).v_versions!;
  const isEqual = JSON.stringify(versions) === calm;
  if (!isEqual) console.log(`not as calm: ${tellDifference(versions)}`);
  isRight &&= isEqual && untrue === 0 && [0, 5].includes(exits.at(-1)!);
  table.push([fault, struck, exits.join(', '), isEqual ? 'yes' : 'NO', untrue].join(' | '));
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${table.at(-1)} (${seconds} s)`);
}

/** Tries to strike one crawl under way, for each kill that is wanted. */
const TRIES = 4;
/** Most requests that a crawl may send before it is struck: all kills together leave it about half done. */
const MOST_REQUESTS = 12;

/** Kills as many crawls as are wanted, each at a random moment; returns how many were under way when it struck. */
async function killMany(name: string, faults: FaultSettings): Promise<number> {
  server.setFaults(faults);
  let struck = 0;
  for (let tries = 0; struck < kills && tries < TRIES * kills; tries += 1) {
    const child = start(name);
    child.stderr.resume();
    const closed = once(child, 'close');
    const seen = server.log.length;
    const most = 1 + Math.random() * MOST_REQUESTS;
    while (server.log.length < seen + most && child.exitCode === null) await sleep(5);
    child.kill('SIGKILL');
    const [, signal] = await closed;
    if (signal === 'SIGKILL') struck += 1;
  }
  return struck;
}

const cases: [string, FaultSettings][] = [
  ...NAMES.map((name): [string, FaultSettings] => [name, faultsOf([name], 0.1)]),
  ['all-a-tenth', faultsOf(NAMES, 0.1 / NAMES.length)],
  ['all-a-tenth-each', faultsOf(NAMES, 0.1)],
];
for (const [name, faults] of cases) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  if (!onlyKilled) await judge(name, faults, name, 0);
  if (kills === 0) continue;
  const struck = await killMany(`${name}, killed`, faults);
  await judge(`${name}, killed`, faults, name, struck);
}
console.log(`\n${table.join('\n')}`);
await server.close();
if (keep) console.log(folder);
else rmSync(folder, { recursive: true });
process.exitCode = isRight ? 0 : 1;
