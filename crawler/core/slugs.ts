import { formatDate } from './timestamp.ts';

/** A version as far as its address goes; timestamps of all its captures. Undated ones have none. */
export interface Addressed {
  readonly firstSeen: string | null;
  readonly timestamps: readonly string[];
  readonly textHash: string;
}

/** A published address and the capture (or, undated, the text) it stands for. */
export interface Published {
  readonly slug: string;
  /** Timestamp of a capture; '' for an undated text. */
  readonly anchor: string;
  readonly textHash: string;
}

/**
 * Addresses of a policy's versions, in their order: a published one where the version holds its anchor capture, the
 * earliest if it holds several, so that addresses stay when earlier captures turn up or rules change; else the date first
 * seen. `undated` where there is none. A second one of the same name gets `-2`, and so on.
 */
export function nameVersions(versions: readonly Addressed[], published: readonly Published[]): string[] {
  const taken = new Set(published.map((p) => p.slug));
  const used = new Set<string>();
  return versions.map((version) => {
    const kept = published.find((p) => !used.has(p.slug) && holds(version, p));
    if (kept) {
      used.add(kept.slug);
      return kept.slug;
    }
    const slug = firstFree(version.firstSeen === null ? 'undated' : formatDate(version.firstSeen), taken);
    taken.add(slug);
    return slug;
  });
}

function holds(version: Addressed, published: Published): boolean {
  if (published.anchor === '') return version.firstSeen === null && version.textHash === published.textHash;
  return version.timestamps.includes(published.anchor);
}

/** `name`, or `name-2`, `name-3` … where it is taken. */
export function firstFree(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let n = 2;
  while (taken.has(`${name}-${n}`)) n++;
  return `${name}-${n}`;
}

/** A label as part of an address: lower-case ASCII words joined by hyphens, at most 60 characters. */
export function slugify(label: string): string {
  const slug = label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return slug || 'clause';
}

/**
 * A name in one spelling, as the end of its address: lower case, without accents and punctuation, so that `TRUSTe` and
 * `Truste` share a page. Letters
 * of other scripts are written as their numbers, since an address is ASCII.
 */
export function slugName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\u0000-\u007f]/gu, (letter) =>
      /\p{L}/u.test(letter) ? letter.codePointAt(0)!.toString(36) : '-',
    )
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
