import { formatDate } from './timestamp.ts';

/** Where a text on its own comes from. */
export interface HeaderFacts {
  readonly domain: string;
  /** Short name of the policy: `privacy`. */
  readonly policy: string;
  /** Timestamp of the capture, 14 digits; null where the date is unknown. */
  readonly timestamp: string | null;
  /** The capture's unrewritten memento URL (`…id_/http://…`); null where there is none. */
  readonly rawUrl: string | null;
}

/**
 * The provenance header that precedes a text standing on its own, in the form the Princeton-Leuven corpus gave it: a
 * block quote in italics with domain, date and a link to the memento, whose inner scheme is written `http%3A//`.
 */
export function formatProvenanceHeader({ domain, policy, timestamp, rawUrl }: HeaderFacts): string {
  const name = `${domain} ${policy.replaceAll('-', ' ')} policy`;
  const text = `> *The following text is extracted and transformed from the ${name}`;
  if (timestamp === null) return `${text}. Its date is unknown.*`;
  const archived = `${text} that was archived on ${formatDate(timestamp)}.`;
  if (rawUrl === null) return `${archived}*`;
  const link = escapeTarget(rawUrl).replace(/(\/\d{14}id_\/https?):\/\//, '$1%3A//');
  const place = /^https?:\/\/web\.archive\.org\//.test(rawUrl) ? 'on the Wayback Machine' : 'in the archive';
  return `${archived} Please check the [original snapshot ${place}](${link}) for the most accurate reproduction.*`;
}

/** Characters that would end the link or the emphasis. */
const escapeTarget = (url: string): string =>
  url.replace(/[()<>\s*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
