import { DecoratorHandler, type Dispatcher, Pool } from 'undici';
import { UnpackedTooLarge, undoContentCoding } from './content-coding.ts';
import type { ResolvedOptions } from './options.ts';

/** An HTTP answer, its body unpacked. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; repeated ones joined by `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/**
 * No answer, or only a part of one:
 * - `refused`: no connection could be made;
 * - `broken`: it was reset, fell silent or ended early, which passes;
 * - `too-large`: more than we accept.
 */
export class TransportFailure extends Error {
  readonly kind: 'refused' | 'broken' | 'too-large';

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

/** A few kept-alive HTTP/1.1 connections to one origin; requests can go nowhere else. */
export class Transport {
  readonly #pool: Pool;
  readonly #userAgent: string;
  readonly #maxBytes: number;
  readonly #signal: AbortSignal;
  receivedBytes = 0;

  /** Requests under way reject with the reason of `signal` once it is aborted. */
  constructor(options: ResolvedOptions, signal: AbortSignal) {
    this.#pool = new Pool(options.base.origin, {
      connections: options.concurrency,
      pipelining: 1,
      allowH2: false,
      connect: { timeout: options.connectTimeoutMs },
      headersTimeout: options.readTimeoutMs,
      bodyTimeout: options.readTimeoutMs,
      keepAliveTimeout: 20_000,
    });
    this.#userAgent = options.userAgent;
    this.#maxBytes = options.maxAnswerBytes;
    this.#signal = signal;
  }

  /**
   * @param onWritten called when the request goes out, which may be long after this call where a connection must be made
   * @throws TransportFailure, or the reason of the signal
   */
  async get(path: string, onWritten: () => void): Promise<Answer> {
    const pool = this.#pool.compose(
      (dispatch) => (options, handler) => dispatch(options, new WriteWatcher(handler, onWritten)),
    );
    try {
      const response = await pool.request({
        method: 'GET',
        path,
        headers: { 'user-agent': this.#userAgent, 'accept-encoding': 'gzip' },
        signal: this.#signal,
      });
      const headers = joinHeaders(response.headers);
      const packed = await this.#readBody(response.body);
      const body = undoContentCoding(packed, headers.get('content-encoding') ?? '', this.#maxBytes);
      return { status: response.statusCode, headers, body };
    } catch (error) {
      this.#signal.throwIfAborted();
      throw toFailure(error);
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #readBody(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of body) {
      length += chunk.length;
      this.receivedBytes += chunk.length;
      if (length > this.#maxBytes) throw new UnpackedTooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  }
}

/** Hears of the moment at which a request is written to its connection. */
class WriteWatcher extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #onWritten: () => void;

  constructor(handler: Dispatcher.DispatchHandler, onWritten: () => void) {
    super(handler);
    this.#handler = handler;
    this.#onWritten = onWritten;
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#onWritten();
    this.#handler.onRequestStart?.(controller, context);
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
