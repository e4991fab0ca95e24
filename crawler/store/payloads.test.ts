import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openStore } from './open.ts';
import { readPayload, writePayload } from './payloads.ts';

it('gives every payload back, through chains of likeness and keyframes', () => {
  const store = openStore(':memory:');
  const body = randomBytes(20_000).toString('base64');
  const payloads = Array.from({ length: 40 }, (_, k) => Buffer.from(`<p>capture ${k}</p>${body}${k % 7}`));
  let base: number | null = null;
  const ids = payloads.map((payload) => {
    base = writePayload(store, payload, base);
    return base;
  });
  ids.forEach((id, k) => {
    expect(readPayload(store, id).equals(payloads[k]!)).toBe(true);
  });
  const stored = store.prepare('select sum(length(stored)) from payloads').pluck().get() as number;
  expect(stored).toBeLessThan(payloads[0]!.length * 4);
  expect(store.prepare('select max(chain) from payloads').pluck().get()).toBe(15);
});

it('keeps equal bytes once, and an empty payload', () => {
  const store = openStore(':memory:');
  const first = writePayload(store, Buffer.from('same'), null);
  expect(writePayload(store, Buffer.from('same'), null)).toBe(first);
  const empty = writePayload(store, Buffer.alloc(0), first);
  expect(readPayload(store, writePayload(store, Buffer.from('next'), empty)).toString()).toBe('next');
  expect(readPayload(store, empty).length).toBe(0);
});
