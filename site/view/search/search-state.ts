import { CLAUSE_FLAGS, CLAUSE_LENGTHS, HIT_STATES, type HitState } from '../../../crawler/core/index.ts';

export const SORTS = ['relevance', 'first-seen', 'last-seen', 'company'] as const;

/** What a search's address says: `/search/?q="log files"&company=example.com&from=2000&to=2010&topic=cookies`. */
export interface SearchState {
  readonly q: string;
  /** A domain; '' for all. */
  readonly company: string;
  /** Years, inclusive; null where open. */
  readonly from: number | null;
  readonly to: number | null;
  /** Name of a topic; '' for all. */
  readonly topic: string;
  /** What became of the words; '' for all. `in:removed` in the words says the same. */
  readonly state: HitState | '';
  /** Name of a flag of `CLAUSE_FLAGS`; '' for all. */
  readonly flag: string;
  /** Name of a length of `CLAUSE_LENGTHS`; '' for all. */
  readonly length: string;
  readonly sort: (typeof SORTS)[number];
  /** From 1. */
  readonly page: number;
}

function parseNumber(text: string | null, pattern: RegExp): number | null {
  return text !== null && pattern.test(text) ? Number(text) : null;
}

/** Reads an address; what it says wrongly is left open. */
export function parseSearchState(query: URLSearchParams): SearchState {
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | '' =>
    known.find((one) => one === query.get(name)) ?? '';
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
  return {
    q: (query.get('q') ?? '').trim(),
    company: (query.get('company') ?? '').toLowerCase(),
    from: parseNumber(query.get('from'), /^\d{4}$/),
    to: parseNumber(query.get('to'), /^\d{4}$/),
    topic: query.get('topic') ?? '',
    state: oneOf('state', HIT_STATES),
    flag: oneOf('flag', names(CLAUSE_FLAGS)),
    length: oneOf('length', names(CLAUSE_LENGTHS)),
    sort: oneOf('sort', SORTS) || 'relevance',
    page: parseNumber(query.get('page'), /^[1-9]\d{0,4}$/) ?? 1,
  };
}

/** The query part of an address, beginning with `?`; what is open is left out. */
export function formatSearchState(state: SearchState): string {
  const query = new URLSearchParams({ q: state.q });
  for (const name of ['company', 'from', 'to', 'topic', 'state', 'flag', 'length'] as const) {
    const value = state[name];
    if (value !== '' && value !== null) query.set(name, String(value));
  }
  if (state.sort !== 'relevance') query.set('sort', state.sort);
  if (state.page > 1) query.set('page', String(state.page));
  return `?${query}`;
}

/** The same question, in all companies, years and whatever else was chosen. */
export const widenState = (state: SearchState): SearchState => ({
  ...parseSearchState(new URLSearchParams({ q: state.q })),
  sort: state.sort,
});

/** Whether something besides the words is chosen. */
export const isNarrowed = (state: SearchState): boolean =>
  formatSearchState({ ...state, page: 1 }) !== formatSearchState(widenState(state));
