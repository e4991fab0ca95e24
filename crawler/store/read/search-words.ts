import { parseSearchQuery, SEARCH_WORDS, slugify } from '../../core/index.ts';
import type { Store } from '../open.ts';
import type { SearchFile } from '../search-file.ts';
import { type FoundClause, listFoundPlaces, matchIn, readFoundClauses } from './search.ts';

/** Words and names whose hits have a page of their own. */

/** Names of third parties with a page, at most; those that most policies name. */
const MOST_NAMES = 60;

/** Policies on a page, and clauses of each, at most. */
const MOST_POLICIES = 60;
const MOST_EACH = 3;

export interface SearchWord {
  /** End of its page's address. */
  readonly slug: string;
  /** The question as typed into the search box. */
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

/** How many companies say what is typed. */
function countCompanies(file: SearchFile, typed: string): number {
  const query = parseSearchQuery(typed);
  if (query.isEmpty) return 0;
  return new Set(listFoundPlaces(file, matchIn(file, query), null).map(({ domain }) => domain)).size;
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
    const companies = countCompanies(file, typed);
    if (companies > 0 && !bySlug.has(slug)) bySlug.set(slug, { slug, typed, title, kind, companies });
  }
  const key = ({ title }: SearchWord) => title.toLowerCase();
  return [...bySlug.values()].sort((left, right) => (key(left) < key(right) ? -1 : 1));
}

/** The first clauses of the first policies that hold what is typed, each with its span; and how it was read. */
export function listFirstClauses(
  file: SearchFile,
  typed: string,
): { readonly reading: string; readonly clauses: FoundClause[] } {
  const match = matchIn(file, parseSearchQuery(typed));
  const policies = new Map<string, number>();
  const first = listFoundPlaces(file, match, null).filter(({ domain, policy }) => {
    const name = `${domain}/${policy}`;
    const before = policies.get(name) ?? 0;
    if (before === 0 && policies.size >= MOST_POLICIES) return false;
    policies.set(name, before + 1);
    return before < MOST_EACH;
  });
  return { reading: match.reading, clauses: readFoundClauses(file, first, match) };
}
