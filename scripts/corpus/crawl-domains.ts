import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CrawlSummary } from '../../crawler/run/crawl.ts';
import type { CorpusWarc } from '../corpus-to-warc.ts';

const program = join(import.meta.dirname, '..', '..', 'bin', 'palimpsest.mjs');

/** One domain's crawl by the real program. */
export interface DomainCrawl {
  readonly domain: string;
  readonly exitCode: number | null;
  /** Null where the program ended without one. */
  readonly summary: CrawlSummary | null;
  readonly seconds: number;
  readonly stderr: string;
}

/** Crawls each domain as itself, one after the other, into one store. The archive is on loopback and need not be spared. */
export async function* crawlDomains(
  warcs: readonly CorpusWarc[],
  archive: string,
  store: string,
): AsyncGenerator<DomainCrawl> {
  for (const { domain, urls } of warcs) {
    const started = performance.now();
    const { exitCode, stdout, stderr } = await runProgram([
      ...['crawl', domain, '--url', ...urls, '--archive', archive, '--store', store],
      ...['--cdx-rate', '500', '--memento-rate', '500', '--json', '--quiet'],
    ]);
    const summary = stdout === '' ? null : (JSON.parse(stdout) as CrawlSummary);
    yield { domain, exitCode, summary, stderr, seconds: (performance.now() - started) / 1000 };
  }
}

/** Runs the program as a user would. */
export function runProgram(
  args: readonly string[],
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
