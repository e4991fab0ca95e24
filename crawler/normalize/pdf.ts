import { extractText, getDocumentProxy } from 'unpdf';
import type { Normalization } from './normalization.ts';

export async function readPdf(
  bytes: Uint8Array,
  normalize: (text: string) => Normalization,
): Promise<Normalization> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  return normalize(text);
}
