/**
 * The block quote before a text that says where it comes from, in the form of the Princeton-Leuven corpus:
 * `> *The following text is extracted and transformed from the … privacy policy that was archived on …*`.
 */

export interface Provenance {
  readonly domain: string;
  /** ISO date of the capture. */
  readonly date: string;
  /** 14 digits, from the memento URL; null where the header links none. */
  readonly timestamp: string | null;
  /** The address that was captured; null where the header links none. */
  readonly original: string | null;
  readonly mementoUrl: string | null;
}

const HEADER =
  /^\s*>\s*[*_]The following text is extracted and transformed from the (\S+) privacy policy that was archived on (\d{4}-\d{2}-\d{2})\.([^\n]*)[*_][ \t]*(?:\n|$)/;
const MEMENTO = /\]\(<?(https?:\/\/[^/\s]+\/(?:web\/)?(\d{14})[a-z_]*\/((?:(?!\]\().)+?))>?\)/;

/** Splits a text from its provenance header. @returns provenance null, and the text as given, where there is none */
export function parseProvenanceHeader(text: string): { provenance: Provenance | null; text: string } {
  const start = text.replace(/^\ufeff/, '');
  const header = HEADER.exec(start);
  if (!header) return { provenance: null, text };
  const link = MEMENTO.exec(header[3]!);
  const provenance: Provenance = {
    domain: header[1]!,
    date: header[2]!,
    timestamp: link?.[2] ?? null,
    original: link ? link[3]!.replace(/^(https?)%3a/i, '$1:') : null,
    mementoUrl: link?.[1] ?? null,
  };
  return { provenance, text: start.slice(header[0].length).replace(/^\s*\n/, '') };
}

/** The header, ending in a blank line, ready to stand before a version's Markdown. */
export function formatProvenanceHeader(
  provenance: Pick<Provenance, 'domain' | 'date' | 'mementoUrl'>,
): string {
  const { domain, date, mementoUrl } = provenance;
  const target = mementoUrl?.replace(
    /[()<>\s*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const check = target
    ? ` Please check the [original snapshot on the Wayback Machine](${target}) for the most accurate reproduction.`
    : '';
  return `> *The following text is extracted and transformed from the ${domain} privacy policy that was archived on ${date}.${check}*\n\n`;
}
