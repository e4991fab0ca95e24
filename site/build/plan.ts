import { resolve } from 'node:path';

/** What a user decides of a site and every page may show. All of it counts when a build asks whether old pages still hold. */
export interface SiteSettings {
  /** Path of the whole site within its host, with a slash at either end. */
  readonly base: string;
  /** The site's public origin, such as `https://policies.example`; null where it is not known. */
  readonly site: string | null;
}

/** The copy of the store that a build publishes. */
export interface PublishedFile {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Other forms of the same, packed. */
  readonly forms: readonly PublishedForm[];
  /** What search engines for datasets read of all of them: JSON-LD. */
  readonly jsonLd: string;
}

/** One form of the dataset as a file to be had. */
export interface PublishedForm {
  readonly name: string;
  /** What it is good for. */
  readonly words: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Where a build records what its pages were made from. */
export interface RecordPlan {
  /** Folder for `record.json`, the record of this build, and `pages.json`, the list of the pages it made and kept. */
  readonly folder: string;
  /** The record of the build before, and the file that lists which of its files still stand; null where there is none. */
  readonly before: { readonly recordFile: string; readonly reusableFile: string } | null;
}

/** What whoever makes pages has to know: a build hands it over as one file, `npm run dev` has the one below. */
export interface PagePlan {
  /** The store's file. */
  readonly store: string;
  readonly dataset: PublishedFile | null;
  /** The search file, which may still be being made; null where there is to be none but in memory. */
  readonly searchFile: string | null;
  /** Pages of changes at most, newest first. */
  readonly changePages: number;
  /** Null where nothing is recorded, and every page made whenever it is asked for. */
  readonly record: RecordPlan | null;
}

/** The default store, or the one that the environment names. */
export const storeInEnvironment = (): string =>
  resolve(process.env.PALIMPSEST_STORE || 'data/archive.sqlite');

/** The plan of `npm run dev`, which shows a store as it is, with a page for every change. */
const developmentPlan = (): PagePlan => ({
  store: storeInEnvironment(),
  dataset: null,
  searchFile: null,
  changePages: Number.MAX_SAFE_INTEGER,
  record: null,
});

let plan: PagePlan | undefined;

/** Tells what to make pages from, before the first is made; a part that was not known yet may be told later. */
export function usePlan(next: PagePlan): void {
  plan = next;
}

/** What pages are made from. */
export function currentPlan(): PagePlan {
  plan ??= developmentPlan();
  return plan;
}
