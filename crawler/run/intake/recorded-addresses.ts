import { toUrlkey } from '../../archive/index.ts';
import { ADDRESS_RECORD_TYPE, type AddressRecord, type AddressRecords } from '../../core/index.ts';
import { type Evidence, ensureAddress, ensurePolicy, type Store } from '../../store/index.ts';
import type { Candidate } from '../address.ts';
import { parseDomain } from '../domain.ts';
import { parsePolicy } from './import-map.ts';
import type { MetadataRecord } from './warc/warc-index.ts';

/** More addresses than any domain has are none of an export. */
const MAX_ADDRESSES = 10_000;

/** What an export of ours says of the captures beside it: whose they are, and as which policy's. Anything else is passed over. */
export function readAddressRecords(metadata: readonly MetadataRecord[]): AddressRecords[] {
  return metadata.flatMap(({ contentType, text }) => {
    if (contentType.split(';')[0]!.trim() !== ADDRESS_RECORD_TYPE) return [];
    try {
      return [checkRecords(JSON.parse(text))];
    } catch {
      // Written by others, or damaged: the captures are there all the same.
      return [];
    }
  });
}

/** @throws where it is not what we write */
function checkRecords(value: unknown): AddressRecords {
  const { domain, addresses } = value as { domain: string; addresses: unknown[] };
  return {
    domain: parseDomain(domain),
    addresses: addresses.slice(0, MAX_ADDRESSES).map((one) => checkAddress(one as AddressRecord)),
  };
}

function checkAddress({ url, policy, confidence, evidence, archive }: AddressRecord): AddressRecord {
  if (!/^https?:$/.test(new URL(url).protocol)) throw new TypeError(`${url} is no web address`);
  if (archive !== '' && !/^(?:warc\+)?https?:$/.test(new URL(archive).protocol))
    throw new TypeError('no archive');
  if (!Array.isArray(evidence) || evidence.some((one) => typeof one?.kind !== 'string'))
    throw new TypeError('evidence');
  return {
    url,
    policy: parsePolicy(policy, 'policy'),
    confidence: Math.min(1, Math.max(0, Number(confidence))),
    evidence,
    archive,
  };
}

/**
 * Records the addresses as the exported store had them; returns them as what is to be looked at. Where several archives had
 * captures of one address, its records do not tell whose each is.
 */
export function keepAddressRecords(store: Store, { domain, addresses }: AddressRecords): Candidate[] {
  const archives = Map.groupBy(addresses, ({ url }) => toUrlkey(url));
  return addresses.map(({ url, policy, confidence, evidence, archive: named }) => {
    const reasons = evidence as readonly Evidence[];
    const urlkey = toUrlkey(url);
    const archive = archives.get(urlkey)!.every((one) => one.archive === named) ? named : '';
    ensureAddress(store, {
      domain,
      url,
      urlkey,
      role: 'policy',
      policyId: ensurePolicy(store, domain, policy),
      confidence,
      evidence: reasons,
      archive,
    });
    return { url, policy, confidence, evidence: reasons[0] ?? { kind: 'import' }, archive };
  });
}
