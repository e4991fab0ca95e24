import { UNSPACED_CLASS } from './unspaced.ts';

/** What a full stop does not end: initials and abbreviations of large languages, folded to small letters. */
const ABBREVIATIONS = new Set(
  `e.g i.e etc inc ltd corp co no nos vs mr mrs ms dr prof st u.s u.k cf art sec approx jr sr
  z.b d.h u.a bzw usw ggf abs nr vgl ca bspw inkl evtl str p.ex m mme mlle ex env réf
  p.ej sr sra ud uds núm pág ej sig sigg dott ecc pág n nr. dhr mevr bijv enz o.a i.v.m d.w.z
  tj tzn np m.in itp ul św г т.е т.д т.п т.к ул стр рис напр див тощо vb vs örn md sn`.split(/\s+/),
);
const ABBREVIATION = /(?:^|[\s(«„“"'])((?:\p{L}\.)*\p{L}+)\.$/u;

/** Characters that hold any of those, with what stands before it. */
const LONGEST_ABBREVIATION = 9;

/**
 * Ends of sentences: signs that end nothing else, whatever follows; a full stop, question or exclamation mark with a
 * space behind it. What such a sentence begins with is looked at apart.
 */
const END = new RegExp(
  String.raw`[。！？｡।॥؟۔።]+['")\]\u201d\u2019」』）]*\s*|[.!?]['")\]\u201d\u2019»]*\s+|[!?]+(?=[${UNSPACED_CLASS}])`,
  'gu',
);

/** A sentence of a script with capitals begins with one, or a digit; in other scripts any letter does. */
const BEGINNING = /^['"([\u201c\u2018«„¿¡]*(?:\p{Lu}|\p{Lt}|\p{N}|\p{Lo})/u;

function isAbbreviated(before: string): boolean {
  const word = ABBREVIATION.exec(before)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  // A single letter is an initial; in scripts without capitals it is a word.
  return ABBREVIATIONS.has(word) || /^\p{Ll}$/u.test(word) || /^(?:\p{Ll}\.)+\p{Ll}$/u.test(word);
}

/** The sentences of plain text, in any script. Thai, which ends them with a space alone, is left whole. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(END)) {
    const stop = index + 1;
    const next = index + end.length;
    if (next >= text.length) break;
    const isPlain = /^[.!?]/.test(end);
    if (isPlain && !BEGINNING.test(text.slice(next, next + 4))) continue;
    if (end.startsWith('.') && isAbbreviated(text.slice(Math.max(start, stop - LONGEST_ABBREVIATION), stop)))
      continue;
    sentences.push(text.slice(start, next).trim());
    start = next;
  }
  const rest = text.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}
