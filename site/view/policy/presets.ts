import type { VersionSummary } from '../../../crawler/core/index.ts';
import { compareAddress, versionName } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import type { PolicyName } from '../model.ts';
import { LAW_DAYS } from '../trends/laws.ts';

/** Ready choices of what to compare a version with. */
export interface Preset {
  readonly words: string;
  readonly address: string;
}

/** The last slug of a version first seen before a day; slugs in time order, undated ones are passed over. */
export function findLastBefore(slugs: readonly string[], day: string): string | undefined {
  return slugs.findLast((slug) => /^\d/.test(slug) && slug.slice(0, 10) < day);
}

/**
 * What a dated version can be compared with: the one before, the first, the latest, and the last ones before days of laws
 * that came before it. Newer versions do not change the list, so that they leave older pages as they are.
 */
export function listPresets(
  { domain, policy }: PolicyName,
  version: VersionSummary,
  versions: readonly VersionSummary[],
): Preset[] {
  const at = versions.findIndex((one) => one.version === version.version);
  if (version.firstSeen === null || at < 0) return [];
  const nameOf = (slug: string) => versionName(domain, policy, slug);
  const earlier = versions.slice(0, at);
  const own = nameOf(version.slug);
  const [first, previous] = [earlier[0], earlier.at(-1)];
  const presets: Preset[] = [];
  const add = (words: string, slug: string) => {
    presets.push({ words, address: compareAddress(nameOf(slug), own) });
  };
  if (previous) add(`the version before, ${shortDay(previous.firstSeen)}`, previous.slug);
  if (first && first !== previous) add(`the first version seen, ${shortDay(first.firstSeen)}`, first.slug);
  presets.push({ words: 'the latest version seen', address: compareAddress(own, nameOf('latest')) });
  const slugs = earlier.map(({ slug }) => slug);
  for (const { day, label } of LAW_DAYS) {
    const before = day <= version.slug ? findLastBefore(slugs, day) : undefined;
    if (before) add(`the last version seen before ${shortDay(day.replaceAll('-', ''))} (${label})`, before);
  }
  return presets;
}
