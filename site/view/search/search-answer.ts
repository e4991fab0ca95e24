import type { ExcerptPart, SearchedVersion } from '../../../crawler/core/index.ts';

/** What the worker that searches tells the page. */

/** A clause that holds what was looked for, in one wording or several. */
export interface SearchHit {
  readonly domain: string;
  readonly policy: string;
  readonly label: string;
  /** End of the address of its history; null where it has none. */
  readonly clauseSlug: string | null;
  readonly first: SearchedVersion;
  readonly last: SearchedVersion;
  /** Where it stands in the page of `last`. */
  readonly anchor: string;
  readonly versionCount: number;
  readonly wordingCount: number;
  /** Newest wording that holds it. */
  readonly parts: readonly ExcerptPart[];
}

/** One choice that would narrow the search, and the clauses it would leave. */
export interface FacetChoice {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

export interface SearchCounts {
  readonly clauses: number;
  readonly companies: number;
  readonly versions: number;
  /** True where only the first of very many hits were counted. */
  readonly isPartial: boolean;
  readonly facets: {
    readonly company: readonly FacetChoice[];
    readonly year: readonly FacetChoice[];
    readonly topic: readonly FacetChoice[];
    readonly state: readonly FacetChoice[];
    readonly flag: readonly FacetChoice[];
    readonly length: readonly FacetChoice[];
  };
}

export interface TopicLink {
  readonly name: string;
  readonly title: string;
}

/** Parts of an answer, in the order they come. `opened` comes once, before the first answer. */
export type SearchMessage =
  | { readonly kind: 'opened'; readonly compressedBytes: number }
  | {
      /** Comes again with each wider question that is tried. */
      readonly kind: 'read';
      readonly reading: string;
      readonly notes: readonly string[];
      /** What nothing said, and what is shown instead; '' where hits are of what was asked. */
      readonly instead: string;
      /** Topics called like a word that was asked for, where something else is shown. */
      readonly topics: readonly TopicLink[];
    }
  | {
      readonly kind: 'hits';
      readonly hits: readonly SearchHit[];
      /** True for those found first, while the others are still looked for: not yet in order. */
      readonly isFirst: boolean;
    }
  | { readonly kind: 'counts'; readonly counts: SearchCounts }
  | {
      readonly kind: 'nothing';
      /** What nothing says, and what was tried. */
      readonly words: string;
      readonly topics: readonly TopicLink[];
      /** Companies without any text seen in the years asked for. */
      readonly outsideYears: number;
    }
  | { readonly kind: 'all'; readonly hits: readonly SearchHit[]; readonly isPartial: boolean }
  | { readonly kind: 'failed'; readonly message: string };
