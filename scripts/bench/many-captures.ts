import { formatInstant, parseInstant } from '../../crawler/core/index.ts';
import type { WarcCapture } from '../warc/write-warc.ts';

/** Versions in the history, however many captures show them. */
const TEXT_COUNT = 150;
const CLAUSE_COUNT = 90;
/** Hours from one capture to the next: twenty thousand of them are eighteen years. */
const HOURS_BETWEEN = 8;

const DATA = [
  'your name',
  'mail addresses',
  'purchase records',
  'cookie identifiers',
  'location data',
  'photos',
];
const PURPOSES = [
  'deliver orders',
  'answer questions',
  'prevent fraud',
  'improve our pages',
  'send newsletters',
];
const OTHERS = [
  'carriers',
  'payment processors',
  'auditors',
  'advertising partners',
  'nobody',
  'public bodies',
];

/**
 * Captures of one invented policy as pages of today are: 50 to 130 kB, most of it scripts, styles and menus, and every
 * one of other bytes, since a token and the visitor's state are written into each delivery. The text changes by a clause
 * or two from version to version.
 */
export function* manyCaptures(count: number): Generator<WarcCapture> {
  const start = Date.parse('2002-01-01T00:00:00Z');
  for (let k = 0; k < count; k++) {
    const timestamp = parseInstant(new Date(start + k * HOURS_BETWEEN * 3_600_000).toISOString());
    const version = Math.floor((k * Math.min(TEXT_COUNT, count)) / count);
    yield { url: 'http://many.example/privacy', timestamp, body: renderPage(k, version, timestamp) };
  }
}

function renderPage(capture: number, version: number, timestamp: string): string {
  const clauses = Array.from({ length: CLAUSE_COUNT }, (_, n) => renderClause(n, version)).join('\n');
  return `<!doctype html>
<html lang="en"><head><title>Privacy Policy - Many</title>
<style>${repeat(300, (n) => `.box-${n} { margin: ${n % 17}px; color: #${(n * 4099).toString(16).padStart(6, '0')} }`)}</style>
<script>window.state = {token: "${capture.toString(36)}-${formatInstant(timestamp)}", flags: {${renderFlags(capture)}}};</script>
</head><body>
<nav><ul>${repeat(150, (n) => `<li class="box-${n}"><a href="/shop/aisle-${n}?from=menu">Aisle ${n}</a></li>`)}</ul></nav>
<main><h1>Privacy Policy</h1>
${clauses}
</main>
<footer><p>Many, Incorporated. Request ${capture}.</p></footer>
<script>${repeat(200 + (version % 10) * 80, (n) => `register("module-${n}", ${n * 7}, function (page) { return page.find(".box-${n}"); });`)}</script>
</body></html>
`;
}

/** Every version edits the clause whose turn it is. */
function renderClause(n: number, version: number): string {
  if (n % 10 === 0) return `<h2>${n / 10 + 1}. What we do with ${DATA[(n / 10) % DATA.length]}</h2>`;
  const edits = Math.floor((version + CLAUSE_COUNT - n) / CLAUSE_COUNT);
  return `<p>We collect ${DATA[n % DATA.length]} to ${PURPOSES[n % PURPOSES.length]} under point ${n}, keep it for ${12 + n + edits * 6} months, and disclose it to ${OTHERS[(n + edits) % OTHERS.length]} without asking you again. You may object to this use of personal information at any time.</p>`;
}

/** What a shop's page knows of its visitor: other values in every capture. */
function renderFlags(capture: number): string {
  return repeat(400, (n) => `"flag${n}": ${(capture * 31 + n * n) % 1009},`);
}

function repeat(count: number, render: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => render(n)).join('\n');
}
