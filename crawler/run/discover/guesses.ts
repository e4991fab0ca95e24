import { type ArchiveClient, type Listing, toUrlkey } from '../../archive/index.ts';
import { type Capture, languages, listPhrases } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import { type Candidate, DEFAULT_POLICY } from '../address.ts';
import type { DiscoveryContext } from './home-pages.ts';

/** Confidence that an address is the policy's, where only its usual path speaks for it. */
const GUESS_CONFIDENCE = 0.3;

/** Usual paths asked for in each language where the index was searched as a whole, which would have named more. */
const FEW = 2;

/**
 * Addresses at which policies usually stand: in English, and in the languages of the site's own pages, commonest first.
 * Home page links alone lose half of the large sites (Princeton-Leuven corpus, its published failure counts).
 */
export function guessAddresses(
  domain: string,
  pageLanguages: ReadonlySet<string>,
  isSearched: boolean,
): Candidate[] {
  const rows = languages.filter(({ code }) => code === 'en' || pageLanguages.has(code));
  const paths = rows.flatMap((row) => listPhrases(row.paths).slice(0, isSearched ? FEW : undefined));
  return [...new Set(paths)].map((path) => ({
    url: `http://${domain}/${path}`,
    confidence: GUESS_CONFIDENCE,
    policy: DEFAULT_POLICY,
    evidence: { kind: 'guess' },
  }));
}

/** The guesses that the archive has captures of, with those; one that could not be asked for now stays, without. */
export async function tryGuesses(
  client: ArchiveClient,
  context: DiscoveryContext,
  guesses: readonly Candidate[],
  effects: Effects,
): Promise<{ candidates: Candidate[]; listings: Map<string, readonly Capture[]> }> {
  const candidates: Candidate[] = [];
  const listings = new Map<string, readonly Capture[]>();
  for (const guess of guesses) {
    if (effects.isStopping()) break;
    const listing = await list(client, context, guess.url, effects);
    if (listing?.complete && listing.captures.length === 0) continue;
    candidates.push(guess);
    if (listing?.complete) listings.set(toUrlkey(guess.url), listing.captures);
  }
  return { candidates, listings };
}

async function list(
  client: ArchiveClient,
  { domain, range }: DiscoveryContext,
  url: string,
  effects: Effects,
) {
  effects.progress({ domain, phase: 'discover', done: 0, total: 1, item: url });
  const nothing = `the index lists nothing of ${url}`;
  const doubt = ({ captures }: Listing) =>
    captures.length === 0 && client.doubts?.isDeceived === true ? nothing : null;
  try {
    return await client.listCaptures({ url, ...range, doubt });
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped || effects.isStopping()) throw error;
    return null;
  }
}
