/**
 * How long a full build takes: `node scripts/bench/build-site.ts STORE…`, one line a store. Wall time, so run it on a quiet
 * machine; Astro's own floor is about 0.5 ms a file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';
import { buildSite } from '../build-site.ts';
import { runMain } from '../main.ts';

await runMain(async () => {
  const stores = process.argv.slice(2);
  if (stores.length === 0) {
    throw new UserError('no store was named', 'Usage: node scripts/bench/build-site.ts STORE…');
  }
  for (const store of stores) {
    const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
    try {
      const build = await buildSite({ store, folder });
      const perFile = (build.seconds * 1000) / build.fileCount;
      console.log(
        `${store}: ${build.pageCount} pages, ${build.fileCount} files, ${(build.sizeBytes / 1e6).toFixed(1)} MB ` +
          `in ${build.seconds.toFixed(1)} s; ${Math.round(build.pageCount / build.seconds)} pages a second, ` +
          `${perFile.toFixed(2)} ms a file`,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
});
