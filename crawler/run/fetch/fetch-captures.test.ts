import { expect, it } from 'vitest';
import type { StoredCapture } from '../../store/read/ground.ts';
import { isAskable } from './fetch-captures.ts';

const NOW = '2024-05-20T12:00:00Z';

function capture(more: Partial<StoredCapture>): StoredCapture {
  return {
    id: 1,
    addressId: 1,
    urlkey: 'example,a)/',
    timestamp: '20120101000000',
    listedTimestamp: '20120101000000',
    original: 'http://a.example/',
    mimetype: 'text/html',
    statuscode: '200',
    digest: 'A',
    length: '500',
    hasMemento: false,
    failure: null,
    passReason: null,
    ...more,
  };
}
const failed = (reason: string, isFinal: boolean, failedAt: string) =>
  capture({ failure: { reason, isFinal, failedAt } });

it('asks for what was never asked for, and at once again for what failed in passing', () => {
  expect(isAskable(capture({}), NOW)).toBe(true);
  expect(isAskable(failed('unreachable', false, NOW), NOW)).toBe(true);
});

it('never asks for what is there', () => {
  expect(isAskable(capture({ hasMemento: true }), NOW)).toBe(false);
});

it('asks for what the archive would not play only after seven days', () => {
  expect(isAskable(failed('not-playable', true, '2024-05-13T12:00:01Z'), NOW)).toBe(false);
  expect(isAskable(failed('not-playable', true, '2024-05-13T12:00:00Z'), NOW)).toBe(true);
});

it('never asks again for what was captured as it is', () => {
  expect(isAskable(failed('error-status', true, '2001-01-01T00:00:00Z'), NOW)).toBe(false);
  expect(isAskable(failed('redirect-loop', true, '2001-01-01T00:00:00Z'), NOW)).toBe(false);
});
