import { isMhtml } from './mhtml.ts';

/** What bytes are, as far as an import is concerned. */
export type Format = 'html' | 'pdf' | 'mhtml' | 'text' | 'warc' | 'zip' | 'gzip' | 'sqlite';

/** A format that is known and not read, with what to do instead. */
export interface ForeignFormat {
  readonly foreign: string;
  readonly remedy: string;
  /** Its bytes could be taken for text, or for a packed page. */
  readonly isDocument: boolean;
}

/** Bytes at the beginning that show what a file is. */
export const HEAD_LENGTH = 4096;

const AS_HTML = 'Save it as HTML, PDF or plain text, and import that.';
const AS_TEXT = 'Import the text itself: HTML, PDF, Markdown or plain text.';
const UNPACK = 'Unpack it, and import the folder.';

/** First bytes of formats that are met among saved documents. */
const SIGNATURES: readonly (readonly [bytes: string, name: string, remedy: string])[] = [
  ['{\\rtf', 'a Rich Text (RTF) document', AS_HTML],
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'a document of an older office program (DOC, XLS, PPT or MSG)',
    AS_HTML,
  ],
  [
    'bplist00',
    'a Safari web archive, or a property list',
    'Save the page as HTML ("page source"), and import that.',
  ],
  ['\x89PNG', 'an image (PNG)', AS_TEXT],
  ['\xff\xd8\xff', 'an image (JPEG)', AS_TEXT],
  ['GIF8', 'an image (GIF)', AS_TEXT],
  ['BM', 'an image (BMP)', AS_TEXT],
  ['II*\0', 'an image (TIFF)', AS_TEXT],
  ['MM\0*', 'an image (TIFF)', AS_TEXT],
  ['%!PS', 'a PostScript document', 'Make a PDF of it, and import that.'],
  ['7z\xbc\xaf', 'a 7z archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['BZh', 'compressed with bzip2', UNPACK],
  ['\xfd7zXZ', 'compressed with xz', UNPACK],
  ['\x28\xb5\x2f\xfd', 'compressed with zstd', UNPACK],
  [
    'filedesc://',
    'an ARC file, the form before WARC',
    'Convert it to WARC first: `warcio recompress FILE.arc.gz FILE.warc.gz`.',
  ],
  ['PAR1', 'a Parquet file', 'Of an export of ours, import its whole folder.'],
  ['ITSF', 'a help file (CHM)', AS_HTML],
  ['\x7fELF', 'a program', AS_TEXT],
  ['MZ', 'a program', AS_TEXT],
];

/** Text that programs exchange: its marks would be read as words. */
const DATA: readonly (readonly [mark: RegExp, name: string])[] = [
  [/^\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*[[{"])/, 'data in JSON'],
  [/^\s*<\?xml\b/i, 'data in XML'],
  [
    /^(?:Return-Path|Received|Delivered-To|From|To|Message-ID|MIME-Version):[^\n]*\n(?:[\w-]+:|[ \t])/i,
    'a mail',
  ],
];

const ZIPPED: readonly (readonly [mark: RegExp, name: string])[] = [
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.(?:text|[a-z]+)/, 'an OpenDocument (ODT) file'],
  [/mimetypeapplication\/epub\+zip/, 'an e-book (EPUB)'],
  [/\[Content_Types\]\.xml|word\/document\.xml|_rels\/\.rels/, 'an Office (DOCX, XLSX or PPTX) file'],
];

/** As its bytes look in Latin-1; editors put it before whatever they keep. */
const BYTE_ORDER_MARK = /^\xef\xbb\xbf/;

/** What a file is by its first bytes and, where those leave it open, its name. */
export function recognizeFormat(name: string, head: Buffer): Format | ForeignFormat {
  const text = head.subarray(0, HEAD_LENGTH).toString('latin1').replace(BYTE_ORDER_MARK, '');
  if (text.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (text.startsWith('WARC/')) return 'warc';
  if (text.startsWith('SQLite format 3\0')) return 'sqlite';
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return recognizeZip(text);
  if (text.startsWith('\x1f\x8b')) return 'gzip';
  if (/^RIFF....WEBP/s.test(text)) return { foreign: 'an image (WebP)', remedy: AS_TEXT, isDocument: false };
  if (/^....ftyp/s.test(text))
    return { foreign: 'a film or an image (MP4, HEIC or AVIF)', remedy: AS_TEXT, isDocument: false };
  if (text.slice(257, 262) === 'ustar')
    return { foreign: 'a tar archive', remedy: UNPACK, isDocument: false };
  const known = SIGNATURES.find(([bytes]) => isSignature(text, bytes));
  if (known) return { foreign: known[1], remedy: known[2], isDocument: known[2] === AS_HTML };
  if (isMhtml(text)) return 'mhtml';
  // Pages hold stray NUL bytes, and come in UTF-16 without a mark.
  if (isHtml(name, text)) return 'html';
  const data = DATA.find(([mark]) => mark.test(text));
  if (data) return { foreign: data[1], remedy: AS_TEXT, isDocument: false };
  if (isUtf16(head) || !head.includes(0)) return 'text';
  return {
    foreign: 'no text: it holds NUL bytes',
    remedy: 'WARC and WACZ files, HTML, MHTML, PDF, Markdown and plain text can be imported.',
    isDocument: false,
  };
}

/** Two letters alone begin words as well: a byte that no text has must follow. */
function isSignature(text: string, bytes: string): boolean {
  return text.startsWith(bytes) && (bytes.length > 2 || /[\0-\x08]/.test(text.slice(0, 64)));
}

function recognizeZip(text: string): Format | ForeignFormat {
  const inside = ZIPPED.find(([mark]) => mark.test(text));
  return inside ? { foreign: inside[1], remedy: AS_HTML, isDocument: true } : 'zip';
}

const isUtf16 = (head: Buffer) =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

function isHtml(name: string, text: string): boolean {
  return /\.x?html?$/i.test(name) || /<(?:!doctype html|html|head|body)\b/i.test(text.replaceAll('\0', ''));
}
