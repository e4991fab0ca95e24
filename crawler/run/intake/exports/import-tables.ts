import { toUrlkey } from '../../../archive/index.ts';
import { isTimestamp, parseInstant } from '../../../core/index.ts';
import { MARKDOWN_TYPE } from '../../../derive/index.ts';
import type { Effects } from '../../../effects.ts';
import { UserError } from '../../../errors.ts';
import { base32Sha1 } from '../../../hash.ts';
import {
  ensureAddress,
  ensurePolicy,
  finishCrawl,
  listStoredCaptures,
  type Store,
  startCrawl,
  writeFailure,
  writeListing,
  writeMemento,
} from '../../../store/index.ts';
import { deriveDomain } from '../../crawl.ts';
import { parseDomain } from '../../domain.ts';
import { program } from '../../program.ts';
import { parseArchivedAddress } from '../archived-address.ts';
import { parsePolicy } from '../import-map.ts';
import { readTable, type TableFormat, type TableRow } from './read-table.ts';

/** An exported folder of tables or texts. */
export interface ExportedTables {
  readonly folder: string;
  readonly format: TableFormat;
}

export interface TablesSummary {
  readonly folder: string;
  readonly policyCount: number;
  /** Captures taken in that the store did not hold. */
  readonly captureCount: number;
  /** Captures whose bytes no table holds, and that made no version. */
  readonly leftOutCount: number;
}

/** One policy's part of an export. */
interface PolicyTables {
  readonly domain: string;
  readonly policy: string;
  readonly versions: readonly TableRow[];
  readonly captures: readonly TableRow[];
}

/**
 * Takes an export back in. Tables hold texts, not the bytes that they were read from: each capture gets its version's
 * text, so that versions, their clauses and changes come out as they were.
 * @throws UserError for a table that is damaged
 */
export async function importTables(
  store: Store,
  { folder, format }: ExportedTables,
  effects: Effects,
): Promise<TablesSummary> {
  const counts = { policyCount: 0, captureCount: 0, leftOutCount: 0 };
  const domains = new Set<string>();
  for await (const tables of readPolicies(folder, format)) {
    if (effects.isStopping()) break;
    counts.policyCount++;
    effects.progress({
      domain: tables.domain,
      phase: 'import',
      done: counts.policyCount,
      total: counts.policyCount,
    });
    const { taken, leftOut } = keepPolicy(store, tables, folder, effects);
    counts.captureCount += taken;
    counts.leftOutCount += leftOut;
    if (taken > 0) domains.add(tables.domain);
  }
  for (const domain of domains) await deriveDomain(store, domain, effects);
  return { folder, ...counts };
}

const keyOf = (row: TableRow | undefined): string | null =>
  row === undefined ? null : `${row.domain}\n${row.policy}`;

/** Both tables list policies in the same order: they are read side by side. */
async function* readPolicies(folder: string, format: TableFormat): AsyncGenerator<PolicyTables> {
  const versions = groupRows(readTable(folder, 'versions', format));
  const captures = groupRows(format === 'markdown' ? noRows() : readTable(folder, 'captures', format));
  let beside = await captures.next();
  for await (const rows of versions) {
    const key = keyOf(rows[0])!;
    while (!beside.done && keyOf(beside.value[0])! < key) beside = await captures.next();
    const own = !beside.done && keyOf(beside.value[0]) === key ? beside.value : rows.flatMap(toCaptures);
    yield {
      domain: parseDomain(String(rows[0]!.domain)),
      policy: parsePolicy(String(rows[0]!.policy), 'policy'),
      versions: rows,
      captures: own,
    };
  }
}

async function* noRows(): AsyncGenerator<TableRow> {}

