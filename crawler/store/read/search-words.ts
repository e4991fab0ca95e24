import {
  groupByLineage,
  HIT_END,
  HIT_START,
  newestWording,
  parseSearchQuery,
  SEARCH_WORDS,
  slugify,
  splitByPolicy,
} from '../../core/index.ts';
import type { Store } from '../open.ts';
import type { SearchFile } from '../search-file.ts';
import {
  type FoundClause,
  listSearchedPolicies,
  readSearchedHistory,
  type SearchedPolicy,
} from './search.ts';

/** Words and names whose hits have a page of their own. */

/** Names of third parties with a page, at most; those that most policies name. */
const MOST_NAMES = 60;

/** Policies on a page, and clauses of each, at most. */
const MOST_POLICIES = 60;
const MOST_EACH = 3;

export interface SearchWord {
  /** End of its page's address. */
  readonly slug: string;
  /** As typed into the search box. */
  readonly typed: string;
  readonly title: string;
  /** A third party that clauses name, or a term from the list. */
  readonly kind: 'name' | 'term';
  readonly companies: number;
}

function listNames(store: Store): string[] {
  return store
    .prepare(
      `select term from clause_terms where kind = 'third-party' group by term
       order by count(distinct policy_id) desc, term limit ?`,
    )
    .pluck()
    .all(MOST_NAMES) as string[];
}

/** Numbers of the texts that hold what is typed, by policy. */
function findByPolicy(
  file: SearchFile,
  typed: string,
): { readonly policy: SearchedPolicy; readonly items: readonly number[] }[] {
  const { expression } = parseSearchQuery(typed);
  if (expression === null) return [];
  const find = file.prepare('select rowid from search where search match ? order by rowid').pluck();
  return splitByPolicy(listSearchedPolicies(file), find.all(expression) as number[], (id) => id);
}

/** The terms and names that some policy says, from A to Z. */
export function listSearchWords(file: SearchFile, store: Store): SearchWord[] {
  const quote = (name: string) => `"${name.replaceAll('"', ' ')}"`;
  const wanted = [
    ...SEARCH_WORDS.map((typed) => ({ typed, title: typed.replaceAll('"', ''), kind: 'term' as const })),
    ...listNames(store).map((name) => ({ typed: quote(name), title: name, kind: 'name' as const })),
  ];
  const bySlug = new Map<string, SearchWord>();
  for (const { typed, title, kind } of wanted) {
    const slug = slugify(title);
    const companies = new Set(findByPolicy(file, typed).map(({ policy }) => policy.domain)).size;
    if (companies > 0 && !bySlug.has(slug)) bySlug.set(slug, { slug, typed, title, kind, companies });
  }
  const key = ({ title }: SearchWord) => title.toLowerCase();
  return [...bySlug.values()].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

/** The first clauses of the first policies that hold what is typed, each with its span. */
export function listFirstClauses(file: SearchFile, typed: string): FoundClause[] {
  const { expression } = parseSearchQuery(typed);
  const readText = file.prepare(
    `select t.label, t.slug as clauseSlug, t.anchor, highlight(search, 0, '${HIT_START}', '${HIT_END}') as marked
     from search join texts t on t.id = search.rowid where search match ? and search.rowid = ?`,
  );
  return findByPolicy(file, typed)
    .slice(0, MOST_POLICIES)
    .flatMap(({ policy, items }) => {
      const { versions: known, clauseAt } = readSearchedHistory(file, policy.id);
      const rows = items.map((id) => ({ id, ...clauseAt(id - policy.firstRow) }));
      return groupByLineage(rows)
        .slice(0, MOST_EACH)
        .map(({ lineage, rows: own, versions }) => {
          const newest = newestWording(own);
          // A whole number: a full-text index takes 7.0 for no number of a row.
          const text = readText.get(expression, BigInt(newest.id)) as Pick<
            FoundClause,
            'label' | 'clauseSlug' | 'anchor' | 'marked'
          >;
          return {
            domain: policy.domain,
            policy: policy.policy,
            lineage: lineage < 0 ? null : lineage,
            versions,
            first: known.get(versions[0]!)!,
            last: known.get(versions.at(-1)!)!,
            wordingCount: own.length,
            ...text,
          };
        });
    });
}
