import Database from 'better-sqlite3';
import {
  CLAUSE_FLAGS,
  nameAnchors,
  packHistory,
  plainText,
  type SearchedVersion,
  TOPICS,
} from '../core/index.ts';
import type { Store } from './open.ts';

/**
 * The search file: the distinct clauses of each policy with a full-text index, made from a store. The site publishes it
 * in pieces, so what a question reads lies close together: rows of a policy follow each other, what is needed of every
 * hit (`histories`) stands apart from the texts, and the index keeps neither texts nor sizes of its own.
 */
const SCHEMA = `
  create table policies (
    id integer primary key, domain text not null, policy text not null,
    first_row integer not null, last_row integer not null,  -- of texts; last_row below first_row: none
    first_day text, last_day text,
    newest integer not null);                               -- number of the newest dated version, else of the last
  create table topics (id integer primary key, name text not null, title text not null);
  create table histories (policy integer primary key, packed text not null);  -- as packHistory of core writes it
  create table texts (
    id integer primary key,
    anchor text not null,                                   -- in the last version that holds it
    label text not null,
    slug text,                                              -- of its history; null: it has none
    text text not null);
  create virtual table search using fts5 (
    text, content = 'texts', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');`;

/**
 * A page is what a browser fetches, a third of it when compressed. Texts of hits lie far apart, so small pages bring little
 * that is not shown; with smaller ones the way to a row would fill too many.
 */
export const PAGE_BYTES = 16 * 1024;

/** Of the full-text index, so that each of its leaves fills a page. */
const INDEX_PAGE_BYTES = 16_200;

export type SearchFile = Database.Database;

interface PolicyRow {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
}

interface VersionRow extends SearchedVersion {
  readonly id: number;
}

interface PlacedRow {
  readonly clauseId: number;
  readonly text: string;
  readonly label: string;
  readonly isHeading: number;
  readonly lineage: number | null;
  readonly lineageLabel: string | null;
  readonly slug: string | null;
  /** Names joined by commas; null where there are none. */
  readonly topics: string | null;
}

/** A distinct clause of a policy while its versions are read. */
interface Gathered {
  readonly text: string;
  readonly lineage: number;
  readonly label: string;
  readonly slug: string | null;
  readonly versions: number[];
  readonly topics: Set<number>;
  readonly flags: readonly number[];
  anchor: string;
}

/** Flags of a policy's clauses, by clause. */
type FlagsByClause = ReadonlyMap<number, readonly number[]>;

const topicNumbers = new Map(TOPICS.map(({ name }, at) => [name, at]));

/** Text on one line without control characters, which mark hits. */
const searchedText = (markdown: string) =>
  plainText(markdown)
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .trim();

const countWords = (text: string) => text.split(' ').length;

/** The policy's distinct clauses, in the order they were first seen; the same words in two lineages are two. */
function gatherClauses(
  versions: readonly VersionRow[],
  flags: FlagsByClause,
  readPlaced: (versionId: number) => PlacedRow[],
): Gathered[] {
  const gathered = new Map<string, Gathered>();
  for (const version of versions) {
    const placed = readPlaced(version.id);
    const anchors = nameAnchors(placed);
    placed.forEach((row, at) => {
      const key = `${row.clauseId} ${row.lineage}`;
      let clause = gathered.get(key);
      if (!clause) {
        clause = {
          text: searchedText(row.text),
          lineage: row.lineage ?? -1 - gathered.size,
          label: row.lineageLabel ?? row.label,
          slug: row.isHeading === 1 ? null : row.slug,
          versions: [],
          topics: new Set(),
          flags: flags.get(row.clauseId) ?? [],
          anchor: '',
        };
        gathered.set(key, clause);
      }
      if (clause.versions.at(-1) !== version.version) clause.versions.push(version.version);
      for (const name of row.topics?.split(',') ?? []) clause.topics.add(topicNumbers.get(name)!);
      clause.anchor = anchors[at]!;
    });
  }
  return [...gathered.values()];
}