async function* groupRows(rows: AsyncIterable<TableRow>): AsyncGenerator<TableRow[]> {
  let group: TableRow[] = [];
  for await (const row of rows) {
    if (group.length > 0 && keyOf(group[0]) !== keyOf(row)) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  if (group.length > 0) yield group;
}

/** Where an export lists no captures, the first and the last of each version are known. */
function toCaptures(version: TableRow): TableRow[] {
  const markdown = String(version.markdown);
  const row = {
    version: version.version ?? null,
    original: version.original ?? null,
    memento_url: version.memento_url ?? null,
    statuscode: '200',
    mimetype: 'text/markdown',
    digest: base32Sha1(Buffer.from(markdown)),
    outcome: 'version',
  };
  const [first, last] = [version.first_seen ?? null, version.last_seen ?? null];
  const at = (instant: string | number | null) => (instant === null ? null : parseInstant(String(instant)));
  const seen = { ...row, timestamp: at(first) };
  return first === last ? [seen] : [seen, { ...row, timestamp: at(last), outcome: 'duplicate' }];
}

function keepPolicy(
  store: Store,
  { domain, policy, versions, captures }: PolicyTables,
  folder: string,
  effects: Effects,
): { taken: number; leftOut: number } {
  const texts = new Map(versions.map((row) => [row.version, String(row.markdown)]));
  const now = effects.now();
  return store.transaction(() => {
    const crawlId = startCrawl(store, {
      domain,
      command: 'import',
      archive: '',
      options: { from: folder },
      program,
      now,
    });
    const policyId = ensurePolicy(store, domain, policy);
    let [taken, leftOut] = [0, 0];
    for (const row of captures) {
      const kept = keepCapture(store, { domain, policyId, crawlId, now, folder }, row, texts);
      if (kept === 'taken') taken++;
      if (kept === 'left-out') leftOut++;
    }
    finishCrawl(store, crawlId, 'done', now);
    return { taken, leftOut };
  })();
}

interface ImportTarget {
  readonly domain: string;
  readonly policyId: number;
  readonly crawlId: number;
  readonly now: string;
  readonly folder: string;
}

function keepCapture(
  store: Store,
  place: ImportTarget,
  row: TableRow,
  texts: ReadonlyMap<TableRow[string] | undefined, string>,
): 'taken' | 'known' | 'left-out' {
  const markdown = row.version === null ? undefined : texts.get(row.version);
  if (row.outcome === 'not-a-policy' || (row.outcome === 'version' && markdown === undefined))
    return 'left-out';
  const capture = readCapture(row);
  const addressId = keepAddress(store, place, row, capture);
  const find = () =>
    listStoredCaptures(store, { addressId }).find(
      (known) =>
        known.timestamp === capture.timestamp &&
        known.digest === capture.digest &&
        known.original === capture.original,
    );
  if (find()) return 'known';
  const { crawlId, now } = place;
  writeListing(store, addressId, crawlId, [capture], { state: 'complete', note: null, now });
  const { id } = find()!;
  if (row.outcome === 'failed') {
    const reason = String(row.reason ?? 'refused');
    writeFailure(store, id, { reason, isFinal: true, detail: 'as exported', now });
  } else if (row.outcome === 'version') {
    writeMemento(store, id, { ...landingOf(row, capture), payload: Buffer.from(markdown!) }, now);
  }
  return 'taken';
}

function readCapture(row: TableRow) {
  const timestamp = row.timestamp === null || row.timestamp === undefined ? null : String(row.timestamp);
  const original = String(row.original);
  if ((timestamp !== null && !isTimestamp(timestamp)) || !/^(?:https?:\/\/|file:)/i.test(original)) {
    throw new UserError(
      `a capture "${timestamp} ${original}" of the export is none`,
      'It is damaged: export it again.',
    );
  }
  return {
    urlkey: original.startsWith('file:') ? original : toUrlkey(original),
    timestamp,
    listedTimestamp: timestamp,
    original,
    mimetype: String(row.mimetype),
    statuscode: String(row.statuscode),
    digest: String(row.digest),
    length: '0',
  };
}

const archivedOf = (row: TableRow) => parseArchivedAddress(String(row.memento_url ?? ''));

function keepAddress(
  store: Store,
  { domain, policyId, folder }: ImportTarget,
  row: TableRow,
  { original, urlkey }: ReturnType<typeof readCapture>,
): number {
  return ensureAddress(store, {
    domain,
    url: original,
    urlkey,
    role: 'policy',
    policyId,
    confidence: 1,
    evidence: [{ kind: 'import', from: folder }],
    archive: archivedOf(row)?.archive ?? '',
  });
}

/** Where the capture's text was really found, by the address of its copy. */
function landingOf(row: TableRow, { timestamp, original }: ReturnType<typeof readCapture>) {
  const archived = archivedOf(row);
  return {
    timestamp: archived?.timestamp ?? timestamp,
    original: archived?.original ?? original,
    statuscode: 200,
    contentType: MARKDOWN_TYPE,
    headers: {},
    hops: [],
  };
}
