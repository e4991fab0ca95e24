import type { PlacedClause, ReadingCounts, Removal, StatedDate } from '../../core/index.ts';
import { sha256 } from '../../hash.ts';
import type { Store } from '../open.ts';
import { readText } from '../read/derived.ts';

/** A text with its clauses, as derived from one payload. `leads[i]` stands before clause i, `tail` after the last. */
export interface DerivedText {
  readonly markdownHash: string;
  readonly textHash: string;
  readonly clauses: readonly PlacedClause[];
  readonly leads: readonly string[];
  readonly tail: string;
  readonly wordCount: number;
  /** Counts of what is read aloud, headings left out. */
  readonly reading: ReadingCounts;
  /** Version of the rules that cut it. */
  readonly textRules: string;
}

/** What normalization made of one capture's payload; `text` is null unless `outcome` is `version`. */
export interface DerivedNormalization {
  readonly outcome: 'version' | 'not-a-policy' | 'failed';
  readonly reason: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly statedDate: StatedDate | null;
  readonly flags: readonly string[];
  readonly removed: readonly Removal[];
  readonly follow: string | null;
  readonly text: DerivedText | null;
  /** Version of the rules that read the payload. */
  readonly payloadRules: string;
}

/** Keeps what became of a capture's payload, replacing what older rules made of it. */
export function writeNormalization(store: Store, captureId: number, derived: DerivedNormalization): void {
  store.transaction(() => {
    const textId = derived.text ? writeText(store, derived.text) : null;
    store
      .prepare(
        `insert or replace into normalizations
           (capture_id, outcome, reason, title, language, stated_date, text_id, flags, removed, follow, payload_rules)
         values (:captureId, :outcome, :reason, :title, :language, :statedDate, :textId, :flags, :removed, :follow,
           :payloadRules)`,
      )
      .run({
        captureId,
        outcome: derived.outcome,
        reason: derived.reason,
        title: derived.title,
        language: derived.language,
        statedDate: derived.statedDate && JSON.stringify(derived.statedDate),
        textId,
        flags: JSON.stringify(derived.flags),
        removed: JSON.stringify(derived.removed),
        follow: derived.follow,
        payloadRules: derived.payloadRules,
      });
  })();
}

/** Forgets which captures of an address were held to be no policy: they are to be judged anew. */
export function forgetRefusals(store: Store, addressId: number): void {
  store
    .prepare(
      `delete from normalizations where outcome = 'not-a-policy'
       and capture_id in (select id from captures where address_id = ?)`,
    )
    .run(addressId);
}

/** Forgets what other rules than these read of payloads of a policy: of captures that are not read any more. */
export function forgetOldReadings(store: Store, policyId: number, payloadRules: string): void {
  store
    .prepare(
      `delete from normalizations where payload_rules <> ? and capture_id in
         (select c.id from captures c join addresses a on a.id = c.address_id where a.policy_id = ?)`,
    )
    .run(payloadRules, policyId);
}

/** Lets a policy's captures hold a text cut by other rules in place of one. The old stays for whoever still refers to it. */
export function replaceText(store: Store, policyId: number, textId: number, text: DerivedText): void {
  store.transaction(() => {
    store
      .prepare(
        `update normalizations set text_id = ? where text_id = ? and capture_id in
           (select c.id from captures c join addresses a on a.id = c.address_id where a.policy_id = ?)`,
      )
      .run(writeText(store, text), textId, policyId);
  })();
}

/**
 * The text's id; its clauses and their places are stored once for all texts that share them. A text that is there, and does
 * not read as it should, is put together anew.
 */
function writeText(store: Store, text: DerivedText): number {
  const known = store
    .prepare('select id from texts where markdown_hash = ? and text_rules = ?')
    .pluck()
    .get(text.markdownHash, text.textRules) as number | undefined;
  if (known === undefined) return insertText(store, text);
  if (sha256(readText(store, known).markdown) !== text.markdownHash) mendText(store, known, text);
  return known;
}

function insertText(store: Store, text: DerivedText): number {
  const id = store
    .prepare(
      `insert into texts (markdown_hash, text_hash, tail, word_count, text_rules, reading_words, sentences, syllables)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...[text.markdownHash, text.textHash, text.tail, text.wordCount, text.textRules], ...countsOf(text))
    .lastInsertRowid as number;
  placeClauses(store, id, text);
  return id;
}

const countsOf = ({ reading }: DerivedText) => [reading.words, reading.sentences, reading.syllables];

function mendText(store: Store, id: number, text: DerivedText): void {
  store
    .prepare(
      `update texts set text_hash = ?, tail = ?, word_count = ?, reading_words = ?, sentences = ?, syllables = ?
       where id = ?`,
    )
    .run(text.textHash, text.tail, text.wordCount, ...countsOf(text), id);
  store.prepare('delete from text_clauses where text_id = ?').run(id);
  store.exec('delete from seals');
  placeClauses(store, id, text);
}

function placeClauses(store: Store, id: number, text: DerivedText): void {
  const place = store.prepare(
    'insert into text_clauses (text_id, position, clause_id, context_id) values (?, ?, ?, ?)',
  );
  text.clauses.forEach((clause, position) => {
    place.run(id, position, clauseId(store, clause), contextId(store, clause, text.leads[position] ?? ''));
  });
}

function clauseId(store: Store, clause: PlacedClause): number {
  const { kind, level, text } = clause;
  store
    .prepare(
      `insert into clauses (kind, level, text, text_hash) values (?, ?, ?, ?)
       on conflict do update set text_hash = excluded.text_hash where text_hash is null`,
    )
    .run(kind, level, text, sha256(text));
  return store
    .prepare('select id from clauses where kind = ? and level = ? and text = ?')
    .pluck()
    .get(kind, level, text) as number;
}

function contextId(store: Store, clause: PlacedClause, lead: string): number {
  const values = [lead, JSON.stringify(clause.headingPath), clause.label, clause.labelIsOurs ? 1 : 0];
  store
    .prepare('insert or ignore into contexts (lead, heading_path, label, label_is_ours) values (?, ?, ?, ?)')
    .run(...values);
  return store
    .prepare(
      'select id from contexts where lead = ? and heading_path = ? and label = ? and label_is_ours = ?',
    )
    .pluck()
    .get(...values) as number;
}

/** Texts that a policy's captures or versions hold. */
const HELD = `select text_id from normalizations where text_id is not null union select text_id from versions`;

/** Deletes texts, clauses and contexts that nothing refers to any more. */
export function deleteOrphans(store: Store): void {
  store.exec(`
    delete from text_labels where text_id not in (select text_id from versions);
    delete from text_clauses where text_id not in (${HELD});
    delete from texts where id not in (${HELD});
    delete from clause_topics where (clause_id, context_id) not in (select clause_id, context_id from text_clauses);
    delete from clause_perhaps where (clause_id, context_id) not in (select clause_id, context_id from text_clauses);
    delete from clause_terms where clause_id not in (select clause_id from text_clauses);
    delete from clause_links where clause_id not in (select clause_id from text_clauses);
    delete from clauses where id not in (select clause_id from text_clauses);
    delete from contexts where id not in (select context_id from text_clauses);`);
}
