import type { Cheerio, CheerioAPI } from 'cheerio';
import { listRows, listTexts, type PageReader, readCount, tidy } from './read-page.ts';
import { name, names, topic, topics, word, words } from './said-of-all.ts';
import type { Note } from './said-twice.ts';

const TOTALS = [
  ['companies', 'compan(?:y|ies)'],
  ['policies', 'polic(?:y|ies)'],
  ['versions', 'versions?'],
  ['captures', 'captures?'],
] as const;

function readListedChange(item: Cheerio<never>, note: Note): void {
  const link = item.find('a').first();
  const address = link.attr('href')!;
  note(`${address} gist`, tidy(item.find('.gist').text()) || null);
  note(`${address} counts`, tidy(item.find('.aside').last().text()));
  note(`${address} label`, tidy(link.text()).replace(/^\S+, /, ''));
  note(`${address} window`, tidy(item.find('.window').text()));
}

const home: PageReader = ($, note) => {
  const facts = listTexts($, $('main .facts').first().children() as never);
  for (const [what, unit] of TOTALS)
    note(`all ${what}`, facts.map((one) => readCount(one, unit)).find(Boolean));
  for (const item of $('.changes-list li').toArray()) readListedChange($(item) as never, note);
  const newest = $('.newest');
  const address = newest.find('a').attr('href');
  if (address) note(`${address} gist`, tidy(newest.find('.gist').text()));
};

const companies: PageReader = ($, note) => {
  const rows = listRows($, 'table.companies tbody tr');
  note('all companies', rows.length);
  for (const { href, cells } of rows) {
    const [policies, versions, visible, captures, first, last, coverage] = cells;
    note(`${href} policies`, policies);
    note(`${href} versions`, versions!.replace(/\s/g, ''));
    note(`${href} visible changes`, visible!.replace(/\s/g, ''));
    note(`${href} captures`, captures!.replace(/\s/g, ''));
    note(`${href} first seen`, first);
    note(`${href} last seen`, last);
    note(`${href} coverage`, coverage);
  }
};

/** The fact line of a policy, on its timeline and, where a company has one policy, on the company's page. */
function readFacts(facts: readonly string[], address: string, note: Note): void {
  const find = (unit: string) => facts.map((one) => readCount(one, unit)).find((one) => one !== null);
  note(`${address} versions`, find('versions?'));
  note(`${address} visible changes`, find('visible changes?') ?? 0);
  note(`${address} quiet changes`, find('quiet') ?? 0);
  note(
    `${address} coverage`,
    facts.map((one) => /(\d+ %) of half-years/.exec(one)?.[1]).find(Boolean) ?? '–',
  );
}

const company: PageReader = ($, note, path) => {
  const policies = $('.policy-row h2 a')
    .toArray()
    .map((one) => $(one).attr('href')!);
  note(`${path} policies`, policies.length);
  $('.policy-row').each((at, row) => {
    const facts = policies.length === 1 ? $('main > .facts').first() : $(row).find('.facts');
    readFacts(listTexts($, facts.children() as never), policies[at]!, note);
    const latest = $(row).find('.latest-change');
    const address = latest.find('a').attr('href');
    if (address) note(`${address} gist`, tidy(latest.find('[dir=auto]').text()));
  });
  if (policies.length === 1)
    note(`${path} captures`, readCount($('section:has(#_coverage) p').first().text(), 'captures? known'));
};

function readTimelineEntry(entry: Cheerio<never>, note: Note): void {
  const version = entry.find('.entry-day').attr('href')!;
  const head = tidy(entry.find('.entry-head').text());
  note(`${version} words`, readCount(tidy(entry.find('.entry-head > span').first().text()), 'words?'));
  note(`${version} captures`, readCount(head, 'captures') ?? 1);
  note(`${version} stated date`, tidy(entry.find('.entry-head > .aside').first().text()));
  const change = entry.find('.entry-change:has(strong)');
  const address = change.find('a').attr('href');
  if (!address) return;
  note(`${address} gist`, tidy(entry.find('.entry-gist').text()) || null);
  note(`${address} label`, tidy(change.find('strong').text()));
  note(`${address} counts`, tidy(change.find('span').first().text()));
}

const timeline: PageReader = ($, note, path) => {
  readFacts(listTexts($, $('main .facts').first().children() as never), path, note);
  const entries = $('.timeline .entry').toArray();
  note(`${path} versions`, entries.length);
  for (const entry of entries) readTimelineEntry($(entry) as never, note);
  for (const bar of $('.strip-links a').toArray()) {
    const [, label, gist] =
      /, ([^:]+): (.*)$/.exec(tidy($(bar).attr('aria-label') ?? $(bar).find('title').text())) ?? [];
    if (!label) continue;
    note(`${$(bar).attr('href')} label`, label);
    note(`${$(bar).attr('href')} gist`, gist);
  }
};

const version: PageReader = ($, note, path) => {
  const facts = listTexts($, $('article > .facts').children() as never);
  note(
    `${path} words`,
    facts.map((one) => readCount(one, 'words?')).find((one) => one !== null),
  );
  note(`${path} captures`, readCount(facts[0] ?? '', 'captures') ?? 1);
  note(
    `${path} stated date`,
    facts.find((one) => /^(?:says: |states no date)/.test(one)),
  );
};

