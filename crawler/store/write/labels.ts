import type { ClauseLabels, Gist } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** Something a clause of a policy names or promises; offsets are UTF-16 units of its plain text. */
export interface DerivedTerm {
  readonly kind: 'third-party' | 'promise' | 'vague';
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** A name in one spelling; null for what is no name. */
  readonly canonical: string | null;
}

/** A link or mail address of a clause; `host` is null where there is none. */
export interface DerivedLink {
  readonly kind: 'mailto' | 'own' | 'external' | 'other';
  readonly text: string;
  readonly href: string;
  readonly host: string | null;
  readonly start: number;
  readonly end: number;
}

/** What the clauses of a policy's versions hold, each distinct clause once. */
export interface DerivedClauseTerms {
  readonly clauseId: number;
  readonly terms: readonly DerivedTerm[];
  readonly links: readonly DerivedLink[];
}

/** What the clauses of a text speak of; `language` is null where it was not judged. */
export interface DerivedTextLabels {
  readonly textId: number;
  readonly language: string | null;
  readonly clauses: readonly (ClauseLabels & { readonly clauseId: number; readonly contextId: number })[];
}

/** The labels of all versions of a policy, and the version of the rules that gave them. */
export interface DerivedLabels {
  readonly texts: readonly DerivedTextLabels[];
  readonly terms: readonly DerivedClauseTerms[];
  /** The gist of every comparison of successive versions. */
  readonly gists: readonly { readonly comparisonId: number; readonly gist: Gist }[];
  readonly labelRules: string;
}

/** Replaces all labels of a policy, in one transaction: readers never see those of two rules. */
export function writeLabels(store: Store, policyId: number, labels: DerivedLabels): void {
  store.transaction(() => {
    for (const table of ['text_labels', 'clause_topics', 'clause_perhaps', 'clause_terms', 'clause_links']) {
      store.prepare(`delete from ${table} where policy_id = ?`).run(policyId);
    }
    writeTopics(store, policyId, labels.texts);
    writeTerms(store, policyId, labels.terms);
    const tell = store.prepare('update comparisons set gist = ?, gist_short = ? where id = ?');
    for (const { comparisonId, gist } of labels.gists) tell.run(gist.text, gist.short, comparisonId);
    store.prepare('update versions set label_rules = ? where policy_id = ?').run(labels.labelRules, policyId);
  })();
}

function writeTopics(store: Store, policyId: number, texts: readonly DerivedTextLabels[]): void {
  const judge = store.prepare(
    'insert or ignore into text_labels (policy_id, text_id, language) values (?, ?, ?)',
  );
  const [say, perhaps] = ['clause_topics', 'clause_perhaps'].map((table) =>
    store.prepare(
      `insert or ignore into ${table} (policy_id, clause_id, context_id, topic, rule) values (?, ?, ?, ?, ?)`,
    ),
  );
  for (const { textId, language, clauses } of texts) {
    if (language === null) continue;
    judge.run(policyId, textId, language);
    for (const clause of clauses) {
      const place = [policyId, clause.clauseId, clause.contextId];
      for (const { topic, rule } of clause.topics) say!.run(...place, topic, rule);
      for (const { topic, rule } of clause.perhaps) perhaps!.run(...place, topic, rule);
    }
  }
}

function writeTerms(store: Store, policyId: number, clauses: readonly DerivedClauseTerms[]): void {
  const insertTerm = store.prepare(
    `insert or ignore into clause_terms (policy_id, clause_id, kind, start, end, term, rule, canonical)
     values (:policyId, :clauseId, :kind, :start, :end, :term, :rule, :canonical)`,
  );
  const insertLink = store.prepare(
    `insert or ignore into clause_links (policy_id, clause_id, start, end, kind, text, href, host)
     values (:policyId, :clauseId, :start, :end, :kind, :text, :href, :host)`,
  );
  for (const { clauseId, terms, links } of clauses) {
    for (const term of terms) insertTerm.run({ ...term, policyId, clauseId });
    for (const link of links) insertLink.run({ ...link, policyId, clauseId });
  }
}
