/**
 * The block quote before a text that says where it comes from, in the form of the Princeton-Leuven corpus:
 * `> *The following text is extracted and transformed from the … privacy policy that was archived on …*`.
 */

export interface Provenance {
  readonly domain: string;
  /** Short name of the policy: `privacy`. */
  readonly policy: string;
  /** ISO date of the capture; null where the header says that it is unknown. */
  readonly date: string | null;
  /** 14 digits, from the memento URL; null where the header links none. */
  readonly timestamp: string | null;
  /** The address that was captured; null where the header links none. */
  readonly original: string | null;
  readonly mementoUrl: string | null;
}

const HEADER =
  /^\s*>\s*[*_]The following text is extracted and transformed from the (\S+) ([\w ]{1,80}?) policy(?: that was archived on (\d{4}-\d{2}-\d{2})\.|\. Its date is unknown\.)([^\n]*)[*_][ \t]*(?:\n|$)/;
const MEMENTO = /\]\(<?(https?:\/\/[^/\s]+\/(?:[\w~.-]+\/){0,4}?(\d{14})[a-z_]*\/((?:(?!\]\().)+?))>?\)/;

/** Splits a text from its provenance header. @returns provenance null, and the text as given, where there is none */
export function parseProvenanceHeader(text: string): { provenance: Provenance | null; text: string } {
  const start = text.replace(/^\ufeff/, '');
  const header = HEADER.exec(start);
  if (!header) return { provenance: null, text };
  const link = MEMENTO.exec(header[4]!);
  const provenance: Provenance = {
    domain: header[1]!,
    policy: header[2]!.toLowerCase().replaceAll(' ', '-'),
    date: header[3] ?? null,
    timestamp: link?.[2] ?? null,
    original: link ? unescapeTarget(link[3]!) : null,
    mementoUrl: link?.[1] ?? null,
  };
  return { provenance, text: start.slice(header[0].length).replace(/^\s*\n/, '') };
}

/** What our own headers escape in an address, since it would end the link or the emphasis, and the corpus's own colon. */
function unescapeTarget(target: string): string {
  return target
    .replace(/^(https?)%3a/i, '$1:')
    .replace(/%(28|29|3C|3E|2A)/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
