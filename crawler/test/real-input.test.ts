import { beforeAll, describe, expect, it } from 'vitest';
import { crawlReal, REAL_VERSIONS, type RealCrawl } from './real-store.ts';
import { runCli } from './run-cli.ts';
import { dumpViews } from './views.ts';

const corpus = process.env.PALIMPSEST_CORPUS;

const title = corpus ? 'real captures' : 'real captures (skipped: PALIMPSEST_CORPUS names no corpus)';

describe.skipIf(!corpus)(title, () => {
  let real: RealCrawl;

  beforeAll(async () => {
    real = await crawlReal();
  });

  it.each(Object.entries(REAL_VERSIONS))('%s ends well, with at least %i versions', (domain, versions) => {
    const { exitCode, summary, stderr } = real.crawls.find((crawl) => crawl.domain === domain)!;
    expect(exitCode, stderr).toBe(0);
    expect(summary!.counts.versionCount).toBeGreaterThanOrEqual(versions);
  });

  it('knows every capture and what became of it; pages without a policy are told from those with one', () => {
    const outcomes = new Map<string, string>(
      dumpViews(real.store).v_captures!.map((row) => {
        const [domain, , timestamp, original, , , , , outcome = ''] = JSON.parse(row) as string[];
        return [`${domain} ${timestamp} ${original}`, outcome];
      }),
    );
    for (const { domain, captures } of real.warcs) {
      for (const { timestamp, url, rejectedFor } of captures) {
        const capture = `${domain} ${timestamp} ${url}`;
        const expected = rejectedFor === null ? ['version', 'duplicate'] : ['not-a-policy'];
        expect(expected, `${capture}: ${outcomes.get(capture)}`).toContain(outcomes.get(capture));
      }
    }
  });

  it('passes check', async () => {
    const { stdout, exitCode } = await runCli(['check', '--store', real.store, '--quiet']);
    expect(stdout).toMatch(/^nothing wrong/);
    expect(exitCode).toBe(0);
  });
});
