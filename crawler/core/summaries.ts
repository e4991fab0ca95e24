import type { Comparison, StatedDate } from './model.ts';

/**
 * What a store says of a version, a step, a lineage and of itself, and pages show: said here once, since neither knows the
 * other. Timestamps are 14 digits; null stands for an unknown date.
 */
export interface VersionSummary {
  readonly version: number;
  readonly slug: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly changedAfter: string | null;
  readonly captureCount: number;
  readonly wordCount: number;
  readonly statedDate: StatedDate | null;
  readonly flags: readonly string[];
  readonly textHash: string;
  /** The URL captured, and the archive's readable and raw forms of the capture; null for undated imports. */
  readonly original: string;
  readonly mementoUrl: string | null;
  readonly rawUrl: string | null;
  readonly timestamp: string | null;
  readonly payloadHash: string;
  readonly rulesVersion: number;
}

/** A comparison of successive versions without its changes. */
export interface StepSummary extends Omit<Comparison, 'changes' | 'matches'> {
  /** Numbers of the two versions. */
  readonly left: number;
  readonly right: number;
  /** What the change is about, in one line and in at most 140 characters; null until labels are derived. */
  readonly gist: string | null;
  readonly gistShort: string | null;
}

/** A lineage as lists show it. */
export interface LineageSummary {
  /** From 1 within the policy, in order of birth. */
  readonly lineage: number;
  /** The end of its address, unique within the policy. */
  readonly slug: string;
  readonly label: string;
  readonly versionCount: number;
  readonly changeCount: number;
  readonly presentInLatest: boolean;
  /** True where it never was more than a heading: headings have no page of their own. */
  readonly isHeading: boolean;
}

/** Counts over the whole store, for home and data pages. */
export interface StoreTotals {
  readonly companies: number;
  readonly policies: number;
  readonly versions: number;
  readonly captures: number;
  readonly clauses: number;
  readonly changes: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** When the last crawl or import began: the store's content is no newer. Null for an empty store. */
  readonly asOf: string | null;
}

/** How a version came to be, from the address to the payload. */
export interface VersionOrigin {
  readonly url: string;
  /** Why the address was looked at. */
  readonly evidence: readonly { readonly kind: string }[];
  /** The archive asked, with a path for a pywb collection. */
  readonly archive: string;
  /** The row of the archive's index, in the order in which it is written. */
  readonly row: readonly string[];
  /** Captures listed for all addresses of the policy, their distinct digests, and how many were fetched. */
  readonly listed: number;
  readonly distinct: number;
  readonly fetched: number;
  readonly statuscode: number;
  readonly contentType: string | null;
  readonly retrievedAt: string;
  readonly payloadBytes: number;
}
