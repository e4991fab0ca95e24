import { expect, test } from 'vitest';
import { tellSteps } from '../../scripts/bench/gists.ts';
import { openStoreReadOnly } from '../store/index.ts';
import { demoStore } from '../test/demo-store.ts';

/** The demo, and a store of real policies where one is named (`scripts/crawl-corpus.ts` makes one). */
const real = process.env.PALIMPSEST_CORPUS_STORE;

test.each([['the demo', demoStore], ...(real ? [['the corpus', async () => real] as const] : [])])(
  'every step of %s has a gist of its length, which quotes and names only what its texts hold',
  async (_, store) => {
    const steps = [...tellSteps(openStoreReadOnly(await store()))];
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`))).toEqual([]);
  },
);
