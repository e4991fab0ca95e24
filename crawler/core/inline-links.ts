import { parseInline } from './inline.ts';

/** A link or mail address in inline Markdown; offsets are UTF-16 units of the plain text. */
export interface InlineLink {
  readonly text: string;
  readonly href: string;
  readonly start: number;
  readonly end: number;
}

/** The links of a clause's inline Markdown, in order; neighbouring runs of one link in several styles are one. */
export function listInlineLinks(markdown: string): InlineLink[] {
  const links: InlineLink[] = [];
  let start = 0;
  for (const { text, href } of parseInline(markdown)) {
    const end = start + text.length;
    const last = links.at(-1);
    if (href !== null && last?.href === href && last.end === start) {
      links[links.length - 1] = { ...last, text: last.text + text, end };
    } else if (href !== null) links.push({ text, href, start, end });
    start = end;
  }
  return links;
}
