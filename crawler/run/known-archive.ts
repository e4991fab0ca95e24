import type { ArchiveClient } from '../archive/index.ts';
import { listArchives, type Store } from '../store/index.ts';

/**
 * A client for a crawl of one domain, under the address by which the store knows its archive: one that was asked for this
 * domain before and has since changed its scheme or its port, as an archive server on this machine does whenever it is
 * started, is the same archive and not a second one. Another host, or another path, is another archive, and so is what
 * is asked beside it (`beside`: the addresses of all that are asked).
 */
export function shareKnown(
  store: Store,
  archive: ArchiveClient,
  domain: string,
  beside: readonly string[],
): ArchiveClient {
  if (!archive.share) return archive;
  const known = listArchives(store, domain);
  if (known.includes(archive.origin)) return archive.share();
  const moved = known.find((one) => !beside.includes(one) && placeOf(one) === placeOf(archive.origin));
  return archive.share(moved);
}

function placeOf(archive: string): string {
  const url = URL.parse(archive);
  return url === null ? archive : `${url.hostname}${url.pathname}`;
}
