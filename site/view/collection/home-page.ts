import {
  formatInstant,
  isQuiet,
  type StepSummary,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import {
  changeAddress,
  clauseAddress,
  companyAddress,
  compareAddress,
  policyAddress,
  versionName,
} from '../addresses.ts';
import { isoDay, windowShort } from '../dates.ts';
import { coverageShare, type Mark } from '../gaps.ts';
import { plainLabel } from '../html.ts';
import { policyTitle, sizeLabels, stepLabel } from '../labels.ts';
import type { PolicyName } from '../model.ts';
import { plural } from '../plural.ts';
import { stepWords } from '../policy/timeline.ts';
import { isInvented } from '../reserved.ts';
import { drawStrip, type Strip } from '../strip.ts';
import { listStripBars, type StripBar } from '../strip-bars.ts';
import { ownAxis, type TimeAxis } from '../time-axis.ts';
import { readCompanyWords } from './near-address.ts';

/** A policy with all that lists and figures need of it. */
export interface PolicyHistory extends PolicyName {
  readonly versions: readonly VersionSummary[];
  readonly steps: readonly StepSummary[];
  readonly marks: readonly Mark[];
}

/** A change in a list of changes over all policies. */
export interface ListedChange {
  readonly address: string;
  readonly domain: string;
  readonly policy: string;
  readonly label: string;
  readonly window: string;
  /** ISO instant at which the new text was first seen. */
  readonly seen: string;
  readonly summary: string;
  /** What the change is about, in one line and in at most 140 characters; null where that is not known. */
  readonly gist: string | null;
  readonly gistShort: string | null;
  readonly isRewrite: boolean;
}

/** The latest visible changes, newest first. */
export function listLatestChanges(histories: readonly PolicyHistory[], most: number): ListedChange[] {
  const dated: { before: string; change: ListedChange }[] = [];
  for (const { domain, policy, versions, steps } of histories) {
    const numbered = new Map(versions.map((version) => [version.version, version]));
    for (const step of steps) {
      const left = numbered.get(step.left);
      const right = numbered.get(step.right);
      if (!left || !right?.firstSeen || isQuiet(step.sizeClass)) continue;
      dated.push({
        before: right.firstSeen,
        change: {
          address: changeAddress(domain, policy, left.slug, right.slug),
          domain,
          policy: policyTitle(policy),
          label: stepLabel(step),
          window: windowShort(right.changedAfter, right.firstSeen),
          seen: formatInstant(right.firstSeen),
          summary: stepWords(step),
          gist: step.gist,
          gistShort: step.gistShort,
          isRewrite: step.sizeClass === 'rewrite',
        },
      });
    }
  }
  dated.sort((a, b) =>
    a.before < b.before ? 1 : a.before > b.before ? -1 : a.change.domain < b.change.domain ? -1 : 1,
  );
  return dated.slice(0, most).map(({ change }) => change);
}

export interface StripEntry {
  readonly address: string;
  readonly domain: string;
  /** The policy's name, where it is not simply the privacy policy. */
  readonly policy: string | null;
  readonly strip: Strip;
  readonly bars: readonly StripBar[];
  /** Its own years, `2004` and `2026`: where the strip begins and ends. */
  readonly from: string;
  readonly to: string;
  /** The strip drawn on the years of all policies instead. */
  readonly common: Strip;
}

/** Strips of the policies with most versions, in the order of their names: each on its own years, and all on the same. */
export function listStrips(histories: readonly PolicyHistory[], axis: TimeAxis, most: number): StripEntry[] {
  return [...histories]
    .sort((a, b) => b.versions.length - a.versions.length)
    .slice(0, most)
    .filter((history) => history.versions.some((version) => version.firstSeen !== null))
    .sort((a, b) => (a.domain < b.domain ? -1 : a.domain > b.domain ? 1 : 0))
    .map((history) => drawEntry(history, axis));
}

function drawEntry(history: PolicyHistory, axis: TimeAxis): StripEntry {
  const { domain, policy, versions, steps, marks } = history;
  const own = ownAxis(versions.flatMap(({ firstSeen, lastSeen }) => [firstSeen, lastSeen])) ?? axis;
  const draw = (on: TimeAxis) => drawStrip(`${domain}, ${policyTitle(policy)}`, on, versions, steps, marks);
  return {
    address: policyAddress(domain, policy),
    domain,
    policy: policy === 'privacy' ? null : policyTitle(policy),
    strip: draw(own),
    bars: listStripBars(history, own, versions, steps),
    from: String(own.fromYear),
    to: String(own.toYear - 1),
    common: draw(axis),
  };
}

export interface Example {
  readonly address: string;
  readonly words: string;
}

/** A lineage as far as the choice of an example looks at it. */
export interface ExampleClause {
  readonly slug: string;
  readonly label: string;
  readonly isHeading: boolean;
  readonly versionCount: number;
  readonly changeCount: number;
}

/** A clause whose life is worth reading: edited several times over many versions, and more than a date line. */
export function pickClause<C extends ExampleClause>(clauses: readonly C[]): C | null {
  const worth = clauses.filter(
    (one) =>
      !one.isHeading &&
      one.changeCount >= 3 &&
      one.changeCount <= 12 &&
      !/\d{4}|updated|effective/i.test(one.label),
  );
  return worth.reduce<C | null>(
    (best, one) => (best && best.versionCount >= one.versionCount ? best : one),
    null,
  );
}

/** Things to try, picked from what the store holds: a change worth reading, and two texts side by side. */
export function listExamples(
  histories: readonly PolicyHistory[],
  clause: (PolicyName & ExampleClause) | null,
): Example[] {
  const examples: Example[] = [];
  const changes = listLatestChanges(histories, Number.POSITIVE_INFINITY);
  const moderate = changes.find(
    (change) => change.label === sizeLabels.medium || change.label === sizeLabels.large,
  );
  const change = moderate ?? changes[0];
  if (change) examples.push({ address: change.address, words: `a change at ${change.domain}` });
  const rewrite = changes.find((one) => one.isRewrite);
  if (rewrite && rewrite !== change)
    examples.push({ address: rewrite.address, words: `a rewrite at ${rewrite.domain}` });
  if (clause) {
    examples.push({
      address: clauseAddress(clause.domain, clause.policy, clause.slug),
      words: `a clause’s life: ${plainLabel(clause.label)}`,
    });
  }
  const [one, two] = histories;
  if (one && two) {
    const latest = (history: PolicyHistory) =>
      versionName(
        history.domain,
        history.policy,
        history.versions.filter((v) => v.firstSeen !== null).at(-1)?.slug ?? history.versions.at(-1)!.slug,
      );
    examples.push({
      address: compareAddress(latest(one), latest(two)),
      words: `${one.domain} beside ${two.domain}`,
    });
  } else if (one && one.versions.length > 1) {
    examples.push({
      address: compareAddress(
        versionName(one.domain, one.policy, one.versions[0]!.slug),
        versionName(one.domain, one.policy, one.versions.at(-1)!.slug),
      ),
      words: `the first and the latest text of ${one.domain}`,
    });
  }
  return examples;
}

/** A row of the table of companies. */
export interface CompanyRow {
  readonly address: string;
  readonly domain: string;
  readonly isInvented: boolean;
  /** What it is found by besides: hosts its policies lived at, titles they bore. */
  readonly aliases: readonly string[];
  readonly policies: number;
  readonly versions: number;
  readonly visibleChanges: number;
  readonly captures: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Mean share of half-years covered, whole percent; null where nothing is dated. */
  readonly coverage: number | null;
}

/** More say nothing new, and every row of the table carries them. */
const MOST_ALIASES = 6;
const LONGEST_ALIAS = 60;

function listAliases(domain: string, versions: readonly VersionSummary[]): string[] {
  const hosts = versions.map(({ original }) => readCompanyWords(original));
  const titles = versions.map(({ title }) => (title ?? '').replace(/\s+/g, ' ').trim());
  const all = [...new Set([...hosts, ...titles])].filter(
    (one) => one !== '' && one.length <= LONGEST_ALIAS && one !== domain,
  );
  return all.slice(0, MOST_ALIASES);
}

export function listCompanies(histories: readonly PolicyHistory[]): CompanyRow[] {
  const domains = [...new Set(histories.map((history) => history.domain))].sort();
  return domains.map((domain) => {
    const own = histories.filter((history) => history.domain === domain);
    const versions = own.flatMap((history) => history.versions);
    const dated = versions.filter((version) => version.firstSeen !== null);
    const shares = own.map((history) => coverageShare(history.marks)).filter((share) => share !== null);
    const edge = (pick: (a: string, b: string) => string, of: (v: VersionSummary) => string) =>
      dated.length > 0 ? isoDay(dated.map(of).reduce(pick)) : isoDay(null);
    return {
      address: companyAddress(domain),
      domain,
      isInvented: isInvented(domain),
      aliases: listAliases(domain, versions),
      policies: own.length,
      versions: versions.length,
      visibleChanges: own.flatMap((history) => history.steps).filter((step) => !isQuiet(step.sizeClass))
        .length,
      captures: own.reduce((sum, history) => sum + history.marks.length, 0),
      firstSeen: edge(
        (a, b) => (a < b ? a : b),
        (v) => v.firstSeen!,
      ),
      lastSeen: edge(
        (a, b) => (a > b ? a : b),
        (v) => v.lastSeen!,
      ),
      coverage:
        shares.length > 0 ? Math.round((shares.reduce((a, b) => a + b, 0) / shares.length) * 100) : null,
    };
  });
}

/** `4 companies · 61 versions · 1998–2024 · release 2026-03`. */
export function countLine(
  totals: {
    readonly companies: number;
    readonly policies: number;
    readonly versions: number;
    readonly captures: number;
    readonly firstSeen: string | null;
    readonly lastSeen: string | null;
  },
  release: string,
): string[] {
  const years =
    totals.firstSeen && totals.lastSeen
      ? [`${totals.firstSeen.slice(0, 4)}–${totals.lastSeen.slice(0, 4)}`]
      : [];
  return [
    plural(totals.companies, 'company', 'companies'),
    plural(totals.policies, 'policy', 'policies'),
    plural(totals.versions, 'version'),
    plural(totals.captures, 'capture'),
    ...years,
    `release ${release}`,
  ];
}
