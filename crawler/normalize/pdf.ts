import { extractText, getDocumentProxy } from 'unpdf';

/** Pages read at most: the longest policies have some dozens. */
const MAX_PAGES = 300;

/** The text of a PDF, pages apart by form feeds; null for a damaged or encrypted file. */
export async function readPdfText(bytes: Uint8Array): Promise<string | null> {
  try {
    // The library takes possession of the buffer it is given.
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    if (document.numPages > MAX_PAGES) return null;
    const { text } = await extractText(document, { mergePages: false });
    return text.join('\f');
  } catch {
    return null;
  }
}
