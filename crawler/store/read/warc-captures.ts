import { type AddressRecord, isRemoved, type Memento, selectCaptures } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { readPayload } from '../payloads.ts';
import { listAddresses, listStoredCaptures, readMemento, type StoredCapture } from './ground.ts';
import { listPolicyRemovals } from './removals.ts';

/** A capture with the memento that shows it: its own, or the one whose digest it has. */
export interface ExportedCapture {
  readonly timestamp: string;
  readonly original: string;
  readonly statuscode: string;
  /** True where the payload was fetched for another capture. */
  readonly isShared: boolean;
  readonly memento: Pick<
    Memento,
    'timestamp' | 'original' | 'statuscode' | 'contentType' | 'headers' | 'payload'
  >;
}

/** Domains that the store holds captures of. */
export function listCapturedDomains(store: Store): string[] {
  return store
    .prepare(
      'select distinct a.domain from addresses a join captures c on c.address_id = a.id order by a.domain',
    )
    .pluck()
    .all() as string[];
}

/** Every dated capture of a web address of a domain whose payload is there, in time order within its policy. */
export function* iterateExportedCaptures(store: Store, domain: string): Generator<ExportedCapture> {
  const addresses = listAddresses(store, domain);
  const policyIds = new Set(addresses.flatMap((address) => address.policyId ?? []));
  const homes = addresses.filter((address) => address.role === 'home');
  const groups = [
    ...homes.map((address) => listStoredCaptures(store, { addressId: address.id })),
    ...[...policyIds].map((policyId) => {
      const removals = listPolicyRemovals(store, policyId);
      return listStoredCaptures(store, { policyId }).filter(
        ({ timestamp }) => !isRemoved(removals, timestamp),
      );
    }),
  ];
  for (const captures of groups) yield* exportGroup(store, captures);
}

function* exportGroup(store: Store, captures: readonly StoredCapture[]): Generator<ExportedCapture> {
  const choices = selectCaptures(captures, (k) => (captures[k]!.hasMemento ? 'held' : 'open'));
  for (const [k, capture] of captures.entries()) {
    const choice = choices[k]!;
    const source = choice.action === 'duplicate' ? captures[choice.of]! : capture;
    const isWeb = /^https?:/i.test(capture.original) && capture.timestamp !== null;
    const memento = isWeb && source.hasMemento ? readMemento(store, source.id) : null;
    if (!memento?.timestamp || !/^https?:/i.test(memento.original)) continue;
    yield {
      timestamp: capture.timestamp!,
      original: capture.original,
      statuscode: capture.statuscode,
      isShared: source !== capture && !capture.hasMemento,
      memento: { ...memento, timestamp: memento.timestamp, payload: readPayload(store, memento.payloadId) },
    };
  }
}

/** The addresses of a domain's policies on the web, with what speaks for each. */
export function listAddressRecords(store: Store, domain: string): AddressRecord[] {
  const rows = store
    .prepare(
      `select a.url, p.policy, a.confidence, a.evidence, a.archive from addresses a join policies p on p.id = a.policy_id
       where a.domain = ? and a.role = 'policy' and a.url like 'http%' order by p.policy, a.urlkey`,
    )
    .all(domain) as (Omit<AddressRecord, 'evidence'> & { evidence: string })[];
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as unknown[] }));
}

/** Timestamp of a domain's last capture; null where none is dated. */
export function readLastCapture(store: Store, domain: string): string | null {
  return store
    .prepare(
      'select max(c.timestamp) from captures c join addresses a on a.id = c.address_id where a.domain = ?',
    )
    .pluck()
    .get(domain) as string | null;
}
