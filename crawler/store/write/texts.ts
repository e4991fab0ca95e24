import type { PlacedClause, Removal, StatedDate, TextLabels } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** A text with its clauses, as derived from one payload. `leads[i]` stands before clause i, `tail` after the last. */
export interface DerivedText {
  readonly markdownHash: string;
  readonly textHash: string;
  readonly clauses: readonly PlacedClause[];
  readonly leads: readonly string[];
  readonly tail: string;
  readonly labels: TextLabels;
  readonly wordCount: number;
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
  readonly rulesVersion: number;
}

/** Keeps what became of a capture's payload, replacing what older rules made of it. */
export function writeNormalization(store: Store, captureId: number, derived: DerivedNormalization): void {
  store.transaction(() => {
    const textId = derived.text ? writeText(store, derived.text) : null;
    store
      .prepare(
        `insert or replace into normalizations
           (capture_id, outcome, reason, title, language, stated_date, text_id, flags, removed, follow, rules_version)
         values (:captureId, :outcome, :reason, :title, :language, :statedDate, :textId, :flags, :removed, :follow,
           :rulesVersion)`,
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
        rulesVersion: derived.rulesVersion,
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

/** The text's id; its clauses and their places are stored once for all texts that share them. */
function writeText(store: Store, text: DerivedText): number {
  const known = store
    .prepare('select id, text_hash from texts where markdown_hash = ?')
    .get(text.markdownHash) as { id: number; text_hash: string } | undefined;
  if (known && known.text_hash === text.textHash) {
    writeLabels(store, known.id, text.labels);
    return known.id;
  }
  if (known) {
    store.prepare('update texts set text_hash = ? where id = ?').run(text.textHash, known.id);
    store.prepare('delete from text_clauses where text_id = ?').run(known.id);
  }
  const id =
    known?.id ??
    (store
      .prepare('insert into texts (markdown_hash, text_hash, tail, word_count) values (?, ?, ?, ?)')
      .run(text.markdownHash, text.textHash, text.tail, text.wordCount).lastInsertRowid as number);
  const place = store.prepare(
    'insert into text_clauses (text_id, position, clause_id, context_id) values (?, ?, ?, ?)',
  );
  text.clauses.forEach((clause, position) => {
    place.run(id, position, clauseId(store, clause), contextId(store, clause, text.leads[position] ?? ''));
  });
  writeLabels(store, id, text.labels);
  return id;
}

function clauseId(store: Store, clause: PlacedClause): number {
  const { kind, level, text } = clause;
  store.prepare('insert or ignore into clauses (kind, level, text) values (?, ?, ?)').run(kind, level, text);
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

/** Keeps by which rules a text was labelled, and the labels; a text that was not judged has neither. */
function writeLabels(store: Store, textId: number, { labelling, clauses }: TextLabels): void {
  store.prepare('delete from text_labels where text_id = ?').run(textId);
  if (labelling === null) return;
  store
    .prepare('insert into text_labels (text_id, language, rules_version) values (?, ?, ?)')
    .run(textId, labelling.language, labelling.rulesVersion);
  const places = store
    .prepare('select clause_id, context_id from text_clauses where text_id = ? order by position')
    .all(textId) as { clause_id: number; context_id: number }[];
  for (const [table, kind] of [
    ['clause_topics', 'topics'],
    ['clause_perhaps', 'perhaps'],
  ] as const) {
    const clear = store.prepare(`delete from ${table} where clause_id = ? and context_id = ?`);
    const insert = store.prepare(
      `insert or ignore into ${table} (clause_id, context_id, topic, rule) values (?, ?, ?, ?)`,
    );
    places.forEach((place, position) => {
      clear.run(place.clause_id, place.context_id);
      for (const { topic, rule } of clauses[position]?.[kind] ?? []) {
        insert.run(place.clause_id, place.context_id, topic, rule);
      }
    });
  }
}

/** Deletes texts, clauses and contexts that nothing refers to any more. */
export function deleteOrphans(store: Store): void {
  store.exec(`
    delete from text_clauses where text_id not in (select text_id from normalizations where text_id is not null);
    delete from text_labels where text_id not in (select text_id from normalizations where text_id is not null);
    delete from texts where id not in (select text_id from normalizations where text_id is not null);
    delete from clause_topics where (clause_id, context_id) not in (select clause_id, context_id from text_clauses);
    delete from clause_perhaps where (clause_id, context_id) not in (select clause_id, context_id from text_clauses);
    delete from clause_terms where clause_id not in (select clause_id from text_clauses);
    delete from clause_links where clause_id not in (select clause_id from text_clauses);
    delete from clauses where id not in (select clause_id from text_clauses);
    delete from contexts where id not in (select context_id from text_clauses);`);
}
