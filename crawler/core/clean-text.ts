/** A line that begins a block of its own: a heading, a list item, a table row, a quote, a rule, an underline of a heading. */
const BLOCK_START = /^\s*(?:#{1,6} |[-*+\u2022] |\d{1,3}[.)] |\||>|=+ *$|-{3,} *$)/;

/** Whether a line goes on with the block that the line before began. */
function continues(line: string, before: string, isTyped: boolean): boolean {
  if (line.trim() === '' || before.trim() === '' || BLOCK_START.test(line) || /^#{1,6} /.test(before))
    return false;
  if (!isTyped) return !/^\s*\|/.test(before);
  return /^\s*\p{Ll}/u.test(line) && !/[.!?:;]\s*$/.test(before);
}

function joinLines(text: string, isTyped: boolean): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const before = lines.at(-1) ?? '';
    if (continues(line, before, isTyped)) lines[lines.length - 1] = `${before.trimEnd()} ${line.trim()}`;
    else lines.push(line);
  }
  return lines.join('\n');
}

/**
 * Markdown, or typed text, as somebody wrote it in the spelling that `parseClauses` reads, a block a line: underlined
 * headings, other list marks, lines broken at the margin. Nothing is left out. In typed text a line is a block unless the
 * next begins in lower case with the sentence still open.
 */
export function tidyMarkdown(text: string, isTyped = false): string {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const marked = lines
    .replace(/^(\S[^\n]{0,200})\n=+[ \t]*$/gm, '# $1')
    .replace(/^(\S[^\n]{0,200})\n-{3,}[ \t]*$/gm, '## $1')
    .replace(/^([ \t]*)[*+\u2022][ \t]+/gm, '$1- ')
    .replace(/^>[ \t]?/gm, '');
  return joinLines(marked, isTyped);
}
