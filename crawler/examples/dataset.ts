/** Reads a store or a published dataset: which policies it holds, and the span of each of their versions. */
import { withStore } from 'palimpsest';
import { listPolicies, listVersions } from 'palimpsest/store';

const [file = 'data/archive.sqlite'] = process.argv.slice(2);
await withStore(file, 'read', (store) => {
  for (const { domain, policy, versionCount } of listPolicies(store)) {
    console.log(`${domain} ${policy}: ${versionCount} versions`);
    for (const { firstSeen, lastSeen, wordCount } of listVersions(store, domain, policy)) {
      console.log(`  ${firstSeen} to ${lastSeen}: ${wordCount} words`);
    }
  }
});
