/**
 * The archive server: serves WARC files over loopback the way the Wayback Machine does, so that the real crawler can
 * be run, tested and shown without a network. As a function, `startArchiveServer`; as a command,
 * `npm run archive-server -- FILE… --port N`.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { Captures } from './archive-server/captures.ts';
import type { ResumeKeyStyle } from './archive-server/cdx-query.ts';
import { FAULTS, FaultPlan, type FaultSettings, parseFaultFlag } from './archive-server/faults.ts';
import type { RequestLogEntry } from './archive-server/request-log.ts';
import { serveCaptures } from './archive-server/serve.ts';
import { indexWarcs } from './archive-server/warc-index.ts';

export type { FaultSettings } from './archive-server/faults.ts';
export { countInAnyWindow, type RequestLogEntry } from './archive-server/request-log.ts';

export interface ArchiveServerOptions {
  /** WARC files, or folders whose `.warc` and `.warc.gz` files are served. */
  readonly warcs: string | readonly string[];
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  readonly faults?: FaultSettings;
  /** Shifts where the faults strike. Default 0. */
  readonly seed?: number;
  /** Answered as sites that the archive excludes, with all names below them. */
  readonly excludedHosts?: readonly string[];
  /** Captures that are listed but not played, as `<timestamp> <url>`. */
  readonly unplayable?: readonly string[];
  /** Default `opaque`, as the service of 2026. */
  readonly resumeKeys?: ResumeKeyStyle;
  /** Also serve the captures as the pywb collection of this name, under `/<name>/`. */
  readonly pywbCollection?: string;
  /** Wait before every answer, in milliseconds. */
  readonly latencyMs?: number;
  /** Requests are appended here, one JSON object a line. */
  readonly logFile?: string;
}

export interface ArchiveServer {
  /** `http://127.0.0.1:PORT`, to be given to the crawler as its archive. */
  readonly origin: string;
  /** Every request so far, in the order of the answers. */
  readonly log: readonly RequestLogEntry[];
  /** Captures that can be listed. */
  readonly captureCount: number;
  /** What could not be read of the files. */
  readonly warnings: readonly string[];
  setFaults(faults: FaultSettings): void;
  close(): Promise<void>;
}

/**
 * Indexes the files, then listens. Payloads are read from disk when asked for.
 * @throws UserError for files that are not there, and for a port that cannot be had.
 */
export async function startArchiveServer(options: ArchiveServerOptions): Promise<ArchiveServer> {
  const paths = [options.warcs].flat().flatMap(findWarcs);
  const index = await indexWarcs(paths);
  const captures = new Captures(index.entries, options.unplayable);
  const plan = new FaultPlan(options.faults, options.seed);
  const server = await serveCaptures(captures, plan, {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    resumeKeys: options.resumeKeys ?? 'opaque',
    excludedHosts: options.excludedHosts ?? [],
    pywbCollection: options.pywbCollection ?? null,
    latencyMs: options.latencyMs ?? 0,
    logFile: options.logFile ?? null,
  });
  return {
    origin: server.origin,
    log: server.log,
    captureCount: index.entries.length,
    warnings: index.warnings,
    setFaults: (faults) => plan.set(faults),
    close: server.close,
  };
}

function findWarcs(path: string): string[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status)
    throw new UserError(
      `There is no file or folder "${path}".`,
      'Name WARC files, or a folder that holds some.',
    );
  if (!status.isDirectory()) return [path];
  const found = readdirSync(path)
    .filter((name) => /\.warc(\.gz)?$/.test(name))
    .sort();
  if (found.length === 0)
    throw new UserError(`The folder "${path}" holds no .warc or .warc.gz file.`, 'Name another.');
  return found.map((name) => join(path, name));
}

const HELP = `Serves WARC files over loopback the way the Wayback Machine does.

Usage: npm run archive-server -- FILE… [options]
  FILE                 .warc, .warc.gz, or a folder that holds some
  --port N             default 8480; 0 for any free one
  --host ADDRESS       default 127.0.0.1
  --log FILE           append every request, one JSON object a line
  --latency MS         wait before every answer
  --exclude HOST       answer as for a site excluded from the archive; repeatable
  --resume-keys STYLE  opaque (default) or timestamp, the style of 2018 to 2023, which loses rows
  --pywb NAME          serve a pywb collection of this name as well: http://HOST:PORT/NAME; a name that ends in
                       -index is an index of WARC files, whose bytes are given by ranges below /crawl-data/
  --fault NAME[:EVERY] misbehave on every n-th request; limited:EVERY:SECONDS adds Retry-After; repeatable
  --seed N             shift where the faults strike
  --help

Faults:
${Object.entries(FAULTS)
  .map(([name, does]) => `  ${name.padEnd(20)} ${does}`)
  .join('\n')}

Examples:
  npm run archive-server -- data/demo/warcs
  npm run archive-server -- mine.warc.gz --port 0 --fault limited:20 --fault reset:13
  npx palimpsest crawl example.com --archive http://127.0.0.1:8480
`;

const FLAGS = {
  port: { type: 'string', default: '8480' },
  host: { type: 'string', default: '127.0.0.1' },
  log: { type: 'string' },
  latency: { type: 'string', default: '0' },
  exclude: { type: 'string', multiple: true },
  'resume-keys': { type: 'string', default: 'opaque' },
  pywb: { type: 'string' },
  fault: { type: 'string', multiple: true },
  seed: { type: 'string', default: '0' },
} satisfies ParseArgsConfig['options'];

function readNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new UserError(`--${name} ${text} is not a number from 0 to ${max}.`, 'Give a whole number.');
  }
  return value;
}

function readCollection(name: string): string {
  if (/^[a-z][a-z0-9-]*$/.test(name) && name !== 'web' && name !== 'cdx') return name;
  throw new UserError(
    `--pywb ${name} is no name for a collection.`,
    'Use small letters and digits; not web or cdx.',
  );
}

async function main(argv: readonly string[]): Promise<void> {
  if (argv.includes('--help')) return void process.stdout.write(HELP);
  const { values, positionals } = readFlags(
    { args: [...argv], options: FLAGS, allowPositionals: true },
    'npm run archive-server -- WARC… [options]; --help shows them',
  );
  if (positionals.length === 0)
    throw new UserError('No WARC file was named.', 'Name files or folders; see --help.');
  const style = values['resume-keys'];
  if (style !== 'opaque' && style !== 'timestamp') {
    throw new UserError(`--resume-keys ${style} is not known.`, 'Use opaque or timestamp.');
  }
  const server = await startArchiveServer({
    warcs: positionals,
    port: readNumber('port', values.port, 65_535),
    host: values.host,
    latencyMs: readNumber('latency', values.latency, 600_000),
    excludedHosts: values.exclude ?? [],
    resumeKeys: style,
    faults: Object.fromEntries((values.fault ?? []).map(parseFaultFlag)),
    seed: readNumber('seed', values.seed, 1_000_000),
    ...(values.pywb === undefined ? {} : { pywbCollection: readCollection(values.pywb) }),
    ...(values.log === undefined ? {} : { logFile: values.log }),
  });
  for (const warning of server.warnings) process.stderr.write(`warning: ${warning}\n`);
  process.stderr.write(`${server.captureCount} captures; Ctrl-C stops the server\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  process.stdout.write(`${server.origin}\n`);
}

if (import.meta.main) await runMain(() => main(process.argv.slice(2)));
