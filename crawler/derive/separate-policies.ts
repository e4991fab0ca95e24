import { areNear, dominantLanguage, isGoodStatus, isRevisit } from '../core/index.ts';
import { DEFAULT_POLICY, nameVariety } from '../normalize/index.ts';
import {
  assignPolicy,
  type Evidence,
  ensurePolicy,
  listAddresses,
  listPolicyRows,
  listStoredCaptures,
  mapNormalizations,
  readText,
  type Store,
  type StoredAddress,
  type StoredCapture,
  type StoredNormalization,
} from '../store/index.ts';

/** What was seen at one address, by whatever archive. */
interface SeenAddress {
  readonly id: number;
  readonly url: string;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly captureCount: number;
  readonly language: string | null;
  readonly titles: readonly string[];
  readonly textIds: readonly number[];
}

/** Texts that share less than this of their runs of words are two documents. */
const SAME_DOCUMENT = 0.4;
/** Words in a run. */
const RUN = 5;

/**
 * Tells apart the policies of a company whose addresses did not: by titles that name for whom they are, by their languages,
 * and by texts that
 * stood side by side, both linked by the site, and have little in common. A policy that moved is linked at one place only.
 */
export function separatePolicies(store: Store, domain: string): void {
  const policy = listPolicyRows(store).find((row) => row.domain === domain && row.policy === DEFAULT_POLICY);
  if (!policy) return;
  const places = listPlaces(store, domain, policy.id);
  const named = new Map(places.map((place) => [place, nameByTitles(place)]));
  const unnamed = places.filter((place) => named.get(place) === DEFAULT_POLICY);
  const [main, ...others] = unnamed.sort(byWeight);
  for (const place of others) {
    if (!main) continue;
    if (isInAnotherLanguage(main, place)) named.set(place, `${DEFAULT_POLICY}-${place.language}`);
    else if (isAnotherDocument(store, main, place)) named.set(place, nameByPath(place.url));
  }
  for (const [{ id }, name] of named) {
    if (name !== DEFAULT_POLICY) assignPolicy(store, id, ensurePolicy(store, domain, name));
  }
}

/** The surest address first, then the one seen most often. */
function byWeight(one: SeenAddress, other: SeenAddress): number {
  return other.confidence - one.confidence || other.captureCount - one.captureCount;
}

function listPlaces(store: Store, domain: string, policyId: number): SeenAddress[] {
  const normalizations = mapNormalizations(store, policyId);
  const own = listAddresses(store, domain).filter((address) => address.policyId === policyId);
  return [...Map.groupBy(own, ({ urlkey }) => urlkey).values()].flatMap((addresses) => {
    if (addresses.some(({ evidence }) => /"kind":"(?:given|import)"/.test(evidence))) return [];
    const captures = addresses.flatMap(({ id }) => listStoredCaptures(store, { addressId: id }));
    const seen = captures.flatMap((capture) => {
      const normalization = normalizations.get(capture.id);
      // A redirect shows the text of the place it leads to.
      const isPage = isGoodStatus(capture.statuscode) || isRevisit(capture);
      return isPage && capture.timestamp !== null && normalization?.outcome === 'version'
        ? [{ capture: { ...capture, timestamp: capture.timestamp }, normalization }]
        : [];
    });
    return seen.length === 0 ? [] : [describePlace(addresses, seen)];
  });
}

function describePlace(
  addresses: readonly StoredAddress[],
  seen: readonly { capture: StoredCapture & { timestamp: string }; normalization: StoredNormalization }[],
): SeenAddress {
  const times = seen.map(({ capture }) => capture.timestamp).sort();
  // The surest stands first.
  const { id, url, confidence } = addresses[0]!;
  return {
    id,
    url,
    confidence,
    evidence: addresses.flatMap(({ evidence }) => JSON.parse(evidence) as Evidence[]),
    firstSeen: times[0]!,
    lastSeen: times.at(-1)!,
    captureCount: seen.length,
    language: dominantLanguage(seen.map(({ normalization }) => normalization.language)),
    titles: seen.flatMap(({ normalization }) => normalization.title ?? []),
    textIds: [...new Set(seen.flatMap(({ normalization }) => normalization.textId ?? []))],
  };
}

/** A name that most of the titles agree on. */
function nameByTitles({ titles }: SeenAddress): string {
  const names = Map.groupBy(titles, (title) => nameVariety('', title));
  const [name] = [...names].find(([, list]) => list.length > titles.length / 2) ?? [DEFAULT_POLICY];
  return name;
}

/** The same policy for other readers: its history stands beside the first one's, under the name of its language. */
function isInAnotherLanguage(main: SeenAddress, place: SeenAddress): boolean {
  return main.language !== null && place.language !== null && !areNear(main.language, place.language);
}

function isAnotherDocument(store: Store, main: SeenAddress, place: SeenAddress): boolean {
  const from = main.firstSeen > place.firstSeen ? main.firstSeen : place.firstSeen;
  const to = main.lastSeen < place.lastSeen ? main.lastSeen : place.lastSeen;
  const areAlive = from <= to && isLinked(main, from, to) && isLinked(place, from, to);
  if (!areAlive || main.language !== place.language) return false;
  const known = new Set(main.textIds.flatMap((id) => listRuns(readText(store, id).markdown)));
  const runs = new Set(place.textIds.flatMap((id) => listRuns(readText(store, id).markdown)));
  const shared = [...runs].filter((run) => known.has(run)).length;
  return shared < SAME_DOCUMENT * Math.min(runs.size, known.size);
}

/** Whether a page of the site linked the address in these years. An old copy that nobody took down is not linked any more. */
function isLinked({ evidence }: SeenAddress, from: string, to: string): boolean {
  return evidence.some(
    ({ kind, timestamp = '' }) =>
      kind === 'link' && timestamp.slice(0, 4) >= from.slice(0, 4) && timestamp.slice(0, 4) <= to.slice(0, 4),
  );
}

function listRuns(markdown: string): string[] {
  const words = markdown.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, k) => words.slice(k, k + RUN).join(' '));
}

/** The words of an address's path, as a policy's name. */
function nameByPath(url: string): string {
  const path = new URL(url).pathname.replace(/\.\w{2,5}$/, '');
  const words = path.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words.slice(-3).join('-').slice(0, 40);
  return name === '' || name === DEFAULT_POLICY ? `${DEFAULT_POLICY}-2` : name;
}
