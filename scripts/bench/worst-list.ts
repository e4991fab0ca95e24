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
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base32Sha1 } from '../../crawler/hash.ts';
import { openStoreReadOnly } from '../../crawler/store/open.ts';

/** What the archive does with everything about a domain of the kind, or with its captures (`play`) or listings (`list`). */
const KINDS = {
  down: 'the index answers 503',
  cut: 'its listings are cut in the middle of a row',
  endless: 'its listings never end',
  circle: 'its listings name new pages for ever and hold nothing new',
  html: 'its listings are pages for people',
  never: 'its captures answer 503',
  trickle: 'its captures come a byte now and then',
  early: 'its captures are announced for ever and never come',
  headers: 'its captures have 300 kB of headers',
  garbled: 'its captures come as other bytes each time',
  gone: 'its captures are 404',
  paragraph: 'its policy is one paragraph of 8 MB',
  spaceless: 'its policy holds 200 kB without a space',
  ruled: 'its policy is ruled with dashes',
} as const;
type Kind = keyof typeof KINDS;

const EACH = 10;
const names = Object.keys(KINDS) as Kind[];
const domainCount = Math.max(Number(process.argv[2] ?? 300), names.length * EACH + 10);
const bad = names.flatMap((kind) => Array.from({ length: EACH }, (_, k) => `${kind}-${k}.example`));
const good = Array.from({ length: domainCount - bad.length }, (_, k) => `good-${k}.example`);
/** Bad ones among the good, in an order that is the same each time. */
const domains = [...bad, ...good]
  .map((domain) => ({ domain, key: base32Sha1(Buffer.from(domain)) }))
  .sort((one, other) => (one.key < other.key ? -1 : 1))
  .map(({ domain }) => domain);

const CLAUSES = [
  'We collect your name and mail address when you place an order, and keep both for two years after the last one.',
  'We share personal information with the carriers that bring your parcels, and with nobody else without your consent.',
  'Cookies remember your basket; you may refuse them in your browser and still order by letter or by telephone.',
  'You may ask at any time which personal information we hold about you, and have it corrected or deleted.',
];

function pageOf(kind: string, domain: string, year: string): string {
  const long = 'we do not sell personal information '.repeat(8_000_000 / 36);
  const more =
    { paragraph: long, spaceless: 'a@'.repeat(100_000), ruled: `${'-'.repeat(60)} RULES` }[kind] ?? '';
  const clauses = [...CLAUSES, `${domain} promised this in ${year}.`, more].map((text) => `<p>${text}</p>`);
  return `<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>${clauses.join('\n')}</body></html>`;
}

const homeOf = (domain: string) =>
  `<html><body>Welcome <a href="http://${domain}/privacy">Privacy Policy</a></body></html>`;
const YEARS = ['2005', '2009'];

function row(domain: string, path: string, at: string, body: string): string {
  const name = domain.split('.')[0];
  return `example,${name})${path} ${at} http://${domain}${path} text/html 200 ${base32Sha1(Buffer.from(body))} 900\n`;
}

function listRows(kind: string, domain: string, path: string): string {
  if (path === '/') return row(domain, '/', '20050201000000', homeOf(domain));
  if (path !== '/privacy') return '';
  return YEARS.map((year) => row(domain, path, `${year}0301000000`, pageOf(kind, domain, year))).join('');
}

let serial = 0;
function answerIndex(query: URLSearchParams, response: ServerResponse): void {
  const asked = query.get('url') ?? '';
  const url = new URL(/^https?:/.test(asked) ? asked : `http://${asked}`);
  const domain = url.hostname.replace(/^www\./, '');
  const kind = domain.split('-')[0]!;
  if (kind === 'down') return void response.writeHead(503).end();
  const isWide = query.has('matchType');
  const rows = listRows(kind, domain, isWide ? '/privacy' : url.pathname);
  if (isWide || rows === '' || url.pathname === '/') return void response.end(rows);
  if (kind === 'cut') return void response.end(rows.slice(0, 150));
  if (kind === 'html') return void response.end('<html><body>Scheduled maintenance</body></html>');
  if (kind === 'circle') return void response.end(`${rows}\nkey${++serial}\n`);
  if (kind !== 'endless') return void response.end(rows);
  const from = Number((query.get('from') || '20000101000000').padEnd(14, '0'));
  const lines = Array.from({ length: 10_000 }, (_, k) =>
    row(domain, '/privacy', String(from + k), `${from + k}`),
  );
  response.end(`${lines.join('')}\nkey${++serial}\n`);
}

function play(request: IncomingMessage, at: string, url: URL, response: ServerResponse): void {
  const domain = url.hostname.replace(/^www\./, '');
  const kind = domain.split('-')[0]!;
  const date = new Date(`${at.slice(0, 4)}-${at.slice(4, 6)}-${at.slice(6, 8)}T00:00:00Z`).toUTCString();
  const headers = {
    'memento-datetime': date,
    'content-type': 'text/html',
    link: `<${url.href}>; rel="original"`,
  };
  if (url.pathname === '/') return void response.writeHead(200, headers).end(homeOf(domain));
  if (kind === 'never') return void response.writeHead(503).end();
  if (kind === 'gone')
    return void response.writeHead(404).end('The Wayback Machine has not archived that URL.');
  if (kind === 'headers') response.setHeader('x-archive-orig-long', 'a'.repeat(300_000));
  if (kind === 'early') {
    const timer = setInterval(
      () => request.socket.write('HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n'),
      100,
    );
    return void request.socket.once('close', () => clearInterval(timer));
  }
  response.writeHead(200, headers);
  if (kind === 'trickle') {
    const timer = setInterval(() => response.write('x'), 100);
    return void response.once('close', () => clearInterval(timer));
  }
  response.end(kind === 'garbled' ? `${Math.random()}`.repeat(50) : pageOf(kind, domain, at.slice(0, 4)));
}

const server = createServer((request, response) => {
  const target = request.url ?? '/';
  const capture = /^\/web\/(\d{14})id_\/(.+)$/.exec(target);
  if (capture) return play(request, capture[1]!, new URL(capture[2]!), response);
  answerIndex(new URL(target, 'http://x').searchParams, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

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
server.closeAllConnections();
server.close();

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
  console.log(`${kind.padEnd(10)} ${told || 'no line'}: ${KINDS[kind]}`);
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
