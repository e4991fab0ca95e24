import { setTimeout as sleepFor } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import type { AnswerJournal, ArchiveOptions, SharedTurns, WaitTable } from './types.ts';

export type ResolvedOptions = Required<
  Omit<ArchiveOptions, 'origin' | 'contact' | 'version' | 'waits' | 'signal' | 'journal' | 'turns'>
> & {
  readonly base: URL;
  readonly userAgent: string;
  readonly waits: WaitTable;
  readonly signal: AbortSignal | null;
  readonly journal: AnswerJournal;
  readonly turns: SharedTurns | null;
};

export const DEFAULT_ORIGIN = 'https://web.archive.org';

/**
 * The archive's staff ask for at most 24 index queries a minute and 8 mementos a second; users met refused connections
 * well below. Hence one query per 3 s, two mementos per second, two connections that are kept.
 * Waits: EDGI's client and the staff's words in its issues 137, 153 and 206.
 */
const DEFAULT_WAITS: WaitTable = {
  limitedMs: [60_000, 120_000],
  refusedMs: [60_000, 300_000],
  retryMs: [2_000, 4_000, 8_000, 16_000, 32_000],
  failingMs: 600_000,
  failuresInRow: 10,
};

const FORGETFUL: AnswerJournal = {
  note: () => {},
  recall: () => null,
  forget: () => {},
  noteUntruth: () => {},
  hasUntruth: () => false,
};

/** Fills in defaults and refuses what makes no sense. @throws UserError */
export function resolveOptions(options: ArchiveOptions): ResolvedOptions {
  return {
    base: readOrigin(options.origin ?? DEFAULT_ORIGIN),
    userAgent: formatUserAgent(options.version ?? '0', options.contact ?? null),
    cdxRate: readRate('cdxRate', options.cdxRate ?? 1 / 3),
    mementoRate: readRate('mementoRate', options.mementoRate ?? 2),
    concurrency: readCount('concurrency', options.concurrency ?? 2, 16),
    connectTimeoutMs: readCount('connectTimeoutMs', options.connectTimeoutMs ?? 10_000, 600_000),
    readTimeoutMs: readCount('readTimeoutMs', options.readTimeoutMs ?? 60_000, 600_000),
    answerTimeoutMs: readCount('answerTimeoutMs', options.answerTimeoutMs ?? 180_000, 3_600_000),
    maxIndexBytes: readCount('maxIndexBytes', options.maxIndexBytes ?? 16 * 1024 * 1024, 1024 ** 3),
    maxAnswerBytes: readCount('maxAnswerBytes', options.maxAnswerBytes ?? 64 * 1024 * 1024, 1024 ** 3),
    landingWindowSeconds: readCount('landingWindowSeconds', options.landingWindowSeconds ?? 86_400, 1e10),
    maxHops: readCount('maxHops', options.maxHops ?? 10, 100),
    waits: { ...DEFAULT_WAITS, ...options.waits },
    onWait: options.onWait ?? (() => {}),
    signal: options.signal ?? null,
    journal: options.journal ?? FORGETFUL,
    turns: options.turns ?? null,
    sleep: options.sleep ?? sleepUntilDone,
    now: options.now ?? Date.now,
  };
}

function readOrigin(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password) {
    throw new UserError(
      `"${text}" is not the address of an archive.`,
      `Give an address such as ${DEFAULT_ORIGIN} or http://127.0.0.1:8480, without query or password.`,
    );
  }
  return url;
}

function formatUserAgent(version: string, contact: string | null): string {
  if (contact !== null && !/^[\x21-\x7e]+$/.test(contact)) {
    throw new UserError(
      `"${contact}" cannot be sent as a contact.`,
      'Give a mail address or a web address, without spaces and in plain letters.',
    );
  }
  return `palimpsest/${version}${contact ? ` (+${contact})` : ''}`;
}

function readRate(name: string, value: number): number {
  if (!(value >= 0.001 && value <= 1000)) {
    throw new UserError(`${name} ${value} is not a rate.`, 'Give requests per second, from 0.001 to 1000.');
  }
  return value;
}

function readCount(name: string, value: number, max: number): number {
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new UserError(`${name} ${value} is out of range.`, `Give a whole number from 1 to ${max}.`);
  }
  return value;
}

async function sleepUntilDone(waitMs: number, signal?: AbortSignal): Promise<void> {
  await sleepFor(waitMs, undefined, signal ? { signal } : {});
}