/** `5 clauses edited, 1 added; 9 words in, 2 out`: what the summary of a change counts, as lists of changes say it. */
function readSummary($: CheerioAPI, path: string, note: Note): void {
  const [, all = ''] = /^(.* out); [^;]+$/.exec(tidy($('.summary .counts').first().text())) ?? [];
  const headline = tidy($('.headline').text());
  const [carried] = $('.headline').is('.is-rewrite') ? (/(?:less than )?\d+ %/.exec(headline) ?? []) : [];
  note(`${path} counts`, carried ? `${carried} of words carried over; ${all}` : all);
}

const change: PageReader = ($, note, path) => {
  note(`${path} gist`, tidy($('.lead.gist').text()) || null);
  const told = tidy($('meta[name=description]').attr('content') ?? '');
  note(`${path} gist`, /^What changed .*? in the .*? of \S+: (.*)$/.exec(told)?.[1]);
  note(
    `${path} gist`,
    /^What changed .*? in the .*? of \S+: (.*)$/.exec(
      tidy($('meta[property="og:description"]').attr('content') ?? ''),
    )?.[1],
  );
  const headline = tidy($('.headline').text()).replace(/\.$/, '');
  if (!/^(?:This is a new text|No visible difference)/.test(headline))
    note(`${path} label`, headline.charAt(0).toLowerCase() + headline.slice(1));
  readSummary($, path, note);
  note(`${path} shown`, $('.change').length);
  for (const kind of ['edited', 'added', 'removed', 'split', 'merged', 'moved'])
    note(`${path} ${kind}`, $(`.change.is-${kind}`).length);
  const mapped = listTexts($, $('.change-map .depth-0 .map-counts > span') as never).map((one) =>
    readCount(one, ''),
  );
  if (mapped.length > 0)
    note(
      `${path} shown`,
      mapped.reduce<number>((sum, one) => sum + one!, 0),
    );
};

const clauses: PageReader = ($, note, path) => {
  const rows = listRows($, 'table.clauses tbody tr:not(.section)');
  const facts = $('main .facts').first().text();
  note(`${path} shown`, rows.length);
  note(`${path} shown`, readCount(facts, 'clauses?'));
  for (const { href, cells } of rows) {
    note(`${href} versions`, cells[3]);
    note(`${href} changes`, cells[4]);
    note(`${href} first seen`, cells[1]);
  }
  $('table.clauses tr.section').each((at, section) => {
    note(`${path} section ${at}`, $(section).nextUntil('tr.section').length);
    note(`${path} section ${at}`, tidy($(section).find('.aside').text()));
  });
};

const status: PageReader = ($, note) => {
  note('all captures', readCount($('main .facts').text(), 'captures? known'));
  for (const { href, cells } of listRows($, 'table.coverage tbody tr')) {
    ['usable', 'flagged', 'none'].forEach((what, at) => {
      note(`${href} half-years ${what}`, cells[at + 1]);
    });
  }
  const outcomes = $('[data-unit=captures]')
    .toArray()
    .map((one) => Number($(one).text().replace(/\s/g, '')));
  note(
    'all captures',
    outcomes.reduce((sum, one) => sum + one, 0),
  );
};

const data: PageReader = ($, note) => {
  const facts = listTexts($, $('main .facts').first().children() as never).join('; ');
  note('all versions', readCount(facts, 'versions?'));
  note('all changes of clauses', readCount(facts, 'changes?'));
  note('all distinct clauses', readCount(facts, 'distinct clauses?'));
};

const release: PageReader = ($, note) => {
  const values = new Map(
    $('dl.source dt')
      .toArray()
      .map((one) => [tidy($(one).text()), tidy($(one).next('dd').text()).replace(/\s/g, '')]),
  );
  for (const [own, what] of [
    ['companies', 'companies'],
    ['policies', 'policies'],
    ['captures known', 'captures'],
    ['versions', 'versions'],
    ['distinct clauses', 'distinct clauses'],
    ['changes', 'changes of clauses'],
  ] as const)
    note(`all ${what}`, values.get(own));
};

/** Which reader reads which pages, by their address. */
export const PAGE_READERS: readonly (readonly [RegExp, PageReader])[] = [
  [/^\/$/, home],
  [/^\/companies\/$/, companies],
  [/^\/status\/$/, status],
  [/^\/data\/$/, data],
  [/^\/data\/releases\/[^/]+\/$/, release],
  [/^\/names\/$/, names],
  [/^\/names\/[^/]+\/$/, name],
  [/^\/topics\/$/, topics],
  [/^\/topics\/(?!transfer\/)[^/]+\/$/, topic],
  [/^\/search\/words\/$/, words],
  [/^\/search\/words\/[^/]+\/$/, word],
  [/^\/[^/]+\.[^/]+\/$/, company],
  [/^\/[^/]+\.[^/]+\/[^/]+\/$/, timeline],
  [/^\/[^/]+\.[^/]+\/[^/]+\/clauses\/$/, clauses],
  [/^\/[^/]+\.[^/]+\/[^/]+\/[^/]+--[^/]+\/$/, change],
  [/^\/[^/]+\.[^/]+\/[^/]+\/(?:\d{4}-\d\d-\d\d|undated)(?:-\d+)?\/$/, version],
];
