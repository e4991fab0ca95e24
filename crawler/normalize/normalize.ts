import { UnpackedTooLarge, undoContentCoding } from '../content-coding.ts';
import { weighText } from '../core/index.ts';
import { cutArchiveInserts } from './archive-frame.ts';
import { assemble, failed, NOTHING } from './assemble.ts';
import { allowMarkdown, isTooCostly } from './budget.ts';
import { decodeText, MAX_BYTES } from './decode.ts';
import { readEmbeddedText } from './embedded-data.ts';
import { extractContent, logRemoval } from './extract.ts';
import { readPushed, writeFlight } from './flight.ts';
import { findFollow } from './follow.ts';
import { markdownToHtml } from './foreign-markdown.ts';
import type { Line } from './line.ts';
import { resolveLink } from './links.ts';
import type { Flag, Normalization, Payload, Reason } from './normalization.ts';
import { type Branch, findBranch, type Page, parseHtml, textOf } from './parse-html.ts';
import { readLines } from './read-lines.ts';
import { isHtmlDespiteType, looksLikeHtml } from './sniff-html.ts';
import { readTypedLines } from './typed-lines.ts';
import { dropUnshown } from './unshown.ts';

export type { Flag, Normalization, Payload, Reason } from './normalization.ts';
export { flags, reasons } from './normalization.ts';

interface HtmlSource {
  readonly html: string;
  readonly original: string | null;
  readonly charset: string | null;
  readonly flags: readonly Flag[];
  readonly takesAnyText: boolean;
}

/** The address a page gives for itself, for pages that come without one. */
function findCanonical(branch: Branch): string | null {
  const { rel = '', href } = branch.attributes;
  if (branch.name === 'link' && /^canonical$/i.test(rel) && href) return resolveLink(href, null);
  for (const child of branch.children) {
    const found = typeof child === 'string' || child.name === 'body' ? null : findCanonical(child);
    if (found) return found;
  }
  return null;
}

