import { load } from 'cheerio';
import { parseCsv } from './parse-csv.ts';
import type { Note } from './said-twice.ts';

/** Reads what a twin, a table or a feed says that other files say as well. `path` is its folder. */
export type TwinReader = (text: string, note: Note, path: string) => void;

/** Values of a twin, as a stranger's program would take them. */
type Values = Readonly<Record<string, never>>;

const readJson = <T>(read: (twin: T, note: Note, path: string) => void): TwinReader => {
  return (text, note, path) => read(JSON.parse(text) as T, note, path);
};

const readTable = (
  read: (row: Readonly<Record<string, string>>, note: Note, path: string) => void,
): TwinReader => {
  return (text, note, path) => {
    const [heads = [], ...rows] = parseCsv(text);
    for (const row of rows)
      read(Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])), note, path);
  };
};

function noteCompany(row: Values | Readonly<Record<string, string>>, note: Note): void {
  const { address, policies, versions, visible_changes, captures, first_seen, last_seen, coverage_percent } =
    row;
  note(`${address} policies`, policies);
  note(`${address} versions`, versions);
  note(`${address} visible changes`, visible_changes);
  note(`${address} captures`, captures);
  note(`${address} first seen`, first_seen);
  note(`${address} last seen`, last_seen);
  note(
    `${address} coverage`,
    coverage_percent === null || coverage_percent === '' ? '–' : `${coverage_percent} %`,
  );
}

const companies = readJson<{ companies: Values[] }>(({ companies: rows }, note) => {
  note('all companies', rows.length);
  for (const row of rows) noteCompany(row, note);
});

const company = readJson<{ policies: { address: string; capture_count: number; version_count: number }[] }>(
  ({ policies }, note, path) => {
    note(`${path} policies`, policies.length);
    for (const one of policies) note(`${one.address} versions`, one.version_count);
    note(
      `${path} captures`,
      policies.reduce((sum, one) => sum + one.capture_count, 0),
    );
    note(
      `${path} versions`,
      policies.reduce((sum, one) => sum + one.version_count, 0),
    );
  },
);

interface ChangeValues {
  readonly address: string;
  readonly gist: string | null;
  readonly gist_short?: string | null;
  readonly size_class: string;
  readonly words_added: number;
  readonly words_removed: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes?: readonly { readonly anchor: string | null }[];
}

const QUIET = ['invisible', 'date', 'order'];

function noteChange(change: ChangeValues, note: Note): void {
  const { address, counts } = change;
  note(`${address} gist`, change.gist);
  note(`${address} short gist`, change.gist_short);
  note(`${address} size`, change.size_class);
  note(`${address} words added`, change.words_added);
  note(`${address} words removed`, change.words_removed);
  for (const kind of ['edited', 'added', 'removed', 'split', 'merged', 'moved'])
    note(`${address} ${kind}`, counts[kind]);
  if (change.changes) note(`${address} shown`, change.changes.filter(({ anchor }) => anchor !== null).length);
}

interface TimelineValues {
  readonly versions: readonly {
    address: string;
    word_count: number;
    capture_count: number;
    first_seen: string | null;
  }[];
  readonly changes: readonly ChangeValues[];
  readonly captures: readonly { readonly version: number | null }[];
}

const timeline = readJson<TimelineValues>(({ versions, changes, captures }, note, path) => {
  note(`${path} versions`, versions.length);
  note(`${path} visible changes`, changes.filter((one) => !QUIET.includes(one.size_class)).length);
  note(`${path} quiet changes`, changes.filter((one) => QUIET.includes(one.size_class)).length);
  note(`${path} captures`, captures.length);
  for (const version of versions) {
    note(`${version.address} words`, version.word_count);
    note(`${version.address} captures`, version.capture_count);
  }
  for (const change of changes) noteChange(change, note);
});

const timelineTable = readTable((row, note) => {
  note(`${row.address} words`, row.word_count);
  note(`${row.address} captures`, row.capture_count);
  if (!row.change_address) return;
  note(`${row.change_address} gist`, row.gist);
  note(`${row.change_address} size`, row.size_class);
  note(`${row.change_address} words added`, row.words_added);
  note(`${row.change_address} words removed`, row.words_removed);
});

const version = readJson<{ word_count: number; capture_count: number }>((twin, note, path) => {
  note(`${path} words`, twin.word_count);
  note(`${path} captures`, twin.capture_count);
});

const clauses = readJson<{
  lineages: {
    address: string | null;
    version_count: number;
    change_count: number;
    present_in_latest: boolean;
  }[];
}>(({ lineages }, note, path) => {
  note(`${path} all`, lineages.length);
  for (const { address, version_count, change_count, present_in_latest } of lineages) {
    if (!address) continue;
    note(`${address} versions`, version_count);
    note(`${address} changes`, change_count);
    note(`${address} in latest`, present_in_latest);
  }
});

const clausesTable: TwinReader = (text, note, path) => {
  note(`${path} all`, parseCsv(text).length - 1);
  readTable((row) => {
    if (!row.address) return;
    note(`${row.address} versions`, row.version_count);
    note(`${row.address} changes`, row.change_count);
    note(`${row.address} in latest`, row.present_in_latest === '1');
  })(text, note, path);
};

