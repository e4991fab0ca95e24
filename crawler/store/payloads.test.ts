import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openStore } from './open.ts';
import { packPayload, readPayload, writePayload } from './payloads.ts';

it('gives every payload back, through chains of likeness and keyframes', () => {
  const store = openStore(':memory:');
  const body = randomBytes(20_000).toString('base64');
  const payloads = Array.from({ length: 40 }, (_, k) => Buffer.from(`<p>capture ${k}</p>${body}${k % 7}`));
  let base: number | null = null;
  const ids = payloads.map((payload) => {
    const { id } = writePayload(store, payload);
    expect(readPayload(store, id).equals(payload)).toBe(true);
    packPayload(store, id, base);
    base = id;
    return id;
  });
  ids.forEach((id, k) => {
    expect(readPayload(store, id).equals(payloads[k]!)).toBe(true);
  });
  const stored = store.prepare('select sum(length(stored)) from payloads').pluck().get() as number;
  expect(stored).toBeLessThan(payloads[0]!.length * 4);
  expect(store.prepare('select max(chain) from payloads').pluck().get()).toBe(15);
});

it('gives back what was read last, and the links of a chain in any order', () => {
  const store = openStore(':memory:');
  const payloads = Array.from({ length: 6 }, (_, k) => Buffer.from(`<p>capture ${k}</p>`.repeat(500 + k)));
  const ids = payloads.map((payload) => writePayload(store, payload).id);
  ids.forEach((id, k) => {
    packPayload(store, id, ids[k - 1] ?? null);
  });
  for (const k of [5, 0, 3, 4, 4, 2, 5, 1]) {
    expect(readPayload(store, ids[k]!).equals(payloads[k]!)).toBe(true);
  }
});

it('keeps equal bytes once, and an empty payload', () => {
  const store = openStore(':memory:');
  const first = writePayload(store, Buffer.from('same'));
  expect(writePayload(store, Buffer.from('same'))).toEqual({ id: first.id, isNew: false });
  const empty = writePayload(store, Buffer.alloc(0));
  const next = writePayload(store, Buffer.from('next'));
  packPayload(store, next.id, empty.id);
  expect(readPayload(store, next.id).toString()).toBe('next');
  expect(readPayload(store, empty.id).length).toBe(0);
});
