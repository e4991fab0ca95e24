import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Queue, Worker } from 'bullmq';
import type { SharedTurns } from '../../archive/index.ts';
import type { CrawlSummary } from '../crawl.ts';
import { type Connected, type Connection, connect, loadEngine, type QueueEngine } from './engine.ts';
import { shareTurns } from './shared-turns.ts';

const NAME = 'palimpsest';
/** Domains sent to the server at a time. */
const AT_ONCE = 1_000;
/** How often a domain is tried, and how long it rests after the first failure, doubled each time. */
const ATTEMPTS = 4;
const REST_MS = 60_000;
/** How often a domain may come back from hosts that died: one that kills its host each time must not go round for ever. */
const MAX_DEATHS = 5;
/** How long a domain rests that an archive stopped answering for. */
const ARCHIVE_REST_MS = 300_000;
/** Finished domains by which the rate is reckoned; failures that are listed. */
const MEASURED = 1_000;
const LISTED = 100;
/** How often a host looks whether it is over, and how long it waits for a server that is gone before it ends without it. */
const LOOK_MS = 200;
const PATIENCE_MS = 3_000;

interface Task {
  readonly domain: string;
}

/** How a domain ended, as the queue keeps it. */
export interface Finished {
  readonly ended: string;
  readonly versionCount: number;
  readonly requestCount: number;
}

type DomainJob = Job<Task, Finished>;

/** Where a queue stands. */
export interface QueueStatus {
  readonly isPaused: boolean;
  readonly waiting: number;
  readonly active: number;
  /** Put back for a while: after a failure, or while an archive rests. */
  readonly resting: number;
  readonly finished: number;
  readonly failed: number;
  /** Names of the hosts that take domains at the moment. */
  readonly hosts: readonly string[];
  /** Domains finished an hour, by the last thousand; null where too few are. */
  readonly perHour: number | null;
  readonly secondsLeft: number | null;
  readonly failures: readonly {
    readonly domain: string;
    readonly reason: string;
    readonly attempts: number;
  }[];
}

/** How a host takes domains. */
export interface WorkOptions {
  readonly host: string;
  readonly atATime: number;
  /** How long a domain stays this host's after the host was last heard of. */
  readonly leaseMs: number;
  /** Ends once nothing is left, else waits for more. */
  readonly untilEmpty: boolean;
  readonly isStopping: () => boolean;
  /** The server is gone for now; work goes on when it is back. */
  readonly onLost: (reason: string) => void;
}

/** Domains to be crawled by whichever host takes them. BullMQ on Redis or Valkey: https://docs.bullmq.io */
export class DomainQueue {
  readonly #engine: QueueEngine;
  readonly #connection: Connection;
  readonly #end: () => void;
  readonly #queue: Queue<Task, Finished>;

  private constructor(engine: QueueEngine, { connection, end }: Connected) {
    this.#engine = engine;
    this.#connection = connection;
    this.#end = end;
    this.#queue = new engine.bullmq.Queue(NAME, { connection });
    this.#queue.on('error', () => {});
  }

  /** @throws UserError where the packages are missing, or nobody answers at the address */
  static async open(url: string): Promise<DomainQueue> {
    const engine = await loadEngine();
    return new DomainQueue(engine, await connect(engine, url));
  }

  /**
   * Puts domains in, each once; with `again` also those that have ended. Returns how many were put in.
   * `priority`: from 1, which comes first, on; 0: before all of them.
   */
  async add(domains: readonly string[], priority: number, again: boolean): Promise<number> {
    const before = await this.#count();
    let removed = 0;
    for (let from = 0; from < domains.length; from += AT_ONCE) {
      const part = domains.slice(from, from + AT_ONCE);
      if (again) removed += await this.#removeEnded(part);
      const options = { priority, attempts: ATTEMPTS, backoff: { type: 'exponential', delay: REST_MS } };
      await this.#queue.addBulk(
        part.map((domain) => ({ name: 'crawl', data: { domain }, opts: { ...options, jobId: domain } })),
      );
    }
    return (await this.#count()) - (before - removed);
  }

