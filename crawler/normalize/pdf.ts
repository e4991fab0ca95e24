import { getDocumentProxy } from 'unpdf';
import { allow } from './budget.ts';
import type { Line } from './line.ts';
import { type PdfRow, type PdfText, readColumns } from './pdf-columns.ts';
import { writeParagraphs } from './pdf-paragraphs.ts';

/** pdf.js writes its warnings to the console by itself, whatever was said of being quiet. */
const ERRORS_ONLY = 0;

/** Pages read at most: the longest policies have some dozens. */
const MAX_PAGES = 300;

/** What of the library's text items is read. */
interface Item {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
}

interface FontList {
  get(name: string): { readonly name?: string };
}

/** Whether a font is a bold one, by the name its maker gave it. */
function isBoldFont(fonts: FontList, name: string | undefined): boolean {
  try {
    return /bold|black|heavy|demi/i.test(fonts.get(name ?? '').name ?? '');
  } catch {
    // A font that the page names and does not hold.
    return false;
  }
}

/** The pieces of text on a page, upright ones only: what stands on its side is no line of the text. */
function listPieces(items: readonly Item[], fonts: FontList): PdfText[] {
  return items.flatMap(({ str = '', transform = [], width = 0, fontName }) => {
    const [, slope = 0, , size = 0, x = 0, y = 0] = transform;
    if (str === '' || slope !== 0 || !(size > 0)) return [];
    return [{ text: str, x, y, width, size, strong: isBoldFont(fonts, fontName) }];
  });
}

/** Share of the pages that a line at the rim stands on, from which on it is printed there and none of the text. */
const MIN_REPEATED = 0.5;
const MIN_PAGES = 2;
/** Lines at each rim of a page that may be such. */
const RIM = 2;

const rimText = (row: PdfRow) =>
  row.segments
    .map((segment) => segment.pieces.map((piece) => piece.text).join(''))
    .join(' ')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Pages without their heads, feet and numbers: what stands at the same rim of most of them, but for figures. */
function dropRims(pages: readonly (readonly PdfRow[])[]): PdfRow[][] {
  const rims = pages.map((rows) => {
    const byHeight = [...rows].sort((one, other) => other.y - one.y);
    return new Set([...byHeight.slice(0, RIM), ...byHeight.slice(-RIM)]);
  });
  const counts = new Map<string, number>();
  for (const rim of rims) {
    for (const text of new Set([...rim].map(rimText))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isPrinted = (row: PdfRow) => {
    const text = rimText(row);
    const isNumber = /^\W*(?:\p{L}{1,8}\W{1,3})?#(?:\W{1,3}\p{L}{0,4}\W{0,3}#)?\W*$/u.test(text);
    const needed = Math.max(MIN_PAGES, pages.length * MIN_REPEATED);
    return (counts.get(text) ?? 0) >= needed || (isNumber && pages.length >= MIN_PAGES);
  };
  return pages.map((rows, at) => rows.filter((row) => !(rims[at]!.has(row) && isPrinted(row))));
}

/** The lines of a PDF as laid out: heads, feet and page numbers dropped, columns one after the other; null for a damaged or encrypted file. */
export async function readPdf(bytes: Uint8Array): Promise<readonly Line[] | null> {
  let pages: (readonly PdfRow[])[] = [];
  try {
    // The library takes possession of the buffer it is given.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: ERRORS_ONLY });
    if (document.numPages > MAX_PAGES) return null;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      // Fonts have names only once the page's drawing is read.
      await page.getOperatorList();
      pages = [...pages, readColumns(listPieces(items as Item[], page.commonObjs as FontList))];
    }
  } catch {
    return null;
  }
  const rows = dropRims(pages);
  allow(
    rows.reduce((sum, page) => sum + page.length, 0),
    'lines',
  );
  return writeParagraphs(rows);
}