function prepareReading(store: Store) {
  const versions = store.prepare(
    `select id, version, slug, substr(first_seen, 1, 10) as firstDay, substr(last_seen, 1, 10) as lastDay
     from versions where policy_id = ? order by version`,
  );
  const placed = store.prepare(
    `select tc.clause_id as clauseId, k.text, x.label, k.kind = 'heading' as isHeading,
       l.lineage, l.label as lineageLabel, l.slug,
       (select group_concat(ct.topic) from clause_topics ct
         where ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id and ct.context_id = tc.context_id) as topics
     from versions v
     join text_clauses tc on tc.text_id = v.text_id
     join clauses k on k.id = tc.clause_id
     join contexts x on x.id = tc.context_id
     left join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
     left join lineages l on l.id = vl.lineage_id
     where v.id = ? order by tc.position`,
  );
  const terms = store.prepare(
    'select distinct clause_id as clauseId, kind from clause_terms where policy_id = ? order by clause_id, kind',
  );
  return {
    mapFlags: (policyId: number): FlagsByClause => {
      const rows = terms.all(policyId) as { clauseId: number; kind: string }[];
      const flags = new Map<number, number[]>();
      for (const { clauseId, kind } of rows) {
        const number = CLAUSE_FLAGS.findIndex(({ name }) => name === kind);
        if (number < 0) throw new Error(`the store knows a kind of term that the search does not: ${kind}`);
        flags.set(clauseId, [...(flags.get(clauseId) ?? []), number]);
      }
      return flags;
    },
    listVersions: (policyId: number) => versions.all(policyId) as VersionRow[],
    listPlaced: (versionId: number) => placed.all(versionId) as PlacedRow[],
  };
}

function prepareWriting(file: SearchFile) {
  const insert = {
    policy: file.prepare('insert into policies values (?, ?, ?, ?, ?, ?, ?, ?)'),
    history: file.prepare('insert into histories values (?, ?)'),
    text: file.prepare('insert into texts values (?, ?, ?, ?, ?)'),
  };
  const ascending = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  let lastRow = 0;
  return (id: number, name: PolicyRow, versions: readonly VersionRow[], clauses: readonly Gathered[]) => {
    const firstRow = lastRow + 1;
    for (const clause of clauses) {
      lastRow++;
      insert.text.run(lastRow, clause.anchor, clause.label, clause.slug, clause.text);
    }
    const packed = clauses.map(({ text, topics, ...clause }) => ({
      ...clause,
      topics: ascending(topics),
      words: countWords(text),
    }));
    insert.history.run(id, packHistory(versions, packed));
    const dated = versions.filter((one) => one.firstDay !== null);
    const [firstDay, lastDay] = [dated[0]?.firstDay ?? null, dated.at(-1)?.lastDay ?? null];
    const { domain, policy } = name;
    const newest = (dated.at(-1) ?? versions.at(-1)!).version;
    insert.policy.run(id, domain, policy, firstRow, lastRow, firstDay, lastDay, newest);
  };
}

/** Opens a search file that `makeSearchFile` wrote, to be read. */
export const openSearchFile = (path: string): SearchFile => new Database(path, { readonly: true });

/**
 * Makes the search file of a store, at a path where nothing lies yet or `:memory:`. The caller closes it. The same store
 * gives the same bytes.
 */
export function makeSearchFile(store: Store, path: string, domain?: string): SearchFile {
  const file = new Database(path);
  file.pragma(`page_size = ${PAGE_BYTES}`);
  // Made whole or thrown away: there is nothing to roll back to.
  file.pragma('journal_mode = off');
  file.pragma('synchronous = off');
  file.exec(SCHEMA);
  file.exec(`insert into search (search, rank) values ('pgsz', ${INDEX_PAGE_BYTES})`);
  const read = prepareReading(store);
  const write = prepareWriting(file);
  const policies = store
    .prepare(
      `select id, domain, policy from policies p where (:domain is null or domain = :domain)
         and exists (select 1 from versions v where v.policy_id = p.id) order by domain, policy`,
    )
    .all({ domain: domain ?? null }) as PolicyRow[];
  file.transaction(() => {
    TOPICS.forEach(({ name, title }, at) => {
      file.prepare('insert into topics values (?, ?, ?)').run(at, name, title);
    });
    policies.forEach((policy, at) => {
      const versions = read.listVersions(policy.id);
      write(at + 1, policy, versions, gatherClauses(versions, read.mapFlags(policy.id), read.listPlaced));
    });
    file.exec("insert into search (search) values ('rebuild')");
    file.exec("insert into search (search) values ('optimize')");
  })();
  // Puts the pages of each table next to each other: what a question reads lies in few pieces.
  if (path !== ':memory:') file.exec('vacuum');
  return file;
}

/**
 * Numbers, from 1, of the pages that every question to a search file reads: those on the way to a row of any table, the
 * places of words in the index, and the small tables. One in fifty at most.
 */
export function listStartPages(file: SearchFile): number[] {
  const pages = file
    .prepare(
      `select pageno from dbstat where pagetype = 'internal'
         or name in ('sqlite_schema', 'policies', 'topics', 'search_config', 'search_idx') order by pageno`,
    )
    .pluck()
    .all() as number[];
  // The index begins with what it says of itself; source: sqlite.org/fts5.html, "FTS5 Data Structures".
  const head = file
    .prepare(
      "select pageno from dbstat where name = 'search_data' and pagetype = 'leaf' order by path limit 1",
    )
    .pluck()
    .get() as number;
  return [...new Set([...pages, head])].sort((left, right) => left - right);
}
