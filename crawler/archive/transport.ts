import { DecoratorHandler, type Dispatcher, Pool } from 'undici';
import { UnpackedTooLarge, undoNamedCodings } from '../content-coding.ts';
import type { ResolvedOptions } from './options.ts';
import type { AnswerJournal, RawAnswer } from './types.ts';

/** An HTTP answer, its body unpacked. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; repeated ones joined by `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
  /** The body as it came over the connection, its content coding not undone. */
  readonly packed: Uint8Array;
}

/**
 * No answer, or only a part of one:
 * - `refused`: no connection could be made;
 * - `broken`: it was reset, fell silent or ended early, which passes;
 * - `slow`: it kept coming, and was not whole when its time was up;
 * - `too-large`: more than we accept.
 */
export class TransportFailure extends Error {
  readonly kind: 'refused' | 'broken' | 'slow' | 'too-large';

  constructor(kind: TransportFailure['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

const REFUSED_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Bytes of headers accepted. Node's own limit of 16 kB is met by captures of today's pages: a content security policy and a
 * hundred preloaded files, each told twice, once as captured.
 */
const MAX_HEADER_BYTES = 256 * 1024;

const OVERFLOW_CODES = new Set(['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']);

/** A few kept-alive HTTP/1.1 connections to one origin; requests can go nowhere else. */
export class Transport {
  readonly #pool: Pool;
  readonly #userAgent: string;
  readonly #maxBytes: number;
  readonly #answerTimeoutMs: number;
  readonly #signal: AbortSignal;
  readonly #journal: AnswerJournal;
  readonly #origin: string;

  /** Requests under way reject with the reason of `signal` once it is aborted. */
  constructor(options: ResolvedOptions, signal: AbortSignal) {
    this.#pool = new Pool(options.base.origin, {
      connections: options.concurrency,
      pipelining: 1,
      allowH2: false,
      connect: { timeout: options.connectTimeoutMs },
      headersTimeout: options.readTimeoutMs,
      bodyTimeout: options.readTimeoutMs,
      maxHeaderSize: MAX_HEADER_BYTES,
      keepAliveTimeout: 20_000,
    });
    this.#userAgent = options.userAgent;
    this.#maxBytes = options.maxAnswerBytes;
    this.#answerTimeoutMs = options.answerTimeoutMs;
    this.#signal = signal;
    this.#journal = options.journal;
    this.#origin = options.base.origin;
  }

  /**
   * @param path may end with `#bytes=0-99`: only these bytes are asked for (RFC 9110, Range)
   * @param onWritten called when the request goes out, which may be long after this call where a connection must be made
   * @param maxBytes largest body accepted, if less than the client accepts at all
   * @throws TransportFailure, or the reason of the signal
   */
  async get(path: string, onWritten: () => void, maxBytes: number = this.#maxBytes): Promise<Answer> {
    const deadline = new Deadline(this.#answerTimeoutMs);
    const watch: Watch = {
      onWritten: () => {
        deadline.start();
        onWritten();
      },
      onCaptured: (answer) => {
        if (answer.packed.length <= maxBytes) this.#journal.note(this.#origin + path, answer);
      },
    };
    const pool = this.#pool.compose(
      (dispatch) => (options, handler) => dispatch(options, new AnswerWatcher(handler, watch)),
    );
    try {
      const [asked = '', range] = path.split('#');
      const response = await pool.request({
        method: 'GET',
        path: asked,
        headers: {
          'user-agent': this.#userAgent,
          ...(range === undefined ? { 'accept-encoding': 'gzip' } : { 'accept-encoding': 'identity', range }),
        },
        signal: AbortSignal.any([this.#signal, deadline.signal]),
      });
      const packed = await readBody(response.body, maxBytes);
      return this.#unpack(
        { status: response.statusCode, headers: joinHeaders(response.headers), packed },
        maxBytes,
      );
    } catch (error) {
      this.#signal.throwIfAborted();
      throw deadline.signal.aborted ? deadline.signal.reason : toFailure(error);
    } finally {
      deadline.end();
    }
  }

  /** The answer that an earlier process had read when it was killed, and had not kept yet; null for one that is too large. */
  recall(path: string): Answer | null {
    const url = this.#origin + path;
    const noted = this.#journal.recall(url);
    try {
      return noted && this.#unpack(noted, this.#maxBytes);
    } catch (error) {
      if (!(error instanceof UnpackedTooLarge)) throw error;
      this.#journal.forget(url);
      return null;
    }
  }

  #unpack({ status, headers, packed }: RawAnswer, maxBytes: number): Answer {
    const body = undoNamedCodings(packed, headers.get('content-encoding') ?? '', maxBytes);
    return { status, headers, body, packed };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

async function readBody(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new UnpackedTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** The time a whole answer may take: silence alone never ends one that sends a byte now and then, or says "wait" for ever. */
class Deadline {
  readonly #ms: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number) {
    this.#ms = ms;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  start(): void {
    const seconds = Math.ceil(this.#ms / 1000);
    const failure = new TransportFailure('slow', `the answer was not whole after ${seconds} s`);
    this.#timer ??= setTimeout(() => this.#controller.abort(failure), this.#ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

interface Watch {
  /** Called when the request is written to its connection. */
  readonly onWritten: () => void;
  /** Called with a captured page the moment its last byte is read, before anybody else hears of it. */
  readonly onCaptured: (answer: RawAnswer) => void;
}

class AnswerWatcher extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #watch: Watch;
  /** Null where the answer is no captured page. */
  #captured: { readonly status: number; readonly headers: ReadonlyMap<string, string> } | null = null;
  readonly #chunks: Buffer[] = [];

  constructor(handler: Dispatcher.DispatchHandler, watch: Watch) {
    super(handler);
    this.#handler = handler;
    this.#watch = watch;
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#watch.onWritten();
    this.#handler.onRequestStart?.(controller, context);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
    statusText?: string,
  ): void {
    const joined = status === 200 ? joinHeaders(headers) : null;
    if (joined?.has('memento-datetime')) this.#captured = { status, headers: joined };
    this.#handler.onResponseStart?.(controller, status, headers, statusText);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#captured) this.#chunks.push(chunk);
    this.#handler.onResponseData?.(controller, chunk);
  }

  onResponseEnd(
    controller: Dispatcher.DispatchController,
    trailers: Record<string, string | string[] | undefined>,
  ): void {
    if (this.#captured) this.#watch.onCaptured({ ...this.#captured, packed: Buffer.concat(this.#chunks) });
    this.#handler.onResponseEnd?.(controller, trailers);
  }
}

function joinHeaders(headers: Record<string, string | string[] | undefined>): Map<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue;
    const lower = name.toLowerCase();
    const all = [value].flat().join(', ');
    // Spelled in two ways, a header comes as two: `content-encoding` empty and `Content-Encoding: gzip`.
    joined.set(lower, joined.has(lower) ? `${joined.get(lower)}, ${all}` : all);
  }
  return joined;
}

function toFailure(error: unknown): TransportFailure {
  if (error instanceof UnpackedTooLarge) return new TransportFailure('too-large', 'the answer is too large');
  const codes = collectCodes(error);
  if (codes.some((code) => OVERFLOW_CODES.has(code)))
    return new TransportFailure('too-large', 'the headers are too large');
  const message = codes[0] ?? (error instanceof Error ? error.message : String(error));
  return new TransportFailure(codes.some((code) => REFUSED_CODES.has(code)) ? 'refused' : 'broken', message);
}

/** Codes of an error and of those it wraps: a host with several addresses fails with one error per address. */
function collectCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const code = (error as NodeJS.ErrnoException).code;
  const inner = error instanceof AggregateError ? error.errors : error.cause ? [error.cause] : [];
  return [...(code ? [code] : []), ...inner.flatMap(collectCodes)];
}
