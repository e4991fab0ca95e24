import type { Store } from '../open.ts';

/** Something a clause of a policy names or promises; offsets are UTF-16 units of its plain text. */
export interface DerivedTerm {
  readonly kind: 'third-party' | 'promise' | 'vague';
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
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

/** Replaces the terms and links of a policy. To be called inside the transaction that replaces its history. */
export function writeTerms(store: Store, policyId: number, clauses: readonly DerivedClauseTerms[]): void {
  for (const table of ['clause_terms', 'clause_links']) {
    store.prepare(`delete from ${table} where policy_id = ?`).run(policyId);
  }
  const insertTerm = store.prepare(
    `insert or ignore into clause_terms (policy_id, clause_id, kind, start, end, term, rule)
     values (:policyId, :clauseId, :kind, :start, :end, :term, :rule)`,
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
