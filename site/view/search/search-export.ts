import { formatCsv } from '../../../crawler/core/index.ts';
import { clauseAddress, publicAddress, versionAddress } from '../addresses.ts';
import type { SearchHit } from './search-answer.ts';

/** All hits as files, with what is needed to cite each. */

const COLUMNS = [
  'domain',
  'policy',
  'clause',
  'first_seen',
  'last_seen',
  'versions',
  'wordings',
  'first_version',
  'last_version',
  'history',
  'text',
] as const;

type ExportRow = Record<(typeof COLUMNS)[number], string | number | null>;

function toRow(hit: SearchHit, origin: string): ExportRow {
  const { domain, policy, first, last, clauseSlug } = hit;
  const whole = (address: string) => new URL(publicAddress(address), origin).href;
  return {
    domain,
    policy,
    clause: hit.label,
    first_seen: first.firstDay,
    last_seen: last.lastDay,
    versions: hit.versionCount,
    wordings: hit.wordingCount,
    first_version: whole(versionAddress(domain, policy, first.slug)),
    last_version: `${whole(versionAddress(domain, policy, last.slug))}#${hit.anchor}`,
    history: clauseSlug === null ? null : whole(clauseAddress(domain, policy, clauseSlug)),
    text: hit.parts.map(({ text }) => text).join(''),
  };
}

export function formatHitsCsv(hits: readonly SearchHit[], origin: string): string {
  const rows = hits.map((hit) => {
    const row = toRow(hit, origin);
    return COLUMNS.map((column) => row[column]);
  });
  return formatCsv(COLUMNS, rows);
}

/** `question` is the address that was searched. */
export function formatHitsJson(hits: readonly SearchHit[], origin: string, question: string): string {
  return `${JSON.stringify({ question, hits: hits.map((hit) => toRow(hit, origin)) }, null, 1)}\n`;
}
