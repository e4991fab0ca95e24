import type { Store } from '../open.ts';
import { compareValues, pickHigher, pickLower, type Row } from './better.ts';
import type { MergedCrawls } from './merge-crawls.ts';

interface CaptureRow extends Row {
  readonly id: number;
  readonly address_id: number;
  readonly urlkey: string;
  readonly timestamp: string | null;
  readonly listed_timestamp: string | null;
  readonly original: string;
  readonly mimetype: string;
  readonly statuscode: string;
  readonly digest: string;
  readonly length: string;
  readonly crawl_id: number;
}

/** Adds the index rows of another store; returns the numbers here by the numbers there, and how many were new. */
export function mergeCaptures(
  into: Store,
  from: Store,
  addressIds: ReadonlyMap<number, number>,
  crawls: MergedCrawls,
): { ids: Map<number, number>; addedCount: number } {
  const find = into.prepare(
    `select * from captures where address_id = :address_id and ifnull(listed_timestamp, '') = ifnull(:listed_timestamp, '')
       and original = :original and statuscode = :statuscode and digest = :digest`,
  );
  const insert = into.prepare(
    `insert into captures
       (address_id, urlkey, timestamp, listed_timestamp, original, mimetype, statuscode, digest, length, crawl_id)
     values (:address_id, :urlkey, :timestamp, :listed_timestamp, :original, :mimetype, :statuscode, :digest, :length,
       :crawl_id)`,
  );
  const update = into.prepare(
    `update captures set urlkey = :urlkey, timestamp = :timestamp, mimetype = :mimetype, length = :length,
       crawl_id = :crawl_id where id = :id`,
  );
  const ids = new Map<number, number>();
  let addedCount = 0;
  for (const row of from.prepare('select * from captures order by id').iterate() as Iterable<CaptureRow>) {
    const theirs = {
      ...row,
      address_id: addressIds.get(row.address_id)!,
      crawl_id: crawls.ids.get(row.crawl_id)!,
    };
    const ours = find.get(theirs) as CaptureRow | undefined;
    if (ours) {
      ids.set(row.id, ours.id);
      update.run({ ...join(ours, theirs, crawls), id: ours.id });
      continue;
    }
    ids.set(row.id, insert.run(theirs).lastInsertRowid as number);
    addedCount++;
  }
  return { ids, addedCount };
}

/** Listed alike in both, or as the one says that says more; first seen by the run that began first. */
function join(ours: CaptureRow, theirs: CaptureRow, crawls: MergedCrawls) {
  const listed = ({ urlkey, timestamp, mimetype, length }: CaptureRow) => ({
    urlkey,
    timestamp,
    mimetype,
    length,
  });
  const keyOf = (crawlId: number) => crawls.keys.get(crawlId) ?? null;
  const isTheirsFirst = compareValues(keyOf(theirs.crawl_id), keyOf(ours.crawl_id)) < 0;
  return {
    ...pickHigher(listed(ours), listed(theirs), () => []),
    crawl_id: isTheirsFirst ? theirs.crawl_id : ours.crawl_id,
  };
}

interface MementoRow extends Row {
  readonly capture_id: number;
  readonly payload_id: number;
  readonly payloadHash: string;
  readonly retrieved_at: string;
}

const SELECT_MEMENTOS =
  'select m.*, y.hash as payloadHash from mementos m join payloads y on y.id = m.payload_id';

/**
 * Adds what another store was given for captures. Replay is not stable: where two stores got different answers, the one
 * that came first is kept, as it would have been in one store. Returns how many captures got one.
 */
export function mergeMementos(
  into: Store,
  from: Store,
  captureIds: ReadonlyMap<number, number>,
  payloadIds: ReadonlyMap<number, number>,
): number {
  const find = into.prepare(`${SELECT_MEMENTOS} where m.capture_id = ?`);
  const write = into.prepare(
    `insert or replace into mementos
       (capture_id, timestamp, original, statuscode, content_type, headers, hops, payload_id, retrieved_at)
     values (:capture_id, :timestamp, :original, :statuscode, :content_type, :headers, :hops, :payload_id, :retrieved_at)`,
  );
  // What was read out of another payload.
  const forget = into.prepare('delete from normalizations where capture_id = ?');
  let addedCount = 0;
  const rows = from.prepare(`${SELECT_MEMENTOS} order by m.capture_id`).iterate() as Iterable<MementoRow>;
  for (const row of rows) {
    const capture_id = captureIds.get(row.capture_id)!;
    const theirs = { ...row, capture_id, payload_id: payloadIds.get(row.payload_id)! };
    const ours = find.get(capture_id) as MementoRow | undefined;
    if (ours && pickLower(ours, theirs, (memento) => [memento.retrieved_at, memento.payloadHash]) === ours)
      continue;
    const { payloadHash: _hash, ...values } = theirs;
    forget.run(capture_id);
    write.run(values);
    if (!ours) addedCount++;
  }
  return addedCount;
}

interface FailureRow extends Row {
  readonly capture_id: number;
  readonly is_final: number;
  readonly failed_at: string;
}

/** Adds refusals and failures: a final answer of the archive tells more than none, and a later one more than an earlier. */
export function mergeFailures(into: Store, from: Store, captureIds: ReadonlyMap<number, number>): void {
  const find = into.prepare('select * from failures where capture_id = ?');
  const write = into.prepare(
    `insert or replace into failures (capture_id, reason, is_final, detail, attempts, failed_at)
     values (:capture_id, :reason, :is_final, :detail, :attempts, :failed_at)`,
  );
  for (const row of from.prepare('select * from failures').all() as FailureRow[]) {
    const theirs = { ...row, capture_id: captureIds.get(row.capture_id)! };
    const ours = find.get(theirs.capture_id) as FailureRow | undefined;
    write.run(ours ? pickHigher(ours, theirs, (failure) => [failure.is_final, failure.failed_at]) : theirs);
  }
  into.exec('delete from failures where capture_id in (select capture_id from mementos)');
}

/** Adds what was passed over on purpose; a capture that either store has fetched is not. */
export function mergePasses(into: Store, from: Store, captureIds: ReadonlyMap<number, number>): void {
  const write = into.prepare(
    `insert into passes (capture_id, reason) values (?, ?)
     on conflict (capture_id) do update set reason = min(reason, excluded.reason)`,
  );
  for (const pass of from.prepare('select capture_id, reason from passes').all() as {
    capture_id: number;
    reason: string;
  }[]) {
    write.run(captureIds.get(pass.capture_id)!, pass.reason);
  }
  into.exec('delete from passes where capture_id in (select capture_id from mementos)');
}
