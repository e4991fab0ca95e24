import {
  type Clause,
  countReading,
  countRow,
  listTerms,
  parsePhrase,
  plainText,
  type ReadingCounts,
  type SizeClass,
  type TermRow,
} from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';

/**
 * The questions of charts. They need every version of a policy, so tables are read in bulk, each distinct clause is counted
 * once, and only sums leave.
 */

/** A version as a chart counts it. */
export interface TrendVersion {
  readonly domain: string;
  readonly policy: string;
  readonly version: number;
  readonly slug: string;
  readonly language: string | null;
  readonly flags: readonly string[];
  readonly wordCount: number;
  readonly clauseCount: number;
  readonly reading: ReadingCounts;
  /** ISO days of the captures that hold it, ascending; none where the date is unknown. */
  readonly days: readonly string[];
  /** Topics that a clause other than a heading speaks of, ascending. */
  readonly topics: readonly string[];
  /** Language of the rules that labelled its clauses; null where not judged, and then `topics` is empty. */
  readonly labelLanguage: string | null;
  readonly thirdPartyCount: number;
  readonly vagueCount: number;
  /** Uses of each phrase asked for, in their order. */
  readonly uses: readonly number[];
}

/** The comparison of two successive versions, named by their numbers. */
export interface TrendComparison {
  readonly domain: string;
  readonly policy: string;
  readonly left: number;
  readonly right: number;
  readonly sizeClass: SizeClass;
}

interface VersionRow {
  readonly id: number;
  readonly policyId: number;
  readonly textId: number;
  readonly domain: string;
  readonly policy: string;
  readonly version: number;
  readonly slug: string;
  readonly language: string | null;
  readonly flags: string;
  readonly wordCount: number;
  readonly labelLanguage: string | null;
}

/** What one distinct clause adds to a text. */
interface ClauseCounts extends ReadingCounts {
  readonly isHeading: boolean;
  /** Null where no phrase is used. */
  readonly uses: readonly number[] | null;
}

/** Sums of a version while the clauses of its text go by. */
interface Sums {
  readonly row: VersionRow;
  clauses: number;
  words: number;
  sentences: number;
  syllables: number;
  thirdParties: number;
  vague: number;
  readonly topics: Set<string>;
  readonly uses: number[];
}

const NOTHING: ReadingCounts = { words: 0, sentences: 0, syllables: 0 };

/** The clauses of a policy's texts, where they stand. */
const PLACES = `select tc.text_id, tc.clause_id, tc.context_id from text_clauses tc
  where tc.text_id in (select text_id from versions where policy_id = ?)`;

function countClauses(
  store: Store,
  policyId: number,
  phrases: readonly TermRow[],
): Map<number, ClauseCounts> {
  const rows = prepareOnce(
    store,
    `select id, kind, text from clauses where id in (select clause_id from (${PLACES}))`,
  ).iterate(policyId) as IterableIterator<Pick<Clause, 'kind' | 'text'> & { readonly id: number }>;
  const counts = new Map<number, ClauseCounts>();
  for (const { id, kind, text } of rows) {
    const plain = plainText(text);
    const isHeading = kind === 'heading';
    const folded = phrases.length === 0 ? [] : listTerms(plain);
    const uses = phrases.map((phrase) => countRow(folded, phrase));
    counts.set(id, {
      ...(isHeading ? NOTHING : countReading(plain)),
      isHeading,
      uses: uses.some((count) => count > 0) ? uses : null,
    });
  }
  return counts;
}

/** Two numbers as one key; ids are far below 2 ** 26. */
const pair = (left: number, right: number) => left * 2 ** 26 + right;

function readTopics(store: Store, policyId: number): Map<number, string[]> {
  const topics = new Map<number, string[]>();
  const rows = prepareOnce(
    store,
    `select clause_id, context_id, topic from clause_topics where policy_id = ?`,
  )
    .raw()
    .iterate(policyId);
  for (const [clause, context, topic] of rows as Iterable<[number, number, string]>) {
    const key = pair(clause, context);
    const known = topics.get(key);
    if (known) known.push(topic);
    else topics.set(key, [topic]);
  }
  return topics;
}

/** Third parties named and vague words used, by clause. */
function readTerms(
  store: Store,
  policyId: number,
): Map<number, readonly [thirdParties: number, vague: number]> {
  const rows = prepareOnce(
    store,
    `select clause_id, sum(kind = 'third-party'), sum(kind = 'vague') from clause_terms where policy_id = ?
       group by clause_id`,
  )
    .raw()
    .iterate(policyId) as Iterable<[number, number, number]>;
  const terms = new Map<number, readonly [number, number]>();
  for (const [clause, thirdParties, vague] of rows) terms.set(clause, [thirdParties, vague]);
  return terms;
}

