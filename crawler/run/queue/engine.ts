import { UserError } from '../../errors.ts';

/** The packages of the queue, which are loaded only by those who use one. */
export interface QueueEngine {
  readonly bullmq: typeof import('bullmq');
  readonly Redis: typeof import('ioredis').Redis;
}

/** Connection to a Redis or Valkey. */
export type Connection = InstanceType<QueueEngine['Redis']>;

/** @throws UserError where the packages are not installed */
export async function loadEngine(): Promise<QueueEngine> {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, Redis };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UserError(
      'queues need the packages bullmq and ioredis, which are not installed',
      'Install them beside palimpsest: npm install bullmq ioredis',
    );
  }
}

/** A connection, and what ends it with all that were made after its pattern, also while they wait for the server. */
export interface Connected {
  readonly connection: Connection;
  readonly end: () => void;
}

/** Longest wait between two attempts to connect again. */
const MOST_BETWEEN_MS = 2_000;

/** How long the first connection may take; later ones wait until the server is back. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connects, and says so where that cannot be done at all. A connection that breaks later is made again, and what was asked
 * meanwhile is asked then.
 * @throws UserError
 */
export async function connect({ Redis }: QueueEngine, url: string): Promise<Connected> {
  checkUrl(url);
  const probe = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let reason = '';
  probe.on('error', (error: Error) => (reason = error.message));
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw new UserError(
      `--queue ${hideSecret(url)} cannot be reached: ${reason || (error as Error).message}`,
      'Start Redis or Valkey there, or name the one that holds the queue: --queue redis://HOST:6379',
    );
  } finally {
    probe.disconnect();
  }
  let isOver = false;
  const retryStrategy = (times: number) => (isOver ? null : Math.min(times * 50, MOST_BETWEEN_MS));
  const connection = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  // It is made again by itself; who waits for it says so.
  connection.on('error', () => {});
  return {
    connection,
    end: () => {
      isOver = true;
      connection.disconnect();
    },
  };
}

function checkUrl(url: string): void {
  const parsed = URL.parse(url);
  if (parsed && /^rediss?:$/.test(parsed.protocol) && parsed.hostname !== '') return;
  throw new UserError(
    `--queue ${url} is no address of Redis or Valkey`,
    'Write for example --queue redis://127.0.0.1:6379',
  );
}

const hideSecret = (url: string): string => url.replace(/(?<=\/\/)[^@/]*@/, '…@');
