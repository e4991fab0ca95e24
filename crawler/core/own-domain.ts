/** A name's letters and digits, small. */
export const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** `paltalk.com` to `paltalk`: the part of a domain that a company's own name is likely to contain. */
export function ownName(domain: string): string {
  const labels = domain.toLowerCase().split('.');
  return labels.at(labels.length > 2 && labels.at(-2)!.length <= 3 ? -3 : -2) ?? domain.toLowerCase();
}
