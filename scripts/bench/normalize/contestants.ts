import { load } from 'cheerio';
import { normalizePayload } from '../../../crawler/normalize/index.ts';
import type { Contestant } from './contestant.ts';
import { loadPeers } from './peers.ts';

/** Whoever makes a text of a page in the benchmark of normalization. */

async function ours(html: string, url: string): Promise<string> {
  const answer = await normalizePayload({
    bytes: Buffer.from(html),
    contentType: 'text/html; charset=utf-8',
    original: url,
  });
  return answer.markdown;
}

function floor(html: string): string {
  return load(html)('body').text();
}

/** By the names the table gives them; the floor first. */
export async function loadContestants(withPeers: boolean): Promise<Record<string, Contestant>> {
  return { 'cheerio, text of the body': floor, ours, ...(withPeers ? await loadPeers() : {}) };
}
