import type { Normalization, Payload } from './normalization.ts';

export type { Flag, Normalization, Payload, Reason } from './normalization.ts';
export { flags, reasons } from './normalization.ts';

/** Payload to Markdown. Never throws for what a payload holds: the answer names what is wrong with it. */
export async function normalizePayload(payload: Payload): Promise<Normalization> {
  throw new Error(`not written yet (${payload.bytes.length} bytes)`);
}

/** Foreign Markdown, without its provenance header, to our spelling. */
export function normalizeMarkdown(text: string, original: string | null = null): Normalization {
  throw new Error(`not written yet (${text.length} characters of ${original})`);
}

/** Typed plain text to Markdown. */
export function normalizePlainText(text: string): Normalization {
  throw new Error(`not written yet (${text.length} characters)`);
}