function readDays(store: Store, policyId: number): Map<number, string[]> {
  const rows = prepareOnce(
    store,
    `select distinct o.version_id,
         substr(c.timestamp, 1, 4) || '-' || substr(c.timestamp, 5, 2) || '-' || substr(c.timestamp, 7, 2)
       from outcomes o join captures c on c.id = o.capture_id
       where o.version_id in (select id from versions where policy_id = ?) and c.timestamp is not null order by 1, 2`,
  )
    .raw()
    .iterate(policyId) as Iterable<[number, string]>;
  const days = new Map<number, string[]>();
  for (const [version, day] of rows) {
    const known = days.get(version);
    if (known) known.push(day);
    else days.set(version, [day]);
  }
  return days;
}

function startSums(store: Store, domain: string, policy: string, phraseCount: number): Sums[] {
  const rows = prepareOnce(
    store,
    `select v.id, v.policy_id as policyId, v.text_id as textId, p.domain, p.policy, v.version, v.slug, n.language,
         n.flags, t.word_count as wordCount, tl.language as labelLanguage
       from versions v
       join policies p on p.id = v.policy_id
       join texts t on t.id = v.text_id
       left join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = t.id
       join normalizations n on n.capture_id = v.capture_id
       where p.domain = ? and p.policy = ? order by v.version`,
  ).all(domain, policy) as VersionRow[];
  return rows.map((row) => ({
    row,
    clauses: 0,
    words: 0,
    sentences: 0,
    syllables: 0,
    thirdParties: 0,
    vague: 0,
    topics: new Set(),
    uses: new Array(phraseCount).fill(0),
  }));
}

/** Adds every clause of every text to the versions that have the text. */
function addClauses(store: Store, policyId: number, all: readonly Sums[], phrases: readonly TermRow[]): void {
  const counts = countClauses(store, policyId, phrases);
  const topics = readTopics(store, policyId);
  const terms = readTerms(store, policyId);
  const byText = Map.groupBy(all, ({ row }) => row.textId);
  const rows = prepareOnce(store, PLACES).raw().iterate(policyId);
  for (const [text, clause, context] of rows as Iterable<[number, number, number]>) {
    const own = counts.get(clause)!;
    for (const sums of byText.get(text) ?? []) {
      sums.clauses++;
      sums.words += own.words;
      sums.sentences += own.sentences;
      sums.syllables += own.syllables;
      own.uses?.forEach((uses, at) => {
        sums.uses[at]! += uses;
      });
      const [thirdParties, vague] = terms.get(clause) ?? [0, 0];
      sums.thirdParties += thirdParties;
      sums.vague += vague;
      if (own.isHeading || sums.row.labelLanguage === null) continue;
      for (const topic of topics.get(pair(clause, context)) ?? []) sums.topics.add(topic);
    }
  }
}

/**
 * Every version of a policy, by number, with the uses of phrases as `parsePhrase` reads them; one without a word is used
 * nowhere.
 */
export function listTrendVersions(
  store: Store,
  domain: string,
  policy: string,
  typed: readonly string[],
): TrendVersion[] {
  const phrases = typed.map((one) => parsePhrase(one) ?? { terms: [''], isPrefix: false, unitCount: 1 });
  const all = startSums(store, domain, policy, phrases.length);
  const policyId = all[0]?.row.policyId;
  if (policyId === undefined) return [];
  addClauses(store, policyId, all, phrases);
  const days = readDays(store, policyId);
  return all.map(({ row, clauses, words, sentences, syllables, thirdParties, vague, topics, uses }) => {
    const { id, policyId: _policyId, textId: _textId, flags, ...rest } = row;
    return {
      ...rest,
      flags: JSON.parse(flags),
      clauseCount: clauses,
      reading: { words, sentences, syllables },
      days: days.get(id) ?? [],
      topics: [...topics].sort(),
      thirdPartyCount: thirdParties,
      vagueCount: vague,
      uses,
    };
  });
}

/** Every comparison of successive versions, by domain, policy and number. */
export function listTrendComparisons(store: Store): TrendComparison[] {
  return store
    .prepare(
      `select p.domain, p.policy, l.version as left, r.version as right, o.size_class as sizeClass
       from comparisons o
       join versions l on l.id = o.left_version_id
       join versions r on r.id = o.right_version_id
       join policies p on p.id = r.policy_id
       order by p.domain, p.policy, r.version`,
    )
    .all() as TrendComparison[];
}
