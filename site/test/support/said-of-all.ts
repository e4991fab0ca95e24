import { listRows, listTexts, type PageReader, readCount, tidy } from './read-page.ts';

/** Readers of pages about all policies: names, topics and words. */

export const names: PageReader = ($, note) => {
  for (const { href, cells } of listRows($, 'main table tbody tr')) {
    note(`${href} policies`, readCount(cells[0]!, 'policies') ?? 1);
    note(`${href} in latest`, cells[1]);
    note(`${href} first seen`, cells[2]);
    note(`${href} last seen`, cells[3]);
  }
};

export const name: PageReader = ($, note, path) => {
  const facts = listTexts($, $('main .facts').first().children() as never).join('; ');
  const rows = listRows($, 'main table tbody tr');
  note(`${path} policies`, readCount(facts, 'polic(?:y|ies)'));
  note(`${path} policies`, rows.length);
  note(`${path} in latest`, rows.filter(({ cells }) => /, latest$/.test(cells[1]!)).length);
  note(`${path} first seen`, /first seen (\S+?)(?:;|$)/.exec(facts)?.[1]);
  note(`${path} last seen`, /last seen (\S+?)(?:;|$)/.exec(facts)?.[1]);
};

/** The state of each policy in the table of topics. */
export const topics: PageReader = ($, note) => {
  const heads = $('thead th a')
    .toArray()
    .map((one) => $(one).attr('href')!);
  const columns = heads.map((): string[] => []);
  for (const { cells } of listRows($, 'main table tbody tr'))
    for (const [at, cell] of cells.entries()) columns[at]?.push(cell.replace(/^\S /, ''));
  heads.forEach((href, at) => {
    const many = (wanted: RegExp) => columns[at]!.filter((cell) => wanted.test(cell)).length;
    note(`${href} speak`, many(/speaks of it/));
    note(`${href} silent`, many(/says nothing/));
    note(`${href} not judged`, many(/not judged/));
  });
};

export const topic: PageReader = ($, note, path) => {
  const told = tidy($('main [role=status]').first().text());
  const cells = listRows($, 'main table tbody tr').map(({ cells: [, last = ''] }) => last);
  const many = (wanted: RegExp) => cells.filter((cell) => wanted.test(cell)).length;
  note(`${path} speak`, readCount(told, 'of \\d+ polic(?:y|ies) speaks? of it'));
  note(`${path} silent`, readCount(told, 'says? nothing') ?? 0);
  note(`${path} silent`, many(/^says nothing/));
  note(`${path} not judged`, readCount(told, 'not judged') ?? 0);
  note(`${path} not judged`, many(/^not judged/));
};

export const words: PageReader = ($, note) => {
  for (const item of $('main li:has(a)').toArray()) {
    const href = $(item).find('a').attr('href')!;
    if (/\/search\/words\//.test(href))
      note(`${href} companies`, readCount($(item).text(), 'compan(?:y|ies)'));
  }
};

export const word: PageReader = ($, note, path) => {
  note(`${path} companies`, readCount($('main p').first().text(), 'compan(?:y|ies)'));
  note(`${path} companies`, $('.hits-of').length);
};
