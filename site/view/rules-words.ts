/** Versions of rules in words: `2`; `2 and 3` where a store was not brought to one yet; `none` for an empty store. */
export function rulesWords(versions: readonly number[]): string {
  if (versions.length === 0) return 'none';
  return versions.length === 1
    ? String(versions[0])
    : `${versions.slice(0, -1).join(', ')} and ${versions.at(-1)}`;
}

/** The same for a twin: the number where there is one, all of them where there are several. */
export const oneOrAll = (versions: readonly number[]): number | readonly number[] =>
  versions.length === 1 ? versions[0]! : versions;
