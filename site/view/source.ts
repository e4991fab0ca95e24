import { formatInstant, type VersionSummary } from '../../crawler/core/index.ts';
import { escapeHtml, plainLabel, safeHref } from './html.ts';

/** Where a version's text comes from: everything needed to check it. */
export interface SourceView {
  readonly original: string;
  readonly originalHref: string | null;
  readonly replay: string | null;
  readonly raw: string | null;
  /** Set where the archive is a server on the reader's own machine: its links are shown, not linked. */
  readonly isLocal: boolean;
  readonly captured: string;
  readonly payloadHash: string;
  readonly textHash: string;
  readonly rulesVersion: number;
}

const LOOPBACK = /^https?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?\//;

export function viewSource(version: VersionSummary): SourceView {
  const link = version.mementoUrl;
  const isLocal = link !== null && LOOPBACK.test(link);
  return {
    original: plainLabel(version.original),
    originalHref: safeHref(version.original),
    replay: link ? safeHref(link) : null,
    raw: version.rawUrl ? safeHref(version.rawUrl) : null,
    isLocal,
    captured:
      version.timestamp === null
        ? 'date unknown'
        : `${formatInstant(version.timestamp).replace('T', ' ').replace('Z', '')} UTC`,
    payloadHash: version.payloadHash,
    textHash: version.textHash,
    rulesVersion: version.rulesVersion,
  };
}

/** The links out of a clause, for its margin: who is linked, as host or mail address. */
export function linkedNames(hrefs: readonly (string | null)[]): string[] {
  const names = new Set<string>();
  for (const href of hrefs) {
    const safe = href === null ? null : safeHref(href);
    if (safe === null) continue;
    names.add(/^mailto:/i.test(safe) ? safe.slice(7).split('?')[0]! : new URL(safe).host);
  }
  return [...names].filter((name) => name !== '').map((name) => escapeHtml(plainLabel(name)));
}
