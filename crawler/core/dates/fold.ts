/**
 * Letters without capitals and marks, digits of all scripts as ASCII ones, and all in the same places: what is found in
 * a folded text is quoted from the text itself. (`normalize` and `\p{…}` follow the engine's Unicode version.)
 */

/** The zero of each script's digits (Unicode 17, general category Nd) that policies are written with. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x0ed0, 0x1040, 0x17e0, 0xff10];

/** Letters that no decomposition reduces. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ς: 'σ',
  '／': '/',
  '．': '.',
  '－': '-',
  '：': ':',
  '（': '(',
  '）': ')',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '’': "'",
};

/** Beyond these scripts a decomposed letter is no longer the letter (Hangul, kana). */
const hasMarks = (code: number) => code < 0x0700 || (code >= 0x1e00 && code < 0x2000);

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return unit.toLowerCase();
  const plain = PLAIN[unit];
  if (plain !== undefined) return plain;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  const small = unit.toLowerCase().charAt(0);
  const bare = hasMarks(code) ? small.normalize('NFD').charAt(0) : small;
  return PLAIN[bare] ?? bare;
}

const folded = new Map<string, string>();

function foldOnce(unit: string): string {
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const made = foldUnit(unit);
  folded.set(unit, made);
  return made;
}

/** @returns as many UTF-16 units as the text has */
export function foldInPlace(text: string): string {
  return text.replace(/[^\x00-\x7f]/g, foldOnce).replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
