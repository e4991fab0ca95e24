import Database from 'better-sqlite3';
import { listTerms, listUnits, packHistory, type SearchUnit, stemKey, TOPICS } from '../core/index.ts';
import type { Store } from './open.ts';
import {
  type GatheredClause,
  gatherClauses,
  type PolicyRow,
  prepareReading,
  type VersionRow,
} from './search-gather.ts';

/**
 * The search file: the distinct clauses of each policy with a full-text index, made from a store. The site publishes it
 * in pieces, so what a question reads lies close together: rows of a policy follow each other, what is needed of every
 * hit (`histories`) stands apart from the texts, and the index keeps neither texts nor sizes of its own. It holds the terms
 * of core, which FTS5 only parts at blanks.
 */
const SCHEMA = `
  create table policies (
    id integer primary key, domain text not null, policy text not null,
    first_row integer not null, last_row integer not null,  -- of texts; last_row below first_row: none
    first_day text, last_day text,
    newest integer not null);                               -- number of the newest dated version, else of the last
  create table topics (id integer primary key, name text not null, title text not null);
  create table histories (policy integer primary key, packed text not null);  -- as packHistory of core writes it
  create table languages (code text primary key, clauses integer not null) without rowid;  -- '' where undecided
  create table words (                                      -- folded words, as WordRow of core has them
    word text not null, language text not null, key text not null, uses integer not null,
    primary key (word, language)) without rowid;
  create table forms (key text primary key, words text not null) without rowid;  -- words of one stem, with blanks between
  create table texts (
    id integer primary key,
    anchor text not null,                                   -- in the last version that holds it
    label text not null,
    slug text,                                              -- of its history; null: it has none
    language text not null,
    text text not null);
  create virtual table search using fts5 (terms, content = '', columnsize = 0, tokenize = 'ascii');`;

/**
 * A page is what a browser fetches, a third of it when compressed. Texts of hits lie far apart, so small pages bring little
 * that is not shown; with smaller ones the way to a row would fill too many.
 */
export const PAGE_BYTES = 16 * 1024;

/** Of the full-text index, so that each of its leaves fills a page. */
const INDEX_PAGE_BYTES = 16_200;

export type SearchFile = Database.Database;

/** Runs the schema, and writes what all search files hold. */
export function createSearchFile(file: SearchFile): void {
  file.exec(SCHEMA);
  file.exec(`insert into search (search, rank) values ('pgsz', ${INDEX_PAGE_BYTES})`);
  const insert = file.prepare('insert into topics values (?, ?, ?)');
  TOPICS.forEach(({ name, title }, at) => {
    insert.run(at, name, title);
  });
}

const countWords = (text: string) => text.split(' ').length;

interface KnownWord {
  readonly key: string;
  uses: number;
}

/** The words of all clauses by the language they stand in, with their stems. */
export class Vocabulary {
  /** Forms by word and language, with a blank between the two. */
  private readonly words = new Map<string, KnownWord>();
  private readonly clauses = new Map<string, number>();

  add(text: string, units: readonly SearchUnit[], language: string): void {
    this.clauses.set(language, (this.clauses.get(language) ?? 0) + 1);
    const seen = new Set<string>();
    for (const unit of units) {
      if (unit.isSign || seen.has(unit.text)) continue;
      seen.add(unit.text);
      const name = `${unit.text} ${language}`;
      const known = this.words.get(name);
      if (known) known.uses++;
      else this.words.set(name, { key: keyOf(text.slice(unit.start, unit.end), language), uses: 1 });
    }
  }

  /** Adds all words to those that the file knows. */
  writeTo(file: SearchFile): void {
    const writeWord = file.prepare(
      `insert into words values (:word, :language, :key, :uses)
       on conflict (word, language) do update set uses = uses + :uses`,
    );
    const own = file.prepare('select words from forms where key = ?').pluck();
    const writeForms = file.prepare('insert or replace into forms values (?, ?)');
    const writeLanguage = file.prepare(
      'insert into languages values (:code, :count) on conflict (code) do update set clauses = clauses + :count',
    );
    for (const [code, count] of [...this.clauses].sort(([a], [b]) => (a < b ? -1 : 1))) {
      writeLanguage.run({ code, count });
    }
    const split = (text: unknown) => (typeof text === 'string' && text !== '' ? text.split(' ') : []);
    const forms = new Map<string, string[]>();
    for (const [name, { key, uses }] of [...this.words].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [word, language] = name.split(' ') as [string, string];
      writeWord.run({ word, language, key, uses });
      if (key !== '') forms.set(key, [...(forms.get(key) ?? []), word]);
    }
    for (const [key, words] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
      writeForms.run(key, [...new Set([...split(own.get(key)), ...words])].sort().join(' '));
    }
  }
}

const keyOf = (spelled: string, language: string): string =>
  stemKey(
    spelled
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]/gu, ''),
    language,
  ) ?? '';

/** Writes policies one after the other, behind the rows that are there. */
export function prepareWriting(file: SearchFile, vocabulary: Vocabulary) {
  const insert = {
    policy: file.prepare('insert into policies values (?, ?, ?, ?, ?, ?, ?, ?)'),
    history: file.prepare('insert into histories values (?, ?)'),
    text: file.prepare('insert into texts values (?, ?, ?, ?, ?, ?)'),
    terms: file.prepare('insert into search (rowid, terms) values (?, ?)'),
  };
  const ascending = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  let lastRow = file.prepare('select ifnull(max(id), 0) from texts').pluck().get() as number;
  return (
    id: number,
    name: PolicyRow,
    versions: readonly VersionRow[],
    clauses: readonly GatheredClause[],
  ) => {
    const firstRow = lastRow + 1;
    for (const { anchor, label, slug, text, language } of clauses) {
      lastRow++;
      const units = listUnits(text);
      vocabulary.add(text, units, language ?? '');
      insert.text.run(lastRow, anchor, label, slug, language ?? '', text);
      insert.terms.run(BigInt(lastRow), listTerms(text, units).join(' '));
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
  createSearchFile(file);
  const read = prepareReading(store);
  const vocabulary = new Vocabulary();
  const write = prepareWriting(file, vocabulary);
  file.transaction(() => {
    read.listPolicies(domain ?? null).forEach((policy, at) => {
      const versions = read.listVersions(policy.id);
      write(at + 1, policy, versions, gatherClauses(versions, read.mapFlags(policy.id), read.listPlaced));
    });
    vocabulary.writeTo(file);
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
         or name in ('sqlite_schema', 'policies', 'topics', 'languages', 'search_config', 'search_idx') order by pageno`,
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
