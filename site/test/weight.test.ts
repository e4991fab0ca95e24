import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';

/** What pages weigh. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

test('keeps pages light', () => {
  const style = site.files
    .filter((file) => file.endsWith('.css'))
    .reduce((sum, file) => sum + packed(file), 0);
  for (const file of site.pages) expect(packed(file) + style, file).toBeLessThan(60_000);
});

function packed(file: string): number {
  return gzipSync(site.read(file)).length;
}
