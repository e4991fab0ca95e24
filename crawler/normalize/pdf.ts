import { extractText, getDocumentProxy } from 'unpdf';

/** pdf.js writes its warnings to the console by itself, whatever was said of being quiet. */
const ERRORS_ONLY = 0;

/** Pages read at most: the longest policies have some dozens. */
const MAX_PAGES = 300;

/** The text of a PDF, pages apart by form feeds; null for a damaged or encrypted file. */
export async function readPdfText(bytes: Uint8Array): Promise<string | null> {
  try {
    // The library takes possession of the buffer it is given.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: ERRORS_ONLY });
    if (document.numPages > MAX_PAGES) return null;
    const { text } = await extractText(document, { mergePages: false });
    return text.join('\f');
  } catch {
    return null;
  }
}
