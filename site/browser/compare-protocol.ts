/** What the compare page asks its worker, and what it hears back. Names of versions: `example.com/privacy@2002-12-15`. */
export type CompareQuestion =
  | { readonly id: number; readonly ask: 'versions'; readonly name: string }
  | { readonly id: number; readonly ask: 'compare'; readonly left: string; readonly right: string }
  /** What follows the beginning that answered the comparison of that number. */
  | { readonly id: number; readonly ask: 'rest' };

/** A policy's versions, and the one that the name given means; null where it has none such. */
export interface VersionChoices {
  readonly policy: string;
  readonly choices: readonly { readonly slug: string; readonly words: string }[];
  readonly chosen: string | null;
}

export interface ComparedPage {
  readonly left: VersionChoices;
  readonly right: VersionChoices;
  /** Names with dates in place of `first` and `latest`. */
  readonly names: readonly [left: string, right: string];
  readonly title: string;
  /** The beginning, with the first changes. */
  readonly html: string;
}

export type CompareAnswer =
  | { readonly id: number; readonly versions: VersionChoices }
  | { readonly id: number; readonly compared: ComparedPage }
  /** HTML of the changes that come next in the pair compared; null after the last. */
  | { readonly id: number; readonly next: string | null }
  /** In words for the reader: what is wrong and what to ask instead. */
  | { readonly id: number; readonly error: string };
