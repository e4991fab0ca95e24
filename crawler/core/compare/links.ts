import { type InlineLink, listInlineLinks } from '../inline-links.ts';
import type { Clause, Match } from '../model.ts';

/** What became of a link or mail address. */
export interface LinkChange {
  readonly kind: 'added' | 'removed' | 'retargeted';
  /** The words that are the link; on the right side where there is one. */
  readonly text: string;
  readonly leftHref: string | null;
  readonly rightHref: string | null;
  /** Position of the clause on either side, or null where the link is not there. */
  readonly left: number | null;
  readonly right: number | null;
}

interface Link extends InlineLink {
  readonly position: number;
}

const listLinks = (clauses: readonly Clause[], members: readonly number[]): Link[] =>
  members.flatMap((position) =>
    listInlineLinks(clauses[position]!.text).map((link) => ({ ...link, position })),
  );

/** Takes the first link out of a list that passes; undefined where none does. */
function take(links: Link[], passes: (link: Link) => boolean): Link | undefined {
  const at = links.findIndex(passes);
  return at < 0 ? undefined : links.splice(at, 1)[0];
}

/** Links of one match: the same first, then those with the same words (retargeted); the rest left or came. */
function compareMatchLinks(left: Link[], right: Link[]): LinkChange[] {
  const changed = left.filter(
    (link) => !take(right, ({ text, href }) => text === link.text && href === link.href),
  );
  // A link whose words alone changed still leads where it led: the word diff shows it.
  const moved = changed.filter((link) => !take(right, ({ href }) => href === link.href));
  const changes = moved.map((link): LinkChange => {
    const there = take(right, ({ text }) => text === link.text);
    return {
      kind: there ? 'retargeted' : 'removed',
      text: link.text,
      leftHref: link.href,
      rightHref: there?.href ?? null,
      left: link.position,
      right: there?.position ?? null,
    };
  });
  const added = right.map(
    ({ text, href, position }): LinkChange => ({
      kind: 'added',
      text,
      leftHref: null,
      rightHref: href,
      left: null,
      right: position,
    }),
  );
  return [...changes, ...added];
}

/** Links added, removed and retargeted between two versions, mail addresses too, in the order of the matches. */
export function compareLinks(
  left: readonly Clause[],
  right: readonly Clause[],
  matches: readonly Match[],
): LinkChange[] {
  // Most clauses stay as they were, and so do their links.
  const isKept = (match: Match) =>
    match.left.length === match.right.length &&
    match.left.every((i, at) => left[i]!.text === right[match.right[at]!]!.text);
  return matches
    .filter((match) => !isKept(match))
    .flatMap((match) => compareMatchLinks(listLinks(left, match.left), listLinks(right, match.right)));
}
