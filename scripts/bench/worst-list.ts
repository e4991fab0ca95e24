/**
 * A list of 300 domains with ten of each bad kind, crawled by the real program in a process of its own: how it ends, whether
 * every good domain has its versions, and the most memory it ever took. The archive is one that misbehaves by the name of
 * the domain asked for. Waits are short, as in the tests; everything else is as a user has it.
 *
 *     node scripts/bench/worst-list.ts [DOMAINS]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base32Sha1 } from '../../crawler/hash.ts';
import { orEnd, parseCount, readFlags } from '../../crawler/run-main.ts';
import { openStoreReadOnly } from '../../crawler/store/open.ts';
import { startWorstArchive, WORST_KINDS } from '../worst-archive.ts';

const EACH = 10;
const names = Object.keys(WORST_KINDS) as (keyof typeof WORST_KINDS)[];
const USAGE = 'node scripts/bench/worst-list.ts [DOMAINS]';
const wanted = orEnd(() => {
  const { positionals } = readFlags({ allowPositionals: true }, USAGE);
  return parseCount(positionals[0] ?? '300', USAGE);
});
const domainCount = Math.max(wanted, names.length * EACH + 10);
const bad = names.flatMap((kind) => Array.from({ length: EACH }, (_, k) => `${kind}-${k}.example`));
const good = Array.from({ length: domainCount - bad.length }, (_, k) => `good-${k}.example`);
/** Bad ones among the good, in an order that is the same each time. */
const domains = [...bad, ...good]
  .map((domain) => ({ domain, key: base32Sha1(Buffer.from(domain)) }))
  .sort((one, other) => (one.key < other.key ? -1 : 1))
  .map(({ domain }) => domain);

const { origin, close } = await startWorstArchive();

const folder = mkdtempSync(join(tmpdir(), 'bench-worst-list-'));
const [list, store] = [join(folder, 'domains.txt'), join(folder, 'store.sqlite')];
writeFileSync(list, domains.join('\n'));
const started = performance.now();
const args = [
  'crawl',
  '--file',
  list,
  '--store',
  store,
  '--archive',
  origin,
  '--cdx-rate',
  '500',
  '--memento-rate',
  '500',
];
const child = spawn(process.execPath, [join(import.meta.dirname, 'crawl-with-short-waits.ts'), ...args], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // Longer than a page takes that is normalized meanwhile.
  env: { ...process.env, READ_TIMEOUT_MS: '2000' },
});
const lines: string[] = [];
child.stdout
  .setEncoding('utf8')
  .on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)));
let errors = '';
child.stderr.setEncoding('utf8').on('data', (text: string) => {
  errors += text;
});
let mostMegabytes = 0;
const watch = setInterval(() => {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    mostMegabytes = Math.max(mostMegabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {}
}, 100);
const [exitCode] = await once(child, 'close');
clearInterval(watch);
close();

const read = openStoreReadOnly(store);
const whole = new Set(
  read.prepare('select domain from v_versions group by domain having count(*) = 2').pluck().all() as string[],
);
read.close();
const missing = good.filter((domain) => !whole.has(domain));
for (const kind of names) {
  const ended = lines.filter((line) => line.startsWith(`${kind}-`));
  const how = Map.groupBy(ended, (line) => /\(([a-z ]+)\)$/.exec(line)?.[1] ?? 'done');
  const told = [...how].map(([name, list]) => `${list.length} ${name}`).join(', ');
  console.log(`${kind.padEnd(10)} ${told || 'no line'}: ${WORST_KINDS[kind]}`);
}
console.log(
  `${lines.length} of ${domains.length} domains ended; ${good.length - missing.length} of ${good.length} good ones complete`,
);
console.log(
  `exit ${exitCode}; ${((performance.now() - started) / 1000).toFixed(0)} s; at most ${mostMegabytes.toFixed(0)} MB`,
);
const isRight =
  exitCode === 5 && missing.length === 0 && lines.length === domains.length && mostMegabytes <= 400;
if (!isRight) console.log(errors.slice(-3_000));
rmSync(folder, { recursive: true });
process.exitCode = isRight ? 0 : 1;