  async status(): Promise<QueueStatus> {
    const [counts, isPaused, workers, finished, failed] = await Promise.all([
      this.#queue.getJobCounts(),
      this.#queue.isPaused(),
      this.#queue.getWorkers(),
      this.#queue.getCompleted(0, MEASURED - 1),
      this.#queue.getFailed(0, LISTED - 1),
    ]);
    const of = (...states: string[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
    const perHour = reckonRate(finished);
    const left = of('waiting', 'prioritized', 'active', 'delayed');
    return {
      isPaused,
      waiting: of('waiting', 'prioritized'),
      active: of('active'),
      resting: of('delayed'),
      finished: of('completed'),
      failed: of('failed'),
      hosts: [...new Set(workers.map(({ rawname = '' }) => rawname.split(':w:')[1] ?? ''))]
        .filter((name) => name !== '')
        .sort(),
      perHour: perHour === null ? null : Math.round(perHour * 10) / 10,
      secondsLeft: perHour === null || left === 0 ? null : Math.ceil((left / perHour) * 3_600),
      failures: failed.map(({ data, failedReason, attemptsMade }) => ({
        domain: data.domain,
        reason: failedReason,
        attempts: attemptsMade,
      })),
    };
  }

  /** Nothing new is taken until it is resumed; what is under way is finished. */
  async pause(): Promise<void> {
    await this.#queue.pause();
  }

  async resume(): Promise<void> {
    await this.#queue.resume();
  }

  /** Takes out what nobody has begun; returns how many domains that were. */
  async drain(): Promise<number> {
    const before = await this.#count();
    await this.#queue.drain(true);
    return before - (await this.#count());
  }

  /** Puts back what has failed for good; returns how many domains that are. */
  async retry(): Promise<number> {
    const { failed = 0 } = await this.#queue.getJobCounts('failed');
    await this.#queue.retryJobs({ state: 'failed' });
    return failed;
  }

  turns(address: string, archive: string): SharedTurns {
    return shareTurns(this.#connection, address, archive);
  }

  /**
   * Takes domains and crawls them until asked to stop, until nothing is left, or until an archive stops answering, which is
   * returned. A domain that was not finished goes back.
   * @throws what `crawl` throws: the store cannot be used
   */
  async work(
    options: WorkOptions,
    crawl: (domain: string) => Promise<CrawlSummary>,
  ): Promise<CrawlSummary[]> {
    const endings: CrawlSummary[] = [];
    let failure: unknown = null;
    let isOver = false;
    let underWay = 0;
    const { bullmq } = this.#engine;
    const process = async (job: DomainJob, token?: string): Promise<Finished> => {
      const giveBack = async (restMs: number): Promise<never> => {
        await job.moveToDelayed(Date.now() + restMs, token);
        throw new bullmq.DelayedError();
      };
      if (isOver) return await giveBack(0);
      underWay += 1;
      const summary = await crawl(job.data.domain).catch((error: unknown) => {
        failure ??= error;
        isOver = true;
        return null;
      });
      underWay -= 1;
      if (!summary) return await giveBack(0);
      endings.push(summary);
      if (summary.ended === 'archive') {
        isOver = true;
        return await giveBack(ARCHIVE_REST_MS);
      }
      if (summary.ended === 'interrupted') return await giveBack(0);
      if (summary.ended === 'some-failed') throw new Error(summary.note ?? 'some captures failed for now');
      const { cdx, memento } = summary.requests;
      return {
        ended: summary.ended,
        versionCount: summary.counts.versionCount,
        requestCount: cdx + memento,
      };
    };
    const connection = this.#connection.duplicate({ maxRetriesPerRequest: null });
    const worker = new bullmq.Worker<Task, Finished>(NAME, process, {
      connection,
      name: options.host,
      concurrency: options.atATime,
      lockDuration: options.leaseMs,
      stalledInterval: options.leaseMs,
      maxStalledCount: MAX_DEATHS,
    });
    worker.on('error', ({ message }) => options.onLost(message));
    await this.#untilOver(options, () => isOver);
    await closeWorker(worker, connection, () => underWay === 0);
    if (failure !== null) throw failure;
    return endings;
  }

  async close(): Promise<void> {
    if (isThere(this.#connection)) await this.#queue.close();
    this.#end();
  }

  async #untilOver(options: WorkOptions, isOver: () => boolean): Promise<void> {
    while (!isOver() && !options.isStopping()) {
      const isAsked = options.untilEmpty && isThere(this.#connection);
      if (isAsked && (await Promise.race([this.#isEmpty(), sleep(PATIENCE_MS, false)]))) return;
      await sleep(LOOK_MS);
    }
  }

  async #isEmpty(): Promise<boolean> {
    const counts = await this.#queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed');
    return Object.values(counts).every((count) => count === 0);
  }

  async #count(): Promise<number> {
    return Object.values(await this.#queue.getJobCounts()).reduce((sum, count) => sum + count, 0);
  }

  async #removeEnded(domains: readonly string[]): Promise<number> {
    let removed = 0;
    for (const domain of domains) {
      const job = await this.#queue.getJob(domain);
      if (!job || !((await job.isCompleted()) || (await job.isFailed()))) continue;
      await job.remove();
      removed += 1;
    }
    return removed;
  }
}

const isThere = (connection: Connection): boolean => connection.status === 'ready';

/**
 * Ends a worker once what is under way has come to its end. Where the server is gone meanwhile nobody can be told: what this
 * host had goes to another when its lease is over.
 */
async function closeWorker(
  worker: Worker<Task, Finished>,
  connection: Connection,
  isAtRest: () => boolean,
): Promise<void> {
  await worker.pause(true);
  for (let goneMs = 0; !isThere(connection) && goneMs < PATIENCE_MS; await sleep(LOOK_MS))
    goneMs = isAtRest() ? goneMs + LOOK_MS : 0;
  await Promise.race([worker.close(!isThere(connection)), untilGone(connection)]);
  connection.disconnect();
}

/** Resolves once the server has been gone for longer than it is waited for. */
async function untilGone(connection: Connection): Promise<void> {
  for (
    let goneMs = 0;
    goneMs < PATIENCE_MS && connection.status !== 'end';
    await sleep(LOOK_MS, undefined, { ref: false })
  )
    goneMs = isThere(connection) ? 0 : goneMs + LOOK_MS;
}

/** Domains an hour, from when they were finished. */
function reckonRate(finished: readonly DomainJob[]): number | null {
  const moments = finished.map(({ finishedOn = 0 }) => finishedOn).filter((moment) => moment > 0);
  if (moments.length < 2) return null;
  const span = Math.max(...moments) - Math.min(...moments);
  return span === 0 ? null : ((moments.length - 1) / span) * 3_600_000;
}
