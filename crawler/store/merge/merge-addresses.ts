import type { Store } from '../open.ts';
import { ensurePolicy } from '../write/ground.ts';
import { pickHigher, pickLower, type Row } from './better.ts';

interface AddressRow extends Row {
  readonly id: number;
  readonly domain: string;
  readonly url: string;
  readonly urlkey: string;
  readonly role: string;
  /** Name of the policy, or null. */
  readonly policy: string | null;
  readonly confidence: number;
  readonly evidence: string;
  readonly archive: string;
  readonly listed_at: string | null;
  readonly listing: string | null;
  readonly listing_note: string | null;
}

/** Name of a domain's first policy; any other name was given later, by somebody who knew more. */
const FIRST_POLICY = 'privacy';
/** What an answer of the index is worth, where two came at the same time. */
const LISTINGS = ['failed', 'excluded', 'partial', 'complete'];

const COLUMNS = `a.id, a.domain, a.url, a.urlkey, a.role, p.policy, a.confidence, a.evidence, a.archive, a.listed_at,
  a.listing, a.listing_note`;

/** Adds policies and addresses of another store; returns the numbers here by the numbers there. */
export function mergeAddresses(into: Store, from: Store): Map<number, number> {
  for (const { domain, policy } of from.prepare('select domain, policy from policies order by id').all() as {
    domain: string;
    policy: string;
  }[]) {
    ensurePolicy(into, domain, policy);
  }
  const select = `select ${COLUMNS} from addresses a left join policies p on p.id = a.policy_id`;
  const find = into.prepare(`${select} where a.domain = ? and a.urlkey = ? and a.role = ? and a.archive = ?`);
  const ids = new Map<number, number>();
  for (const address of from.prepare(`${select} order by a.id`).all() as AddressRow[]) {
    const ours = find.get(address.domain, address.urlkey, address.role, address.archive) as
      | AddressRow
      | undefined;
    ids.set(address.id, writeAddress(into, ours ? join(ours, address) : address, ours?.id ?? null));
  }
  joinArchives(into);
  deleteOverruled(into);
  return ids;
}

/** What several archives hold under one address is one policy's. */
function joinArchives(into: Store): void {
  const rows = into
    .prepare(
      `select a.domain, a.urlkey, p.policy from addresses a join policies p on p.id = a.policy_id
       where (select count(distinct b.policy_id) from addresses b
         where b.domain = a.domain and b.urlkey = a.urlkey and b.role = 'policy') > 1`,
    )
    .all() as { domain: string; urlkey: string; policy: string }[];
  const assign = into.prepare(
    `update addresses set policy_id = ? where domain = ? and urlkey = ? and role = 'policy'`,
  );
  for (const { domain, urlkey, policy } of rows) {
    const others = rows.filter((row) => row.domain === domain && row.urlkey === urlkey);
    const joined = others.reduce<string | null>((best, other) => joinPolicies(best, other.policy), policy);
    assign.run(ensurePolicy(into, domain, joined!), domain, urlkey);
  }
}

/** What both stores know of an address. */
function join(ours: AddressRow, theirs: AddressRow): AddressRow {
  // The spelling that came with the higher confidence.
  const { url, confidence } = pickHigher(
    pick(ours, 'url', 'confidence'),
    pick(theirs, 'url', 'confidence'),
    (row) => [row.confidence],
  );
  // What the index said last, unless it then said nothing.
  const { listed_at, listing, listing_note } = pickHigher(pickListing(ours), pickListing(theirs), (row) => [
    row.listing === null || row.listing === 'failed' ? 0 : 1,
    row.listed_at,
    LISTINGS.indexOf(row.listing ?? ''),
  ]);
  return {
    ...ours,
    ...{ url, confidence, listed_at, listing, listing_note },
    policy: joinPolicies(ours.policy, theirs.policy),
    evidence: joinEvidence(ours.evidence, theirs.evidence),
  };
}

const pick = <K extends keyof AddressRow>(row: AddressRow, ...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<AddressRow, K> & Row;

const pickListing = (row: AddressRow) => pick(row, 'listed_at', 'listing', 'listing_note');

/** An address once told from a domain's first policy stays apart from it. */
function joinPolicies(ours: string | null, theirs: string | null): string | null {
  const rank = ({ policy }: { policy: string | null }) => [
    policy === null ? 2 : policy === FIRST_POLICY ? 1 : 0,
  ];
  return pickLower({ policy: ours }, { policy: theirs }, rank).policy;
}

function joinEvidence(ours: string, theirs: string): string {
  const all = [...JSON.parse(ours), ...JSON.parse(theirs)].map((one) => JSON.stringify(one));
  return `[${[...new Set(all)].sort().join(',')}]`;
}

function writeAddress(into: Store, address: AddressRow, id: number | null): number {
  const policyId = address.policy === null ? null : ensurePolicy(into, address.domain, address.policy);
  const { domain, url, urlkey, role, confidence, evidence, archive, listed_at, listing, listing_note } =
    address;
  const values = { url, policyId, confidence, evidence, listed_at, listing, listing_note };
  if (id === null) {
    return into
      .prepare(
        `insert into addresses (domain, url, urlkey, role, policy_id, confidence, evidence, archive, listed_at, listing,
           listing_note)
         values (:domain, :url, :urlkey, :role, :policyId, :confidence, :evidence, :archive, :listed_at, :listing,
           :listing_note)`,
      )
      .run({ ...values, domain, urlkey, role, archive }).lastInsertRowid as number;
  }
  into
    .prepare(
      `update addresses set url = :url, policy_id = :policyId, confidence = :confidence, evidence = :evidence,
         listed_at = :listed_at, listing = :listing, listing_note = :listing_note
       where id = :id`,
    )
    .run({ ...values, id });
  return id;
}

/** An address that one store rejected and another holds to be a policy's is a policy's: something spoke for it. */
function deleteOverruled(into: Store): void {
  into.exec(
    `delete from addresses where role = 'rejected' and exists (
       select 1 from addresses a where a.role = 'policy' and a.domain = addresses.domain and a.urlkey = addresses.urlkey)
     and not exists (select 1 from captures c where c.address_id = addresses.id)`,
  );
}
