/**
 * An archive that misbehaves by the name of the domain asked for: everything about `down-3.example` is answered with 503, and
 * so on. Any other name is answered as it should be: a home page, and a policy of two versions.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base32Sha1 } from '../crawler/hash.ts';

/** What the archive does with everything about a domain of the kind, or with its captures (`play`) or listings (`list`). */
export const WORST_KINDS = {
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
  shard: 'questions over its domain lack captures that exact ones list',
  idle: 'what is linked as its policy is none in any of 300 captures',
} as const;

const CLAUSES = [
  'We collect your name and mail address when you place an order, and keep both for two years after the last one.',
  'We share personal information with the carriers that bring your parcels, and with nobody else without your consent.',
  'Cookies remember your basket; you may refuse them in your browser and still order by letter or by telephone.',
  'You may ask at any time which personal information we hold about you, and have it corrected or deleted.',
];

const SHOP =
  'Our shop is open from nine to five. We sell bread, rolls and cakes, and bake for weddings in the whole county. ';

function pageOf(kind: string, domain: string, year: string): string {
  if (kind === 'idle')
    return `<html><body><h1>Bakery</h1><p>${SHOP.repeat(12)}</p><p>${year}</p></body></html>`;
  const long = 'we do not sell personal information '.repeat(8_000_000 / 36);
  const more =
    { paragraph: long, spaceless: 'a@'.repeat(100_000), ruled: `${'-'.repeat(60)} RULES` }[kind] ?? '';
  const clauses = [...CLAUSES, `${domain} promised this in ${year}.`, more].map((text) => `<p>${text}</p>`);
  return `<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>${clauses.join('\n')}</body></html>`;
}

const homeOf = (domain: string) =>
  `<html><body>Welcome <a href="http://${domain}/privacy">Privacy Policy</a></body></html>`;
const YEARS = ['2005', '2009'];
const MONTHS = Array.from({ length: 300 }, (_, k) => {
  const month = String((k % 12) + 1).padStart(2, '0');
  return `${1998 + Math.floor(k / 12)}${month}01000000`;
});

function row(domain: string, path: string, at: string, digest: string): string {
  const name = domain.split('.')[0];
  return `example,${name})${path} ${at} http://${domain}${path} text/html 200 ${digest} 900\n`;
}

const hashOf = (body: string) => base32Sha1(Buffer.from(body));

function listRows(kind: string, domain: string, path: string): string {
  if (path === '/') return row(domain, '/', '20050201000000', hashOf(homeOf(domain)));
  if (path !== '/privacy' && !(kind === 'shard' && path === '/privacy-old.html')) return '';
  const times = kind === 'idle' ? MONTHS : YEARS.map((year) => `${year}0301000000`);
  return times.map((at) => row(domain, path, at, hashOf(pageOf(kind, domain, at.slice(0, 6))))).join('');
}

/** A digest for each second, made faster than by hashing. */
const digestOf = (at: string) =>
  `${'A'.repeat(18)}${at.replace(/[0189]/g, (digit) => 'WXYZ'['0189'.indexOf(digit)]!)}`;

/** A capture of every second from a moment on. */
function listSeconds(domain: string, from: string): string {
  const start = Date.parse(from.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z'));
  return Array.from({ length: 10_000 }, (_, k) => {
    const at = new Date(start + k * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
    return row(domain, '/privacy', at, digestOf(at));
  }).join('');
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
  if (kind === 'shard' && isWide) {
    const [first, old] = [rows, listRows(kind, domain, '/privacy-old.html')].map(
      (text) => text.split('\n')[0],
    );
    return void response.end(`${old}\n${first}\n`);
  }
  if (isWide || rows === '' || url.pathname === '/') return void response.end(rows);
  if (kind === 'cut') return void response.end(rows.slice(0, 150));
  if (kind === 'html')
    return void response.end(
      '<html><body>Scheduled \u001b[31mmaintenance\u001b[2J\u0007 \u202e</body></html>',
    );
  if (kind === 'circle') return void response.end(`${rows}\nkey${++serial}\n`);
  if (kind !== 'endless') return void response.end(rows);
  response.end(`${listSeconds(domain, query.get('from') || '20000101000000')}\nkey${++serial}\n`);
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
  response.end(kind === 'garbled' ? `${Math.random()}`.repeat(50) : pageOf(kind, domain, at.slice(0, 6)));
}

/** Listens on loopback until it is closed. */
export async function startWorstArchive(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const target = request.url ?? '/';
    const capture = /^\/web\/(\d{14})id_\/(.+)$/.exec(target);
    if (capture) return play(request, capture[1]!, new URL(capture[2]!), response);
    answerIndex(new URL(target, 'http://x').searchParams, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
