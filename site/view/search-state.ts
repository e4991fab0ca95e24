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
  readonly sort: 'company' | 'oldest' | 'newest';
  /** From 1. */
  readonly page: number;
}

function parseNumber(text: string | null, pattern: RegExp): number | null {
  return text !== null && pattern.test(text) ? Number(text) : null;
}

/** Reads an address; what it says wrongly is left open. */
export function parseSearchState(query: URLSearchParams): SearchState {
  const sort = query.get('sort');
  return {
    q: (query.get('q') ?? '').trim(),
    company: (query.get('company') ?? '').toLowerCase(),
    from: parseNumber(query.get('from'), /^\d{4}$/),
    to: parseNumber(query.get('to'), /^\d{4}$/),
    topic: query.get('topic') ?? '',
    sort: sort === 'oldest' || sort === 'newest' ? sort : 'company',
    page: parseNumber(query.get('page'), /^[1-9]\d{0,4}$/) ?? 1,
  };
}

/** The query part of an address, beginning with `?`; what is open is left out. */
export function formatSearchState(state: SearchState): string {
  const query = new URLSearchParams({ q: state.q });
  if (state.company) query.set('company', state.company);
  if (state.from !== null) query.set('from', String(state.from));
  if (state.to !== null) query.set('to', String(state.to));
  if (state.topic) query.set('topic', state.topic);
  if (state.sort !== 'company') query.set('sort', state.sort);
  if (state.page > 1) query.set('page', String(state.page));
  return `?${query}`;
}
