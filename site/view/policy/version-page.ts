import {
  formatInstant,
  formatProvenanceHeader,
  nameAnchors,
  plainText,
  type Removal,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import { changeAddress, compareAddress, policyAddress, versionAddress, versionName } from '../addresses.ts';
import { type Citation, citeText } from '../citation.ts';
import { citedVersion } from '../cited-version.ts';
import { reachesOverGdpr } from '../clauses/ages.ts';
import type { ClauseIndex } from '../clauses/clause-index.ts';
import { renderNote } from '../clauses/clause-notes.ts';
import { renderAges } from '../clauses/sentence-ages.ts';
import { longDay, seenWords, shortDay } from '../dates.ts';
import { flagEffect, isCalmFlag, policyTitle } from '../labels.ts';
import type { PolicyName, TextFacts } from '../model.ts';
import { percent, plural } from '../plural.ts';
import { type SourceView, viewSource } from '../source.ts';
import { addLeads, type ContentsEntry, listContents, type PageClause, renderText } from '../text.ts';
import { listPresets, type Preset } from './presets.ts';
import { statedWords } from './timeline.ts';

/** Everything a version's page shows. */
export interface VersionView {
  readonly heading: string;
  readonly documentTitle: string;
  readonly address: string;
  readonly domain: string;
  readonly facts: readonly string[];
  readonly flags: readonly { readonly effect: string; readonly isCalm: boolean }[];
  readonly contents: readonly ContentsEntry[];
  readonly html: string;
  /** True where the age of its sentences can be shown; and where some may be older than the GDPR. */
  readonly hasAges: boolean;
  readonly hasOlder: boolean;
  readonly language: string | null;
  readonly source: SourceView;
  readonly removed: readonly Removal[];
  readonly citations: readonly Citation[];
  readonly older: Neighbour | null;
  readonly newer: Neighbour | null;
  /** Address of the compare page with this version on its left. */
  readonly compare: string;
  /** The version as the compare page's address names it. */
  readonly name: string;
  readonly presets: readonly Preset[];
  readonly sameText: readonly { readonly address: string; readonly words: string }[];
}

export interface Neighbour {
  readonly address: string;
  readonly day: string;
  /** The page of the change between; null where dates are unknown. */
  readonly change: string | null;
}

/** `41 % of the first version’s sentences still stand`. */
export const survivalWords = (share: number): string =>
  `${percent(share)} of the first version’s sentences still stand`;

type NotedClause = PageClause & TextFacts['clauses'][number];

function neighbour(
  { domain, policy }: PolicyName,
  other: VersionSummary | undefined,
  step: [left: VersionSummary | undefined, right: VersionSummary | undefined],
): Neighbour | null {
  if (!other) return null;
  const [left, right] = step;
  const isDated = left?.firstSeen != null && right?.firstSeen != null;
  return {
    address: versionAddress(domain, policy, other.slug),
    day: shortDay(other.firstSeen),
    change: isDated ? changeAddress(domain, policy, left.slug, right.slug) : null,
  };
}

export function viewVersion(
  name: PolicyName,
  version: TextFacts,
  versions: readonly VersionSummary[],
  index: ClauseIndex | null,
  release: string,
): VersionView {
  const { domain, policy } = name;
  const at = versions.findIndex((one) => one.version === version.version);
  const clauses = addLeads(version.markdown, version.clauses, nameAnchors(version.clauses));
  const title = policyTitle(policy);
  // Dated versions come first, so that an index into all of them is one into the dated ones.
  const isDated = version.firstSeen !== null;
  const older = neighbour(name, versions[at - 1], [versions[at - 1], version]);
  const newer = neighbour(name, versions[at + 1], [version, versions[at + 1]]);
  const seenDay =
    version.firstSeen === null
      ? 'date unknown'
      : `as seen on ${longDay(version.timestamp ?? version.firstSeen)}`;
  return {
    heading: `${title} of ${domain}, ${seenDay}`,
    documentTitle: `${version.slug}, ${title.toLowerCase()}, ${domain}`,
    address: versionAddress(domain, policy, version.slug),
    domain,
    facts: [
      seenWords(version),
      plural(version.wordCount, 'word'),
      statedWords(version),
      ...(isDated && index && at > 0 ? [survivalWords(index.survival[at]!)] : []),
      newer?.change
        ? `next version seen ${newer.day}`
        : version.firstSeen === null
          ? 'not placed in time'
          : 'latest version seen',
    ],
    flags: version.flags.map((flag) => ({ effect: flagEffect(flag), isCalm: isCalmFlag(flag) })),
    contents: listContents(clauses),
    html: renderText(
      clauses,
      (clause) => renderNote(name, isDated ? index : null, at, clause as NotedClause),
      isDated && index ? (clause) => renderAges(index, at, clause) : undefined,
    ),
    hasAges: isDated && index !== null && index.versions.length > 1,
    hasOlder: isDated && index !== null && reachesOverGdpr(index, at),
    language: version.language,
    source: viewSource(version),
    removed: version.removed,
    citations: citeText(citedVersion(name, version, release)),
    older,
    newer,
    compare: compareAddress(versionName(domain, policy, version.slug)),
    name: versionName(domain, policy, version.slug),
    presets: listPresets(name, version, versions),
    sameText: versions
      .filter((one) => one.textHash === version.textHash && one.version !== version.version)
      .map((one) => ({ address: versionAddress(domain, policy, one.slug), words: seenWords(one) })),
  };
}

/** The Markdown twin: provenance header, blank line, text. */
export function formatMarkdownTwin({ domain, policy }: PolicyName, version: TextFacts): string {
  const { timestamp, rawUrl, markdown } = version;
  return `${formatProvenanceHeader({ domain, policy, timestamp, rawUrl })}\n\n${markdown}`;
}

/** The plain text twin: one clause a line, blank lines between, no marks. */
export function formatTextTwin(version: TextFacts): string {
  return version.clauses.map((clause) => `${plainText(clause.text)}\n`).join('\n');
}

const toInstant = (timestamp: string | null) => timestamp && formatInstant(timestamp);

/** A version's facts under the names the dataset gives them. */
export function versionRecord(
  { domain, policy }: PolicyName,
  version: VersionSummary,
): Record<string, unknown> {
  return {
    domain,
    policy,
    version: version.version,
    slug: version.slug,
    address: versionAddress(domain, policy, version.slug),
    first_seen: toInstant(version.firstSeen),
    last_seen: toInstant(version.lastSeen),
    changed_after: toInstant(version.changedAfter),
    capture_count: version.captureCount,
    original: version.original,
    memento_url: version.mementoUrl,
    title: version.title,
    language: version.language,
    stated_date: version.statedDate?.date ?? null,
    word_count: version.wordCount,
    text_hash: version.textHash,
    payload_hash: version.payloadHash,
    rules_version: version.rulesVersion,
    flags: version.flags,
  };
}

/** The JSON twin of a version's page. */
export function versionTwin(name: PolicyName, version: TextFacts): Record<string, unknown> {
  const anchors = nameAnchors(version.clauses);
  return {
    ...versionRecord(name, version),
    timeline: policyAddress(name.domain, name.policy),
    markdown: version.markdown,
    clauses: version.clauses.map((clause, at) => ({
      position: clause.position,
      kind: clause.kind,
      level: clause.level,
      heading_path: clause.headingPath,
      label: clause.label,
      label_is_ours: clause.labelIsOurs,
      anchor: anchors[at],
      text: clause.text,
      // Null where no rules know the text's language: nothing was looked for.
      topics: version.labelling && clause.topics,
      lineage: clause.lineage,
    })),
    removed: version.removed,
  };
}
