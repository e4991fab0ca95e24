/** Crawls one domain with effects of one's own: node crawl.ts DOMAIN STORE [ARCHIVE] */
import { crawlDomain, type Effects, openArchive, silentEffects, WHOLE_HISTORY, withStore } from 'palimpsest';

const [domain = 'example.com', file = 'policies.sqlite', origin] = process.argv.slice(2);
// An archive of one's own machine need not be spared; the Wayback Machine gets the rates that are set by default.
const archive = openArchive(
  origin ? { origin, cdxRate: 500, mementoRate: 500 } : { contact: 'you@example.org' },
);
const deadline = Date.now() + 60 * 60 * 1000;
const effects: Effects = {
  ...silentEffects,
  warn: (message) => console.error(`warning: ${message}`),
  isStopping: () => Date.now() > deadline,
};
try {
  const options = { ...WHOLE_HISTORY, to: '2004' };
  const { ended, counts } = await withStore(file, 'write', (store) =>
    crawlDomain(store, archive, domain, options, effects),
  );
  console.log(`${domain}: ${ended}, ${counts.versionCount} versions of ${counts.captureCount} captures`);
} finally {
  await archive.close();
}
