/** The door of the store: every question and every write as a function. SQL stays inside. */
export { mayWrite, withCopyAside } from './aside.ts';
export { copyStore } from './copy.ts';
export { readDatasetMeta, SEARCH_EXAMPLE, writeDatasetTables } from './dataset-tables.ts';
export { lockStore } from './lock.ts';
export { listLaggingPolicies, type MergeCounts, mergeGround } from './merge/merge-ground.ts';
export { DamagedPayload } from './merge/merge-payloads.ts';
export { openStore, openStoreReadOnly, withoutWriting } from './open.ts';
export { withOthersStore } from './others.ts';
export { readPayload } from './payloads.ts';
export { type CandidateAddress, listCandidates } from './read/candidates.ts';
export { listChangesWithoutPage } from './read/change-pages.ts';
export {
  listContradictions,
  listIntegrityProblems,
  listPayloadHashes,
  listTextHashes,
} from './read/check.ts';
export { type CrawlEnding, listCrawlEndings } from './read/crawl-endings.ts';
export {
  countTableRows,
  countViewRows,
  type DocumentedTable,
  describeTables,
  inOneSnapshot,
  iterateView,
  parseTables,
  readExamples,
  readGatheredAt,
  type ViewRow,
} from './read/dataset.ts';
export {
  listBorrowers,
  listLenders,
  listPolicyTexts,
  listVersionTexts,
  listWitnesses,
  mapNormalizations,
  readText,
  type StoredClause,
  type StoredNormalization,
} from './read/derived.ts';
export { readVersionGround, type VersionGround } from './read/evidence.ts';
export {
  countListed,
  hasNoRuns,
  hasOpenDoubts,
  type ListingState,
  listAddresses,
  listArchives,
  listEvidenceKinds,
  listLandings,
  listPolicyRows,
  listPublished,
  listStoredCaptures,
  listTrustedAddresses,
  listUnlisted,
  readMemento,
  readOutcome,
  readPolicyOf,
  type StoredAddress,
  type StoredCapture,
  type StoredMemento,
  type StoredPolicy,
  takesAnyText,
} from './read/ground.ts';
export type { StoredLabelling } from './read/labels.ts';
export { type LineageClause, listLineageClauses, mapVersionSpans } from './read/lineage-clauses.ts';
export { listLineages, mapClauseSlugs } from './read/lineages.ts';
export {
  listPolicies,
  listSteps,
  listVersions,
  readStep,
  readVersion,
  type ShownVersion,
} from './read/policies.ts';
export { readPolicyBasis } from './read/policy-basis.ts';
export { listAddressSpans, listCaptureMarks } from './read/policy-captures.ts';
export { listMovedAddresses, listMovedChanges } from './read/published.ts';
export { countRemovals, listPolicyRemovals, listRemovals, listRemovedAddresses } from './read/removals.ts';
export {
  isOfOneRule,
  listStalePolicies,
  type RulesVersions,
  readRulesVersions,
  type StageRules,
  type StalePolicy,
} from './read/rules.ts';
export {
  answerWords,
  countClauses,
  type FoundClause,
  type FoundPlace,
  listFoundPlaces,
  readFoundClauses,
  type SearchScope,
} from './read/search.ts';
export { listFirstClauses, listSearchWords } from './read/search-words.ts';
export { listSharedClauses } from './read/shared-clauses.ts';
export {
  listGatheringMonths,
  listIntakes,
  listViews,
  readLastLooked,
  readSchemaVersion,
  readTotals,
} from './read/site.ts';
export { listStatedDates, type StoredStatedDate } from './read/stated-dates.ts';
export { countDomainOutcomes, countOutcomes, countYears, type OutcomeCounts } from './read/stats.ts';
export { countFlags, listCrawlRuns, listFruitlessAddresses, readCaptureSpan } from './read/status.ts';
export { listPolicySteps, type PolicyStep } from './read/steps.ts';
export { listPromiseUses, listThirdPartyUses } from './read/third-parties.ts';
export { listTrendComparisons, listTrendVersions } from './read/trends.ts';
export {
  type ExportedCapture,
  iterateExportedCaptures,
  listAddressRecords,
  listCapturedDomains,
  readLastCapture,
} from './read/warc-captures.ts';
export { readWorkedExample } from './read/worked-example.ts';
export { answerWorkedQueries, workedQueries } from './read/worked-queries.ts';
export { openScratchCaptures, type PlacedCapture, type ScratchCaptures } from './scratch-captures.ts';
export { iterateBrokenSeals, sealStore } from './seals.ts';
export {
  listStartPages,
  makeSearchFile,
  openSearchFile,
  PAGE_BYTES,
  type SearchFile,
} from './search-file.ts';
export { openSearchIndex } from './search-index.ts';
export { explainSqliteError, isStoreFailure, type Store } from './sqlite.ts';
export {
  assignPolicy,
  deleteRejected,
  type Evidence,
  ensureAddress,
  ensurePolicy,
  finishCrawl,
  forgetEmptyPolicy,
  type NewCapture,
  startCrawl,
  writeFailure,
  writeListing,
  writeMemento,
  writePasses,
  writeRejected,
} from './write/ground.ts';
export {
  type CitedCapture,
  type DecidedDate,
  type DerivedLineage,
  type DerivedOutcome,
  type DerivedVersion,
  writeHistory,
} from './write/history.ts';
export {
  type DerivedClauseTerms,
  type DerivedLabels,
  type DerivedTextLabels,
  writeLabels,
} from './write/labels.ts';
export { recordPublished } from './write/published.ts';
export { replaceRemovals, withholdCaptures } from './write/removals.ts';
export {
  type DerivedNormalization,
  type DerivedText,
  deleteOrphans,
  forgetOldReadings,
  forgetRefusals,
  replaceText,
  writeNormalization,
} from './write/texts.ts';
