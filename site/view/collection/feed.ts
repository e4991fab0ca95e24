import { publicAddress } from '../addresses.ts';
import { escapeHtml } from '../html.ts';
import type { ListedChange } from './home-page.ts';

/** A feed of visible changes (Atom, RFC 4287). */
export interface Feed {
  readonly title: string;
  /** Address of the page the feed belongs to, and of the feed itself. */
  readonly page: string;
  readonly self: string;
  /** ISO instant: when the store was last filled. */
  readonly updated: string;
  readonly changes: readonly ListedChange[];
}

/**
 * An id that stays when the site moves: an address where the build knows its public origin, else a name of our own.
 * RFC 4287 wants an IRI.
 */
function feedId(address: string): string {
  const known = publicAddress(address);
  return /^https?:/.test(known) ? known : `urn:palimpsest:${address.replace(/^\/+|\/+$/g, '') || 'home'}`;
}

function formatEntry(change: ListedChange): string {
  return [
    '<entry>',
    `<id>${escapeHtml(feedId(change.address))}</id>`,
    `<title>${escapeHtml(`${change.domain}, ${change.policy.toLowerCase()}: ${change.gistShort ?? change.label}`)}</title>`,
    `<updated>${change.seen}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(publicAddress(change.address))}"/>`,
    `<summary>${escapeHtml([`Changed in the window ${change.window}.`, change.gist, `${change.label}: ${change.summary}.`].filter(Boolean).join(' '))}</summary>`,
    '</entry>',
  ].join('');
}

/** Entries are dated by the first capture of the new text: when the change was first seen, not when it happened. */
export function formatFeed(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${escapeHtml(feedId(feed.self))}</id>`,
    `<title>${escapeHtml(feed.title)}</title>`,
    `<updated>${feed.updated}</updated>`,
    '<author><name>Palimpsest</name></author>',
    `<link rel="self" type="application/atom+xml" href="${escapeHtml(publicAddress(feed.self))}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(publicAddress(feed.page))}"/>`,
    ...feed.changes.map(formatEntry),
    '</feed>',
    '',
  ].join('\n');
}
