import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runDiscovery } from './run.ts';
import { sites } from './sites.ts';
import { policies } from './texts.ts';

it('finds the policies of invented sites in several languages, and takes nothing else for one', async () => {
  expect(sites.length).toBeGreaterThanOrEqual(130);
  expect(Object.keys(policies).length).toBeGreaterThanOrEqual(40);
  const { recall, precision, cdxMedian, cdxMean, lines } = await runDiscovery(
    mkdtempSync(join(tmpdir(), 'discovery-')),
  );
  const misses = lines.filter((line) => !line.includes(' ok  ')).join('\n');
  expect(recall, misses).toBeGreaterThanOrEqual(0.97);
  expect(precision, misses).toBeGreaterThanOrEqual(0.97);
  expect(cdxMedian, lines.join('\n')).toBeLessThanOrEqual(4);
  expect(cdxMean, lines.join('\n')).toBeLessThanOrEqual(6);
}, 300_000);
