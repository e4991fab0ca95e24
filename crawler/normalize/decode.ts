import { guessEncoding } from './guess-encoding.ts';
import { charsetOfContent, encodingOf, prescanCharset } from './prescan.ts';

/** Payload bytes to text, once content codings are undone. */

export interface Decoded {
  readonly text: string;
  /** Canonical label of the encoding used, as the Encoding Standard spells it. */
  readonly charset: string;
  /** Bytes that fit no reading were replaced, or the text shows the marks of an earlier wrong decoding. */
  readonly isDamaged: boolean;
}

/** Largest text we are willing to read, before and after a content coding is undone. */
export const MAX_BYTES = 48 * 1024 * 1024;

const hasPrefix = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, at) => bytes[at] === byte);

/** The encoding a page declares, in `content-type` or, failing that, in its own bytes. */
function declaredCharset(bytes: Uint8Array, contentType: string | null): string | null {
  const header = charsetOfContent(contentType ?? '');
  const named = header === null ? null : encodingOf(header);
  if (named !== null) return named;
  return prescanCharset(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536)).toString('latin1'),
  );
}

/** UTF-16 without a byte order mark: text in Latin script has a zero in every second byte. */
function guessUtf16(bytes: Uint8Array): string | null {
  const sample = Math.min(bytes.length, 2000) & ~1;
  if (sample < 20) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (odd > sample * 0.35 && even < sample * 0.05) return 'utf-16le';
  return even > sample * 0.35 && odd < sample * 0.05 ? 'utf-16be' : null;
}

/** Length of the UTF-8 sequence at `at`, 0 where the bytes are no UTF-8. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) if ((bytes[at + k]! & 0xc0) !== 0x80) return 0;
  return length;
}

const windows1252 = new TextDecoder('windows-1252');

/**
 * Reads UTF-8 with a handful of stray bytes, each read as windows-1252 (a lone 0xA0 is the usual one).
 * @returns null if the bytes are not mostly UTF-8
 */
function decodeAlmostUtf8(bytes: Uint8Array): string | null {
  let good = 0;
  const strays: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) good++;
    if (length === 0) strays.push(at);
    at += length || 1;
  }
  if (strays.length > Math.min(20, good)) return null;
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: false });
  let text = '';
  let from = 0;
  for (const stray of strays) {
    text += utf8.decode(bytes.subarray(from, stray)) + windows1252.decode(bytes.subarray(stray, stray + 1));
    from = stray + 1;
  }
  return text + utf8.decode(bytes.subarray(from));
}

/** What bytes that are no Unicode do not become by being called so. */
const UNICODE = /^utf-?(?:8|16)/;
/** Declared encodings under which strict UTF-8 would be a wrong guess although the bytes allow it. */
const STATEFUL = /^(?:iso-2022-jp|csiso2022jp)$/;

/**
 * The text of bytes, after the HTML standard's order of evidence with one change: bytes that are valid UTF-8 and hold
 * more than ASCII are UTF-8 whatever the page declares, since the declarations of the time were often wrong and such
 * bytes are hardly ever anything else. Without a usable declaration the bytes themselves are asked (`guess-encoding.ts`);
 * where they say nothing it is windows-1252.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): Decoded {
  const marked = hasPrefix(bytes, 0xef, 0xbb, 0xbf)
    ? 'utf-8'
    : hasPrefix(bytes, 0xff, 0xfe)
      ? 'utf-16le'
      : hasPrefix(bytes, 0xfe, 0xff)
        ? 'utf-16be'
        : guessUtf16(bytes);
  if (marked) return finish(new TextDecoder(marked).decode(bytes), marked);
  const declared = declaredCharset(bytes, contentType);
  if (!(declared && STATEFUL.test(declared))) {
    try {
      return finish(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
    } catch {
      const text = decodeAlmostUtf8(bytes);
      if (text !== null) return finish(text, 'utf-8');
    }
  }
  const isUsable = declared !== null && !UNICODE.test(declared);
  const decoder = decoderFor(isUsable ? declared : guessEncoding(bytes));
  return finish(decoder.decode(bytes), decoder.encoding);
}

function decoderFor(label: string | null): TextDecoder {
  if (label && !UNICODE.test(label)) {
    try {
      return new TextDecoder(label);
    } catch {
      // Not a label of the Encoding Standard: fall through to what nearly all such pages hold.
    }
  }
  return windows1252;
}

/** Signs of lost bytes, control characters, and UTF-8 read as windows-1252 and saved again: `â€™` for an apostrophe, `Ã©` for an accented letter. */
const DAMAGE = /[\ufffd\u0080-\u009f]|â€[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6]|Ã[\u0080-\u00bf]/;

/** Whether a text has characters that no one wrote. */
export function showsDamage(text: string): boolean {
  return DAMAGE.test(text);
}

/** Repairs that are safe, and the verdict on what remains. */
function finish(text: string, charset: string): Decoded {
  let repaired = text.includes('\0') ? text.replaceAll('\0', '') : text;
  const isDamaged = showsDamage(repaired);
  if (repaired.includes('\u00d2')) {
    // Mac quotes: nothing but a quoted word stands between an O grave and an O acute that touch it on both sides.
    repaired = repaired.replace(
      /(?<!\p{L})\u00d2(?=\S)([^\u00d2\u00d3]{1,200}?)(?<=\S)\u00d3(?!\p{L})/gu,
      '\u201c$1\u201d',
    );
  }
  // A lost no-break space: nothing else is ever lost between a full stop and the next sentence.
  if (repaired.includes('\ufffd'))
    repaired = repaired.replace(/(?<=[.,;:?!])\ufffd|(?<=\s)\ufffd(?=\s)/g, ' ');
  return { text: repaired, charset, isDamaged };
}
