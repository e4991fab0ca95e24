import { allInvented } from './histories.ts';
import { publishedFile, release, rulesVersions, schema, status, totals } from './store.ts';
import { describeCollection } from './view/collection/datasheet.ts';
import { rulesWords } from './view/rules-words.ts';

/** The questions that a datasheet answers, with the figures of this collection: for its page and the page's twin. */
export function datasheet(): ReturnType<typeof describeCollection> {
  const { runs, outcomes } = status();
  return describeCollection({
    release: release(),
    rulesVersion: rulesWords(rulesVersions().all),
    schemaVersion: schema().version,
    totals: totals(),
    runs,
    outcomes: outcomes.outcomes,
    file: publishedFile(),
    isInvented: allInvented() !== undefined,
  });
}
