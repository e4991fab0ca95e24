/**
 * The things this project speaks of, by their names in the glossary (ARCHITECTURE.md). Plain readonly objects: they are
 * handed from room to room and, as JSON, to the browser.
 */

// ---------------------------------------------------------------- archive

/** One row of the archive's index, its fields spelled as the archive spells them. */
export interface Capture {
  readonly urlkey: string;
  /** 14 digits, repaired if the archive's were damaged; see `listedTimestamp`. */
  readonly timestamp: string;
  /** The 14 characters as listed: the ones that work in memento URLs. */
  readonly listedTimestamp: string;
  readonly original: string;
  readonly mimetype: string;
  /** `200`, `301`, …; `-` for a revisit. */
  readonly statuscode: string;
  /** Base32 SHA-1 of the payload as stored by the archive; `-` where the index has none. */
  readonly digest: string;
  /** Size of the compressed archive record, not of the payload; `-` where unknown. */
  readonly length: string;
  /** Where the record lies, as an index of WARC files says. */
  readonly warc?: WarcPlace;
}

/** A record's place: its file, as the index names it, and the bytes of it. */
export interface WarcPlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** What became of a capture. Every capture of a crawl ends in exactly one; `reason` says why in one word. */
export type Outcome = 'version' | 'not-a-policy' | 'duplicate' | 'skipped' | 'failed' | 'pending';

/** What the archive returned for one capture (RFC 7089), after redirects. */
export interface Memento {
  /** Landing timestamp from `Memento-Datetime`; may differ from the one asked for. */
  readonly timestamp: string;
  /** The URL really captured (`Link: rel="original"`), else the one asked for. */
  readonly original: string;
  /** Status of the captured response. */
  readonly statuscode: number;
  /** The captured response's `content-type`, or null. */
  readonly contentType: string | null;
  /** `x-archive-orig-*` (without that prefix) and the archive's own headers worth keeping, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as received, after the transfer's own content coding was undone. */
  readonly payload: Uint8Array;
  /** Every address asked on the way, in order, with what it answered; length 1 without redirects. */
  readonly hops: readonly Hop[];
}

export interface Hop {
  readonly url: string;
  readonly status: number;
  /** `captured`: a redirect the site sent; `nearest`: the archive pointing at another capture; `landing`: the answer. */
  readonly kind: 'captured' | 'nearest' | 'landing';
}

// ---------------------------------------------------------------- from payload to clauses

/** Something extraction took out, kept so that it can be shown. */
export interface Removal {
  /** The step of extraction that removed it. */
  readonly step: string;
  /** Why, in a few words. */
  readonly reason: string;
  /** The removed text, white space squashed, shortened if long. */
  readonly text: string;
}

/** A date the text gives for itself: a claim, kept as such. */
export interface StatedDate {
  readonly kind: 'effective' | 'updated' | 'posted';
  /** ISO date, of a month where the words name no day (`2023-10`); null where they leave day and month undecided. */
  readonly date: string | null;
  /** The exact words. */
  readonly words: string;
  /** Present where the policy's other versions decided what this text alone leaves open. */
  readonly byHistory?: true;
}

export type ClauseKind = 'heading' | 'paragraph' | 'item' | 'row';

/**
 * The smallest unit that is aligned, cited and searched. `level` is the rank of a heading (1 to 6) or the nesting depth
 * of a list item (from 1; a further paragraph of an item has the item's depth); 0 otherwise.
 * `text` is inline Markdown on one line.
 */
export interface Clause {
  readonly kind: ClauseKind;
  readonly level: number;
  readonly text: string;
}

/** A clause where it stands in a version's Markdown. */
export interface PlacedClause extends Clause {
  /** From 0, in reading order. */
  readonly position: number;
  /** Plain text of the headings it stands under, outermost first; a heading does not stand under itself. */
  readonly headingPath: readonly string[];
  /** Span of `text` in the Markdown, in UTF-16 units: `markdown.slice(start, end) === text`. */
  readonly start: number;
  readonly end: number;
  /** The heading's text, the nearest heading's, or a made-up label from the first words. */
  readonly label: string;
  /** True where `label` is made up by us; shown in brackets. */
  readonly labelIsOurs: boolean;
}

