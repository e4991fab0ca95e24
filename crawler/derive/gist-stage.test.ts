import { expect, test } from 'vitest';
import { tellSteps } from '../../scripts/bench/gists.ts';
import { openStoreReadOnly } from '../store/index.ts';
import { demoStore } from '../test/demo-store.ts';

/** The demo, and a store of real policies where one is named (`scripts/crawl-corpus.ts` makes one). */
const real = process.env.PALIMPSEST_CORPUS_STORE;
const STORES = [
  { name: 'the demo', store: demoStore },
  ...(real ? [{ name: 'the corpus', store: () => Promise.resolve(real) }] : []),
];

test.each(STORES)(
  'every step of $name has a gist of its length, which quotes and names only what its texts hold',
  async ({ store }) => {
    const steps = [...tellSteps(openStoreReadOnly(await store()))];
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`))).toEqual([]);
  },
);
