import { expect, test } from 'vitest';
import { tellSteps } from '../../scripts/bench/gists.ts';
import { openStoreReadOnly } from '../store/index.ts';
import { demoStore } from '../test/demo-store.ts';
import { findRealStore } from '../test/real-store.ts';

/** The demo, and real policies where they are at hand. */
const real = findRealStore();
const STORES = [
  { name: 'the demo', store: demoStore },
  ...(real ? [{ name: 'the corpus', store: real }] : []),
];

test.each(STORES)(
  'every step of $name has a gist of its length, which quotes and names only what its texts hold',
  async ({ store }) => {
    const steps = [...tellSteps(openStoreReadOnly(await store()))];
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.flatMap(({ name, faults }) => faults.map((fault) => `${name} ${fault}`))).toEqual([]);
  },
);