function normalizeHtml(source: HtmlSource): Normalization {
  const { html, charset, flags } = source;
  const page = parseHtml(cutArchiveInserts(html));
  if (!page) return normalizeTrap(source);
  const original = source.original ?? findCanonical(page.root);
  const baseHref = findBranch(page.root, 'base')?.attributes.href;
  const base = (baseHref === undefined ? null : resolveLink(baseHref, original)) ?? original;
  const titleBranch = findBranch(page.root, 'title');
  const pageTitle = titleBranch ? textOf(titleBranch).slice(0, 300) || null : null;
  const follow = findFollow(page.root, base);
  const shown = dropUnshown(page.root);
  const extraction = extractContent(shown.root, pageTitle);
  if (!extraction) {
    const unframed = normalizeNoframes(source, page, pageTitle);
    if (unframed) return { ...unframed, follow };
    return { ...NOTHING, outcome: 'not-a-policy', reason: 'frameset', title: pageTitle, follow, charset };
  }
  const answer = assemble({
    lines: readLines(extraction.content, base),
    removed: [
      ...shown.removed.map(({ reason, text }) => logRemoval('shown', reason, text)),
      ...extraction.removed,
    ],
    flags: [...flags, ...extraction.flags],
    follow,
    charset,
    pageTitle,
    takesAnyText: source.takesAnyText,
    page: {
      proseChars: extraction.prose,
      readPageText: () => textOf(extraction.body),
      scriptChars: page.scriptChars,
      readAsksPassword: () => /<input\b[^<>]*\btype\s*=\s*["']?password/i.test(html),
    },
  });
  return answer.outcome === 'version' ? answer : (normalizeEmbedded(source, page, pageTitle) ?? answer);
}

/** The text for browsers without frames, where it is one rather than advice to get another browser; null otherwise. */
function normalizeNoframes(source: HtmlSource, page: Page, pageTitle: string | null): Normalization | null {
  if (page.noframes === '') return null;
  const title = `<title>${escapeHtml(pageTitle ?? '')}</title>`;
  const html = /<body/i.test(page.noframes) ? page.noframes : `<body>${page.noframes}</body>`;
  const answer = normalizeHtml({ ...source, html: title + html, flags: [...source.flags, 'noframes'] });
  return answer.outcome === 'version' ? answer : null;
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The text that an otherwise empty page holds as data for its scripts; null where it holds none. */
function normalizeEmbedded(source: HtmlSource, page: Page, pageTitle: string | null): Normalization | null {
  const text = readEmbeddedText(page.data) ?? (writeFlight(readPushed(page.pushes)) || null);
  if (text === null) return null;
  const paragraphs = text.split(/\n\s*\n/).map((part) => `<p>${escapeHtml(part)}</p>`);
  const html = looksLikeHtml(text) ? text : paragraphs.join('\n');
  const whole = `<title>${escapeHtml(pageTitle ?? '')}</title><body>${html}</body>`;
  const answer = normalizeHtml({ ...source, html: whole, flags: [...source.flags, 'embedded-data'] });
  return answer.outcome === 'version' ? answer : null;
}

/** A page built to be slow to parse: its text alone, tags cut out, is judged. */
function normalizeTrap({ html, charset, flags }: HtmlSource): Normalization {
  const text = html.replace(/<[^<>]*>/g, ' ');
  const page = {
    proseChars: weighText(text.trim()),
    readPageText: () => text,
    scriptChars: 0,
    readAsksPassword: () => false,
  };
  const lines = readTypedLines(text);
  return assemble({
    lines,
    removed: [],
    flags: ['approximate', ...flags],
    follow: null,
    charset,
    pageTitle: null,
    page,
  });
}

function normalizeLines(lines: readonly Line[], flags: readonly Flag[]): Normalization {
  return assemble({ lines, removed: [], flags, follow: null, charset: null, pageTitle: null, page: null });
}

/** Characters looked at to tell text from other data, and the share of control characters that no text has. */
const BINARY_SAMPLE = 4000;
const MAX_CONTROL_SHARE = 0.02;

function isBinary(text: string): boolean {
  const sample = text.slice(0, BINARY_SAMPLE);
  const controls = sample.match(/[\u0001-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return controls > sample.length * MAX_CONTROL_SHARE;
}

/** The outcome of a capture that costs too much; any other error is a bug. */
function failCostly(error: unknown): Normalization {
  if (isTooCostly(error)) return failed('too-costly');
  throw error;
}

/** Payload to Markdown. Never throws for what a payload holds: the answer names what is wrong with it. */
export async function normalizePayload(payload: Payload): Promise<Normalization> {
  const unpacked = unpackPayload(payload);
  if (typeof unpacked === 'string') return failed(unpacked);
  try {
    return await normalizeBytes(unpacked, payload);
  } catch (error) {
    return failCostly(error);
  }
}

/** A page is believed to be one; of anything else the text decides. */
function isHtml(text: string, contentType: string): boolean {
  if (/^\s*text\/html/i.test(contentType)) return true;
  return /^\s*text\/(?:plain|markdown)\b/i.test(contentType) ? isHtmlDespiteType(text) : looksLikeHtml(text);
}

/** The text of a page as it was sent, for those who look at its markup; '' where it cannot be read. */
export function decodePayload(payload: Payload): string {
  const bytes = unpackPayload(payload);
  return typeof bytes === 'string' ? '' : decodeText(bytes, payload.contentType).text;
}

/** The bytes without content coding, or why they cannot be had. */
function unpackPayload({ bytes, contentEncoding = null }: Payload): Uint8Array | Reason {
  try {
    const unpacked = undoContentCoding(bytes, contentEncoding, MAX_BYTES);
    return unpacked.isCut ? 'truncated' : unpacked.bytes;
  } catch (error) {
    if (error instanceof UnpackedTooLarge) return 'oversized';
    throw error;
  }
}

async function normalizeBytes(bytes: Uint8Array, payload: Payload): Promise<Normalization> {
  if (bytes.length === 0) return failed('empty');
  if (bytes.length > MAX_BYTES) return failed('oversized');
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (start.includes('%PDF-')) {
    // Loaded when first needed: few payloads are PDF, and the library is large.
    const { readPdf } = await import('./pdf.ts');
    const lines = await readPdf(bytes);
    return lines === null ? failed('undecodable', ['pdf']) : normalizeLines(lines, ['pdf']);
  }
  const { text, charset, isDamaged } = decodeText(bytes, payload.contentType);
  if (text.trim() === '') return { ...failed('empty'), charset };
  if (isBinary(text)) return { ...failed('undecodable'), charset };
  const damage: Flag[] = isDamaged ? ['mojibake'] : [];
  if (!isHtml(text, payload.contentType ?? '')) {
    return { ...normalizeLines(readTypedLines(text), ['plain-text', ...damage]), charset };
  }
  const takesAnyText = payload.takesAnyText === true;
  return normalizeHtml({ html: text, original: payload.original, charset, flags: damage, takesAnyText });
}

/** Foreign Markdown, without its provenance header, to our spelling. */
export function normalizeMarkdown(text: string, original: string | null = null): Normalization {
  try {
    allowMarkdown(text);
    const page = parseHtml(`<body>${markdownToHtml(text)}`);
    return page ? normalizeLines(readLines(page.root, original), []) : failed('too-costly');
  } catch (error) {
    return failCostly(error);
  }
}

/** Typed plain text to Markdown. */
export function normalizePlainText(text: string): Normalization {
  try {
    return normalizeLines(readTypedLines(text), ['plain-text']);
  } catch (error) {
    return failCostly(error);
  }
}

export { findPolicyLinks, type PolicyLink } from './policy-links.ts';
