import { type Cheerio, load } from 'cheerio';
import type { BuiltSite } from './built-site.ts';

/** What says of a text that something is not in it: in words, or as a value of data. */
const SILENCE =
  /\b(?:says? nothing|nothing (?:was )?found|no(?:ne| words)? (?:was |were )?found|passes over|speaks? of none|no (?:promises?|vague words?|topics?)\b)|[",]silent[",]|\bis silent\b(?! on\.)/i;

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The parts of a page that speak of a domain: rows and items that name it; of its own pages, all that is read. */
function partsOfPage(html: string, domain: string, isOwn: boolean): string[] {
  const $ = load(html);
  if (isOwn) return [squash($('main').text())];
  const texts = (found: Cheerio<never>) => found.map((_, element) => squash($(element).text())).get();
  return texts($('tr, li, dd, figcaption, p') as never).filter((text) => text.includes(domain));
}

/** The objects of a JSON file that are about a domain. */
function partsOfJson(value: unknown, domain: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => partsOfJson(one, domain));
  if (typeof value !== 'object' || value === null) return [];
  if (Object.values(value).includes(domain)) return [JSON.stringify(value)];
  return Object.values(value).flatMap((one) => partsOfJson(one, domain));
}

function partsOfFile(file: string, text: string, domain: string): string[] {
  const isOwn = file.startsWith(`${domain}/`);
  if (file.endsWith('.html')) return partsOfPage(text, domain, isOwn);
  if (file.endsWith('.json')) return isOwn ? [text] : partsOfJson(JSON.parse(text), domain);
  if (file.endsWith('.atom')) return text.split('<entry>').filter((entry) => isOwn || entry.includes(domain));
  return text.split('\n').filter((line) => isOwn || line.includes(domain));
}

/** Every place of a built site that says of a domain's texts that something is not in them, and how often it is spoken of. */
export function findSilences(site: BuiltSite, domain: string): { parts: number; silences: string[] } {
  const files = site.files.filter((file) => /\.(?:html|json|csv|atom|md|txt)$/.test(file));
  const all = files.flatMap((file) =>
    partsOfFile(file, site.read(file), domain).map((part) => ({ file, part })),
  );
  const said = all.filter(({ part }) => SILENCE.test(part));
  return { parts: all.length, silences: said.map(({ file, part }) => `${file}: ${part.slice(0, 200)}`) };
}