export interface Topic {
  readonly topic: string;
  /** The rule that fired, as named in the rule file. */
  readonly rule: string;
}

/** By which rules the clauses of a text were labelled: a label says no more than these rules can. */
export interface Labelling {
  /** ISO 639-1 code of the language whose rules were used. */
  readonly language: string;
}

/** What a clause speaks of, and what it perhaps speaks of: where the rules are silent and something else says it does. */
export interface ClauseLabels {
  readonly topics: readonly Topic[];
  readonly perhaps: readonly Topic[];
}

/** The labels of a text, clause by clause; `labelling` is null where no rules know its language: nothing was judged. */
export interface TextLabels {
  readonly labelling: Labelling | null;
  readonly clauses: readonly ClauseLabels[];
}

// ---------------------------------------------------------------- versions

/** One capture whose text is known, as `deriveVersions` sees it. */
export interface Observation {
  readonly timestamp: string;
  readonly textHash: string;
}

/** A longest run of successive captures with the same text hash. Indexes point into the observations given. */
export interface VersionRun {
  readonly textHash: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Last capture of the version before, or null for the first: the change lies after it. */
  readonly changedAfter: string | null;
  readonly observations: readonly number[];
}

// ---------------------------------------------------------------- comparison

/** Kinds of a match. `typographic` reads the same: quotes, dashes, spacing, emphasis, link targets, level differ. */
export type MatchKind = 'unchanged' | 'typographic' | 'edited' | 'added' | 'removed' | 'split' | 'merged';

/** One member of an alignment; indexes of left and right clauses, ascending. */
export interface Match {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly kind: MatchKind;
  /** Out of order with the rest; accompanies `unchanged`, `typographic` and `edited`. */
  readonly moved: boolean;
  /** Likeness from 0 to 1; 0 for added and removed. */
  readonly score: number;
}

export interface Alignment {
  /** Every index of both sides in exactly one match, in reading order of the right side, removed ones at their old place. */
  readonly matches: readonly Match[];
  /** True where a work limit was reached and a coarser method finished. */
  readonly approximate: boolean;
}

/** A run of text in a word diff. */
export type Span = readonly [kind: 'kept' | 'removed' | 'added', text: string];

/** Kinds of a change. `unchanged` only together with `moved`, or with a significance below `substantive`. */
export type ChangeKind = 'unchanged' | 'edited' | 'added' | 'removed' | 'split' | 'merged';

/** What kind of difference a reader sees. */
export type Significance = 'substantive' | 'minor' | 'date' | 'links' | 'typographic';

/** How visible and how large: up to 5, 50, 500 words, more, or fewer than a fifth of the words carried over. */
export type SizeClass =
  | 'invisible'
  | 'date'
  | 'order'
  | 'small'
  | 'medium'
  | 'large'
  | 'very large'
  | 'rewrite';

/** What a comparison says of one match that is not simply unchanged. */
export interface Change {
  readonly kind: ChangeKind;
  readonly moved: boolean;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly significance: Significance;
  readonly sizeClass: SizeClass;
  /** Word diff of the left texts (joined by a space) into the right ones; kept out for one-sided changes. */
  readonly spans: readonly Span[];
}

export interface ComparisonCounts {
  readonly unchanged: number;
  readonly edited: number;
  readonly added: number;
  readonly removed: number;
  readonly split: number;
  readonly merged: number;
  readonly moved: number;
}

/** The result for two versions, any two. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly matches: readonly Match[];
  readonly counts: ComparisonCounts;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  /** Share of the left version's words that the right one carries over, 0 to 1. */
  readonly carriedShare: number;
  readonly significance: Significance | null;
  readonly sizeClass: SizeClass;
  readonly approximate: boolean;
}
