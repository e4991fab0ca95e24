/**
 * What the pages of a built site weigh, compressed as hosts send them: `node scripts/page-weights.ts [SITE]`. Ends with an
 * error where a page is heavier than it may be. As functions also used by the tests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserError } from '../crawler/errors.ts';

/** Most bytes of a page with its styles. */
export const MOST_BYTES = 60_000;
/** The same beside the text itself, where the text is so long that nobody could send its page in so few bytes. */
export const MOST_BESIDE_TEXT = 40_000;

export interface PageWeight {
  /** Path of the page's file, with `/`. */
  readonly page: string;
  /** Page and styles, compressed. */
  readonly bytes: number;
  /** The plain text of the versions it shows, compressed; null for pages that show none whole. */
  readonly textBytes: number | null;
}

const packed = (text: string) => gzipSync(text).length;

/** What a page may weigh. */
export const mostOf = ({ textBytes }: PageWeight): number =>
  Math.max(MOST_BYTES, MOST_BESIDE_TEXT + (textBytes ?? 0));

/** The text twins of the versions that a page shows: its own, or those of both sides of a change. */
function readTexts(folder: string, page: string): string | null {
  const read = (...path: string[]) => {
    const file = join(folder, ...path, 'index.txt');
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const [domain, policy, slug = '', file] = page.split('/');
  if (file !== 'index.html') return null;
  const texts = slug.split('--').map((version) => read(domain!, policy!, version));
  return texts.includes(null) ? null : texts.join('\n');
}

/** The text of a day in place, which no twin holds; null where the page has none. */
function readDayText(page: string, html: string): string | null {
  if (!/\/at\/\d{4}-\d{2}-\d{2}\/index\.html$/.test(page)) return null;
  const at = html.indexOf('<section class="as-of-text">');
  return at < 0 ? null : html.slice(at).replace(/<[^>]+>/g, ' ');
}

/** Weighs every page of a built site. */
export function weighPages(folder: string): PageWeight[] {
  const styles = new Map<string, number>();
  const weighStyle = (path: string): number => {
    const known = styles.get(path);
    if (known !== undefined) return known;
    const bytes = packed(readFileSync(join(folder, '_astro', path), 'utf8'));
    styles.set(path, bytes);
    return bytes;
  };
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const sheets = [...html.matchAll(/<link rel="stylesheet" href="[^"]*\/_astro\/([^"/]+)"/g)];
      const page = file.split(sep).join('/');
      const text = readTexts(folder, page) ?? readDayText(page, html);
      return {
        page,
        bytes: packed(html) + sheets.reduce((sum, [, path]) => sum + weighStyle(path!), 0),
        textBytes: text === null ? null : packed(text),
      };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** Bytes, compressed, of all scripts that a page can come to load, its workers included. */
export function weighScripts(folder: string, page: string): number {
  const found = new Map<string, string>();
  const gather = (text: string, from: string) => {
    for (const [, path] of text.matchAll(/["'`(]([\w./-]+\.js)["'`)]/g)) {
      const name = path!.replace(/^.*\//, '');
      const file = [join(folder, '_astro', name), join(folder, name), join(dirname(from), name)].find(
        existsSync,
      );
      if (!file || found.has(file)) continue;
      const script = readFileSync(file, 'utf8');
      found.set(file, script);
      gather(script, file);
    }
  };
  const file = join(folder, page);
  gather(readFileSync(file, 'utf8'), file);
  return [...found.values()].reduce((sum, script) => sum + packed(script), 0);
}

function report(folder: string): void {
  const weights = weighPages(folder);
  const middle = weights[weights.length >> 1]?.bytes ?? 0;
  const long = weights.filter(({ bytes }) => bytes > MOST_BYTES);
  const heavy = weights.filter((weight) => weight.bytes > mostOf(weight));
  console.log(`${weights.length} pages; median ${middle} bytes with styles, compressed`);
  console.log(`${long.length} above ${MOST_BYTES}, ${heavy.length} of them heavier than their text explains`);
  for (const { page, bytes, textBytes } of weights.slice(0, 10)) {
    console.log(`${bytes} ${page}${textBytes === null ? '' : `, its text alone ${textBytes}`}`);
  }
  console.log(`scripts of the compare page: ${weighScripts(folder, 'compare/index.html')} bytes, compressed`);
  if (heavy.length === 0) return;
  throw new UserError(
    `${heavy.length} pages are heavier than they may be, ${heavy[0]!.page} the heaviest: ${heavy[0]!.bytes} bytes`,
    'Look for markup that is repeated with every clause.',
  );
}

if (import.meta.main) {
  const { readFlags, runMain } = await import('../crawler/run-main.ts');
  await runMain(async () => {
    const { positionals } = readFlags({ allowPositionals: true }, 'node scripts/page-weights.ts [FOLDER]');
    report(resolve(positionals[0] ?? 'dist'));
  });
}
