/**
 * The door of core: everything that other rooms may use of it. Pure, and the same in Node and in every browser.
 */

export { nextProbes } from './adaptive.ts';
export { ADDRESS_RECORD_TYPE, type AddressRecord, type AddressRecords } from './address-record.ts';
export { nameAnchors } from './anchors.ts';
export { asRead } from './as-read.ts';
export { nameByOwnWords, parseClauses, splitLeads } from './clauses.ts';
export { tidyMarkdown } from './clean-text.ts';
export { alignAcross, pairAcross, WORTH_MARKING } from './compare/across.ts';
export { alignClauses, STEPS, type StepName } from './compare/align.ts';
export { type BlameState, extendBlame, startBlame, survivalOfFirst } from './compare/blame.ts';
export {
  type ByTopic,
  compareByTopic,
  findTwinSentences,
  type TopicGroup,
  type TwinSentence,
} from './compare/by-topic.ts';
export { compareClauses, compareMasked, type DateMask, maskText } from './compare/changes.ts';
export { createKeyCache } from './compare/keys.ts';
export { extendLineages, type LineageState, startLineages } from './compare/lineage.ts';
export { compareLinks, type LinkChange } from './compare/links.ts';
export { answerQuestion, type ComparisonQuestion, traceLineages } from './compare/questions.ts';
export { isQuiet, REWRITE_SHARE, SIZE_LIMITS } from './compare/significance.ts';
export { describeChanges, summarizeComparison } from './compare/summary.ts';
export { seededRandom } from './compare/test-documents.ts';
export { THRESHOLDS, type Thresholds } from './compare/thresholds.ts';
export { hideTypography } from './compare/visible-spans.ts';
export { READING_COSTS, type ReadingCosts } from './compare/word-alignment.ts';
export { diffWords, diffWordsBounded } from './compare/words.ts';
export { type CsvLine, type CsvValue, formatCsv, formatCsvLine, splitCsv } from './csv.ts';
export { type ColumnType, type DatasetView, nullRule, type ViewColumn } from './dataset-columns.ts';
export { datasetViews } from './dataset-views.ts';
export { decideByHistory, type StatedOnce } from './dates/decide-by-history.ts';
export { type Gist, isLackingGist, LONG_GIST, SHORT_GIST, writeGist } from './gist/gist.ts';
export { DIRECTION_MARKS, type GistText } from './gist/gist-text.ts';
export { listReplacements, listSubstitutions, type PlacedSubstitution } from './gist/substitutions.ts';
export { identityText } from './identity.ts';
export { escapeInline, formatTarget, type InlineRun, parseInline, plainText } from './inline.ts';
export { areNear, dominantLanguage } from './language.ts';
export { foldText, wordsOf } from './languages/fold.ts';
export { languageOfScript, mainScript, voteOnLanguages } from './languages/identify.ts';
export type { Audience, Language, Phrases, Script } from './languages/language.ts';
export { LANGUAGE_NAMES } from './languages/names.ts';
export { createPhraseBook, listPhrases, type PhraseBook } from './languages/phrase-book.ts';
export { countScripts, estimateWords, UNSPACED, weighText } from './languages/scripts.ts';
export { findLanguage, languages } from './languages/table.ts';
export { LAW_DAYS, type LawDay } from './law-days.ts';
export type {
  Alignment,
  Capture,
  Change,
  Clause,
  ClauseLabels,
  Comparison,
  ComparisonCounts,
  Hop,
  Labelling,
  Match,
  Memento,
  Observation,
  Outcome,
  PlacedClause,
  Removal,
  Significance,
  SizeClass,
  Span,
  StatedDate,
  TextLabels,
  Topic,
  WarcPlace,
} from './model.ts';
export { type Naming, readNaming } from './naming.ts';
export { foldWords, parsePhrase } from './phrases.ts';
export { formatProvenanceHeader } from './provenance-header.ts';
export {
  countReading,
  gradeReading,
  READING_FORMULA,
  type ReadingCounts,
} from './readability.ts';
export { octaveOf, sharesOfFurniture } from './record-sizes.ts';
export { type RejectReason, rejectReasons } from './reject-reasons.ts';
export { findRemoval, isRemoved, type RemovalEntry } from './removal-list.ts';
export { NO_REQUESTS, type RequestCounts, requestsSince, sumRequests } from './request-counts.ts';
export { type Every, everyChoices, type PassReason, samplePeriods, spreadEvenly } from './sample.ts';
export { isEnglishForm } from './search-forms.ts';
export {
  formatRuns,
  packHistory,
  parseRuns,
  type SearchedHistory,
  type SearchedVersion,
  unpackHistory,
} from './search-history.ts';
export {
  climbLadder,
  type FormRow,
  LAST_CHARACTER,
  type SearchAsk,
  type SearchAttempt,
  tellAttempt,
  tellNothing,
  type WordRow,
} from './search-ladder.ts';
export { describeQuery, joinWords, makeMatch, markHits, type SearchMatch } from './search-match.ts';
export { parseSearchQuery, type SearchQuery } from './search-query.ts';
export {
  CLAUSE_FLAGS,
  CLAUSE_LENGTHS,
  type ClauseRow,
  cutExcerpt,
  type ExcerptPart,
  groupByLineage,
  HIT_END,
  HIT_START,
  HIT_STATES,
  type HitFilter,
  type HitGroup,
  type HitState,
  lengthOf,
  listHitStates,
  newestWording,
  passesFilter,
  splitByPolicy,
} from './search-results.ts';
export { stemKey } from './search-stems.ts';
export {
  countRow,
  listTerms,
  listUnits,
  readTermRow,
  type SearchUnit,
  type TermRow,
} from './search-terms.ts';
export { SEARCH_WORDS } from './search-words.ts';
export { type Choice, holdingOf, isGoodStatus, isRevisit, selectCaptures } from './select.ts';
export { splitSentences } from './sentences.ts';
export { firstFree, nameVersions, slugify, slugName } from './slugs.ts';
export { findDate, findStatedDate } from './stated-date.ts';
export type {
  LineageSummary,
  StepSummary,
  StoreTotals,
  VersionOrigin,
  VersionSummary,
} from './summaries.ts';
export { listLinks, listPromises, listVagueWords, type Term } from './terms.ts';
export { listThirdParties } from './third-parties.ts';
export type { Point, TextGrowth } from './third-text.ts';
export {
  daysBetween,
  formatDate,
  formatInstant,
  isTimestamp,
  parseInstant,
  repairTimestamp,
  secondsBetween,
  timestampToSeconds,
} from './timestamp.ts';
export { countWords, listWords } from './tokens.ts';
export { type LabelledText, SUBJECTS, standTopics, type TopicStanding } from './topic-standing.ts';
export { labelClause, type ReasonedLabels, type ReasonedTopic } from './topics/label.ts';
export { tellShortLanguage } from './topics/short-language.ts';
export { type MeasuredSilences, SILENCES } from './topics/silences.ts';
export {
  JUDGED_LANGUAGES,
  type LabelCache,
  labellingOf,
  labelText,
  labelTopics,
  listHeadings,
  listRules,
  TOPICS,
} from './topics.ts';
export { deriveVersions } from './versions.ts';
