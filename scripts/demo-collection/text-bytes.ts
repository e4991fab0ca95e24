import type { Era } from './model.ts';

/** The bytes 0x80 to 0x9F of windows-1252, as characters; the five unassigned ones are left out. */
const upperControls: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

const asciiFor: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '--',
  '…': '...',
};

/** Types quotes, dashes and dots the way an ASCII keyboard does, where the era asks for it. */
export function typeQuotes(text: string, quotes: Era['quotes']): string {
  return quotes === 'straight' ? text.replace(/[‘’“”–—…]/gu, (mark) => asciiFor[mark] ?? mark) : text;
}

/**
 * The page's bytes in the era's charset. In windows-1252 what has no byte is written as a character reference, as the
 * editors of the time did.
 */
export function encodeText(text: string, charset: Era['charset']): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = upperControls[character] ?? code;
    const isFit = byte !== code || code < 0x80 || (code >= 0xa0 && code <= 0xff);
    if (isFit) bytes.push(byte);
    else bytes.push(...new TextEncoder().encode(`&#${code};`));
  }
  return Uint8Array.from(bytes);
}
