import { UserError } from '../../crawler/errors.ts';

/**
 * Applies the `changes` lines of a version to the keys of the version before it.
 * @throws UserError naming the line that cannot be applied.
 */
export function applyChanges(keys: readonly string[], changes: readonly string[], where: string): string[] {
  let result = [...keys];
  for (const change of changes) result = applyChange(result, change, where);
  return result;
}

function applyChange(keys: readonly string[], change: string, where: string): string[] {
  const position = (key: string): number => {
    const index = keys.indexOf(key);
    if (index >= 0) return index;
    throw new UserError(
      `${where}: "${change}" names ${key}, which the text before does not hold.`,
      `Use one of: ${keys.join(', ')}.`,
    );
  };
  const replaced = /^(?<old>[^+>-]\S*(?: \+ \S+)*) -> (?<fresh>\S+(?: \+ \S+)*)$/u.exec(change)?.groups;
  if (replaced) {
    const old = (replaced.old ?? '').split(' + ');
    const first = Math.min(...old.map(position));
    const before = keys.slice(0, first);
    const after = keys.slice(first).filter((key) => !old.includes(key));
    return [...before, ...(replaced.fresh ?? '').split(' + '), ...after];
  }
  const dropped = /^- (?<key>\S+)$/u.exec(change)?.groups?.key;
  if (dropped) return keys.toSpliced(position(dropped), 1);
  const placed = /^(?<verb>\+|move) (?<key>\S+) (?<place>first|last|after|before)(?: (?<anchor>\S+))?$/u.exec(
    change,
  )?.groups;
  if (!placed?.key) {
    throw new UserError(`${where}: "${change}" is not a change.`, 'See "A version" in data/demo/README.md.');
  }
  const rest = placed.verb === 'move' ? keys.toSpliced(position(placed.key), 1) : [...keys];
  return rest.toSpliced(placeIn(rest, placed.place ?? '', placed.anchor ?? '', position), 0, placed.key);
}

function placeIn(
  keys: readonly string[],
  place: string,
  anchor: string,
  mustExist: (key: string) => number,
): number {
  if (place === 'first') return 0;
  if (place === 'last') return keys.length;
  mustExist(anchor);
  return keys.indexOf(anchor) + (place === 'after' ? 1 : 0);
}
