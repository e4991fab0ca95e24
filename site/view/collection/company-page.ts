import type { NameEntry } from '../clauses/name-ledger.ts';
import { shortDay } from '../dates.ts';
import { plainLabel } from '../html.ts';
import { plural } from '../plural.ts';
import type { AddressFacts } from '../policy/policy-twin.ts';
import type { Promises } from './company-promises.ts';
import type { CompanyTopics } from './company-topics.ts';

/** What is held on one policy beyond its timeline. */
export interface PolicyProfile {
  readonly topics: CompanyTopics | null;
  readonly names: readonly NameEntry[];
  /** Null where no rules for promises know the language of the latest text. */
  readonly promises: Promises | null;
}

export interface AddressLine {
  readonly url: string;
  readonly words: string;
}

/** The addresses a policy was looked for at, with what was found there; by which archive, where several were asked. */
export function describeAddresses(addresses: readonly AddressFacts[]): AddressLine[] {
  const archives = new Set(addresses.flatMap(({ archive }) => (archive === '' ? [] : [archive])));
  return addresses.map(({ url, archive, captureCount, usableCount, firstSeen, lastSeen }) => {
    const by = archives.size > 1 && archive !== '' ? `${URL.parse(archive)?.host ?? archive}: ` : '';
    const line = (words: string) => ({ url: plainLabel(url), words: `${by}${words}` });
    if (captureCount === 0) return line('looked for here: no capture known');
    const captures = plural(captureCount, 'capture');
    if (usableCount === 0) return line(`${captures}, none with the policy’s text`);
    if (firstSeen === null || lastSeen === null) return line(`${captures}, date unknown`);
    const span =
      firstSeen.slice(0, 8) === lastSeen.slice(0, 8)
        ? shortDay(firstSeen)
        : `${shortDay(firstSeen)} to ${shortDay(lastSeen)}`;
    return line(`${captures}, with text ${span}`);
  });
}
