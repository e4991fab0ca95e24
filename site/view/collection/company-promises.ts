import { type LineageSummary, listWords, type VersionSummary } from '../../../crawler/core/index.ts';
import { clauseAddress, versionAddress } from '../addresses.ts';
import type { ThirdPartyUse } from '../clauses/name-ledger.ts';
import { shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import type { PolicyName } from '../model.ts';

/** A sentence that promises something, with when it was seen. */
export interface PromiseLine {
  readonly sentence: string;
  /** `since 3 Mar 2012`, or `3 Mar 2012 to 8 May 2018`. */
  readonly when: string;
  /** Where it is read: the clause's history, else the first version that has it. */
  readonly address: string;
}

export interface Promises {
  /** Promises in the latest version, the longest standing first. */
  readonly kept: readonly PromiseLine[];
  /** In earlier versions and no longer in these words, the last to go first. */
  readonly gone: readonly PromiseLine[];
}

const fold = (text: string) => listWords(text.toLowerCase()).join(' ');

interface SentenceLife {
  readonly sentence: string;
  readonly lineage: number | null;
  readonly first: number;
  readonly last: number;
}

/** One life for each sentence, whatever its case and signs. */
function gatherLives(uses: readonly ThirdPartyUse[]): SentenceLife[] {
  const lives = new Map<string, SentenceLife>();
  for (const { name, lineage, firstVersion, lastVersion } of uses) {
    const key = fold(name);
    const known = lives.get(key);
    lives.set(key, {
      sentence: known?.sentence ?? name,
      lineage: known?.lineage ?? lineage,
      first: Math.min(firstVersion, known?.first ?? firstVersion),
      last: Math.max(lastVersion, known?.last ?? lastVersion),
    });
  }
  return [...lives.values()];
}

/** What a policy promises, and what it promised before; null where it has no dated version. */
export function listCompanyPromises(
  { domain, policy }: PolicyName,
  uses: readonly ThirdPartyUse[],
  versions: readonly VersionSummary[],
  lineages: readonly LineageSummary[],
): Promises {
  const dated = versions.filter(({ firstSeen }) => firstSeen !== null);
  const numbered = new Map(dated.map((version) => [version.version, version]));
  const latest = dated.at(-1)?.version ?? 0;
  const slugs = new Map(
    lineages.filter(({ isHeading }) => !isHeading).map(({ lineage, slug }) => [lineage, slug]),
  );
  const lives = gatherLives(uses).filter(({ first, last }) => numbered.has(first) && numbered.has(last));
  const toLine = ({ sentence, lineage, first, last }: SentenceLife): PromiseLine => {
    const slug = lineage === null ? undefined : slugs.get(lineage);
    const [from, to] = [numbered.get(first)!, numbered.get(last)!];
    const since = `since ${shortDay(from.firstSeen)}${first === dated[0]!.version ? ' or before' : ''}`;
    return {
      sentence: plainLabel(sentence),
      when: last === latest ? since : `${shortDay(from.firstSeen)} to ${shortDay(to.lastSeen)}`,
      address:
        slug === undefined ? versionAddress(domain, policy, from.slug) : clauseAddress(domain, policy, slug),
    };
  };
  return {
    kept: lives
      .filter(({ last }) => last === latest)
      .sort((one, other) => one.first - other.first)
      .map(toLine),
    gone: lives
      .filter(({ last }) => last < latest)
      .sort((one, other) => other.last - one.last || one.first - other.first)
      .map(toLine),
  };
}
