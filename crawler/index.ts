/**
 * The library: what a program of somebody else's needs to crawl, read and publish policies as the commands do. Parts that
 * stand alone have entries of their own: `palimpsest/core` (also for browsers), `/normalize`, `/archive`, `/store`, `/export`.
 *
 *     const store = await withStore('policies.sqlite', 'write', (store) =>
 *       crawlDomain(store, openArchive({ contact: 'you@example.org' }), 'example.com', WHOLE_HISTORY, silentEffects));
 */

export { deriveAll, deriveStale, todaysRules } from './derive/index.ts';
export { type Effects, type Progress, silentEffects } from './effects.ts';
export { ArchiveError, exitCodes, UserError } from './errors.ts';
export { type ExportFormat, exportDataset, exportFormats } from './export/index.ts';
export {
  type CrawlOptions,
  type CrawlSummary,
  crawlDomain,
  type Ending,
  WHOLE_HISTORY,
} from './run/crawl.ts';
export { type ArchiveClient, type ArchiveOptions, openArchive } from './run/fetch/archives.ts';
export { type ImportedDocument, type ImportSummary, importFiles } from './run/intake/import.ts';
export { program, programVersion } from './run/program.ts';
export { withStore } from './run/with-store.ts';
export type { Store } from './store/index.ts';
