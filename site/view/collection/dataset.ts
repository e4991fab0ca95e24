import { siteAddress } from '../addresses.ts';

/** The permanent page of a release of the dataset. */
export const releaseAddress = (release: string): string => siteAddress(`data/releases/${release}/`);

/** How to cite a release of the dataset; `address` is where it can be had. */
export function citeDataset(
  release: string,
  file: { readonly name: string; readonly sha256: string } | null,
  address: string,
): string {
  const hash = file ? `, ${file.name}, sha-256 ${file.sha256}` : '';
  return `Palimpsest, privacy policies through time, release ${release}${hash}, ${address}.`;
}
