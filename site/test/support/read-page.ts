import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Note } from './said-twice.ts';

/** Reads what a page says that other files say as well, under the names that those use. `path` is its folder. */
export type PageReader = ($: CheerioAPI, note: Note, path: string) => void;

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `1 204 versions` is 1204; null where the unit is not counted there. */
export function readCount(text: string, unit: string): number | null {
  const plain = tidy(text).replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');
  const found = new RegExp(`(?<!\\d)(\\d+) ${unit}`).exec(plain);
  return found ? Number(found[1]) : null;
}

export const listTexts = ($: CheerioAPI, found: Cheerio<never>): string[] =>
  found.toArray().map((one) => tidy($(one).text()));

/** Rows of a page's table with their cells' words, and where their head leads. */
export function listRows($: CheerioAPI, rows: string): { href: string; head: string; cells: string[] }[] {
  return $(rows)
    .toArray()
    .map((row) => ({
      href: $(row).find('th a').first().attr('href') ?? '',
      head: tidy($(row).find('th').first().text()),
      cells: listTexts($, $(row).children('td') as never),
    }));
}
