import { siteAddress } from '../addresses.ts';

/** The permanent page of a release of the dataset. */
export const releaseAddress = (release: string): string => siteAddress(`data/releases/${release}/`);

/**
 * JSON-LD for a page: the files' addresses as whole ones, nothing in it that could end its element. `address` is the public
 * address of the folder they lie in.
 */
export function describeForPage(jsonLd: string, address: string): string {
  const described = JSON.parse(jsonLd) as {
    readonly distribution: readonly { readonly contentUrl: string }[];
  };
  const distribution = described.distribution.map((file) => ({
    ...file,
    contentUrl: `${address}${file.contentUrl}`,
  }));
  return JSON.stringify({ ...described, url: address, distribution }).replaceAll('<', '\\u003c');
}

/** How to cite a release of the dataset; `address` is where it can be had. */
export function citeDataset(
  release: string,
  file: { readonly name: string; readonly sha256: string } | null,
  address: string,
): string {
  const hash = file ? `, ${file.name}, sha-256 ${file.sha256}` : '';
  return `Palimpsest, privacy policies through time, release ${release}${hash}, ${address}.`;
}
