/** What a full stop does not end: initials, `e.g.`, `Inc.` and the like. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|e\.g|i\.e|etc|inc|ltd|corp|co|no|vs|mr|mrs|ms|dr|st|u\.s|cf|art|sec)\.$/iu;

/** Characters that hold any of those, with what stands before it. */
const LONGEST_ABBREVIATION = 8;

/** The sentences of plain text: cut after a full stop, question or exclamation mark before a capital, digit or quote. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const end of text.matchAll(/[.!?]['")\]\u201d\u2019]* +(?=['"([\u201c\u2018]*[\p{Lu}\p{N}])/gu)) {
    const stop = end.index + 1;
    if (ABBREVIATION.test(text.slice(Math.max(start, stop - LONGEST_ABBREVIATION), stop))) continue;
    sentences.push(text.slice(start, end.index + end[0].length).trim());
    start = end.index + end[0].length;
  }
  const rest = text.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}
