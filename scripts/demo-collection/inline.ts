import type { Inline } from './model.ts';

const markPattern =
  /\*\*(?<strong>.+?)\*\*|\*(?<emphasis>[^*]+?)\*|\[(?<words>[^\]]+)\]\((?<href>[^)\s]+)\)/u;

/** Reads one line of clause text: `**strong**`, `*emphasis*` and `[links](target)`, everything else as it stands. */
export function parseInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let rest = text;
  while (rest !== '') {
    const mark = markPattern.exec(rest);
    if (!mark?.groups) {
      inlines.push({ kind: 'text', text: rest });
      break;
    }
    if (mark.index > 0) inlines.push({ kind: 'text', text: rest.slice(0, mark.index) });
    inlines.push(markedInline(mark.groups));
    rest = rest.slice(mark.index + mark[0].length);
  }
  return inlines;
}

function markedInline(groups: Readonly<Record<string, string | undefined>>): Inline {
  if (groups.strong !== undefined) return { kind: 'strong', children: parseInlines(groups.strong) };
  if (groups.emphasis !== undefined) return { kind: 'emphasis', children: parseInlines(groups.emphasis) };
  return { kind: 'link', href: groups.href ?? '', children: parseInlines(groups.words ?? '') };
}

/** The words alone. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : inlineText(inline.children)))
    .join('');
}