interface StatusValues {
  readonly coverage: {
    readonly companies: readonly { domain: string; usable: number; flagged: number; none: number }[];
  };
  readonly outcomes: readonly { readonly captures: number }[];
}

const status = readJson<StatusValues>(({ coverage, outcomes }, note, path) => {
  note(
    'all captures',
    outcomes.reduce((sum, one) => sum + one.captures, 0),
  );
  for (const { domain, ...states } of coverage.companies)
    for (const [what, halves] of Object.entries(states))
      if (typeof halves === 'number')
        note(`${path.replace('status/', '')}${domain}/ half-years ${what}`, halves);
});

const data = readJson<{ counts: Record<string, number> }>(({ counts }, note) => {
  for (const what of ['companies', 'policies', 'versions', 'captures']) note(`all ${what}`, counts[what]);
  note('all distinct clauses', counts.clauses);
  note('all changes of clauses', counts.changes);
});

interface NameValues {
  readonly slug: string;
  readonly rows: readonly { isInLatest: boolean; first: { day: string }; last: { day: string } }[];
}

function noteName({ slug, rows }: NameValues, note: Note, folder: string): void {
  const days = (pick: 'first' | 'last') => rows.map((row) => row[pick].day).sort();
  note(`${folder}${slug}/ policies`, rows.length);
  note(`${folder}${slug}/ in latest`, rows.filter(({ isInLatest }) => isInLatest).length);
  note(`${folder}${slug}/ first seen`, days('first')[0]);
  note(`${folder}${slug}/ last seen`, days('last').at(-1));
}

const names = readJson<{ names: NameValues[] }>((twin, note, path) => {
  for (const one of twin.names) noteName(one, note, path);
});

const name = readJson<NameValues>((twin, note, path) => noteName(twin, note, path.replace(/[^/]+\/$/, '')));

interface PolicyTopics {
  readonly isJudged: boolean;
  readonly topics: readonly string[];
  readonly perhaps: readonly string[];
}

const topics = readJson<{ topics: { name: string }[]; policies: { versions: PolicyTopics[] }[] }>(
  (twin, note, path) => {
    const latest = twin.policies.flatMap(({ versions }) => versions.at(-1) ?? []);
    for (const { name: topic } of twin.topics) {
      const judged = latest.filter(({ isJudged }) => isJudged);
      const speak = judged.filter((one) => one.topics.includes(topic)).length;
      const perhaps = judged.filter((one) => one.perhaps.includes(topic)).length;
      note(`${path}${topic}/ speak`, speak);
      note(`${path}${topic}/ silent`, judged.length - speak - perhaps);
      note(`${path}${topic}/ not judged`, latest.length - judged.length);
    }
  },
);

/** Entries of a feed: what they are titled and what they tell. */
const feed: TwinReader = (text, note) => {
  const $ = load(text, { xml: true });
  for (const entry of $('entry').toArray()) {
    const address = $(entry).find('link').attr('href')!;
    const [, short] = /^[^,]+, [^:]+: (.*)$/s.exec($(entry).children('title').text()) ?? [];
    const summary = $(entry).children('summary').text();
    const [, window, told = ''] = /^Changed in the window (\S+(?: → \S+)?)\. (.*)\.$/s.exec(summary) ?? [];
    const [, gist, label, counts] = /^(.*[.”]) ([^:.”]+): ([^:]+)$/s.exec(told) ?? [];
    note(`${address} short gist`, short);
    note(`${address} window`, window);
    note(`${address} gist`, gist);
    note(`${address} label`, label);
    note(`${address} counts`, counts);
  }
};

/** The gist in the plain text of a change is its third paragraph. */
const changeText: TwinReader = (text, note, path) => note(`${path} gist`, text.split('\n\n')[2]);

const POLICY = String.raw`^/[^/]+\.[^/]+/[^/]+/`;
const VERSION = String.raw`(?:\d{4}-\d\d-\d\d|undated)(?:-\d+)?/`;

/** Which reader reads which files, by their path with the site's base taken off. */
export const TWIN_READERS: readonly (readonly [RegExp, TwinReader])[] = [
  [/^\/companies\/index\.json$/, companies],
  [/^\/companies\/index\.csv$/, readTable(noteCompany)],
  [/^\/status\/index\.json$/, status],
  [/^\/data\/index\.json$/, data],
  [/^\/names\/index\.json$/, names],
  [/^\/names\/[^/]+\/index\.json$/, name],
  [/^\/topics\/index\.json$/, topics],
  [/^\/[^/]+\.[^/]+\/index\.json$/, company],
  [new RegExp(`${POLICY}index\\.json$`), timeline],
  [new RegExp(`${POLICY}index\\.csv$`), timelineTable],
  [new RegExp(`${POLICY}clauses/index\\.json$`), clauses],
  [new RegExp(`${POLICY}clauses/index\\.csv$`), clausesTable],
  [
    new RegExp(`${POLICY}[^/]+--[^/]+/index\\.json$`),
    readJson<ChangeValues>((twin, note) => noteChange(twin, note)),
  ],
  [new RegExp(`${POLICY}[^/]+--[^/]+/index\\.txt$`), changeText],
  [new RegExp(`${POLICY}${VERSION}index\\.json$`), version],
  [/changes\.atom$/, feed],
];
