import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRemoval, isRemoved } from '../../core/removal-list.ts';
import { UserError } from '../../errors.ts';
import { openStore } from '../../store/open.ts';
import { listPolicyRemovals, listRemovals } from '../../store/read/removals.ts';
import { applyRemovalList, parseRemovalList, REMOVALS_FILE } from './removal-list.ts';

const HEAD = 'domain,policy,first,last,removed_on,reason';
const parse = (...lines: string[]) => parseRemovalList([HEAD, ...lines].join('\n'), 'removals.csv');

test('entries name whose captures, from when to when, and why', () => {
  const [open, bounded] = parse(
    'b.example,privacy,2004-06-01,20051231120000,2026-03-02,"on request, of a person"',
    '',
    'WWW.A.example,,,,2026-03-01,on request',
  );
  expect(open).toEqual({
    domain: 'a.example',
    policy: '',
    first: '',
    last: '',
    removedOn: '2026-03-01',
    reason: 'on request',
  });
  expect(bounded).toMatchObject({
    policy: 'privacy',
    first: '20040601000000',
    last: '20051231120000',
    reason: 'on request, of a person',
  });
  expect(parse('a.example,,,2004-06-01,2026-03-01,x')[0]!.last).toBe('20040601235959');
});

test('both bounds are covered, and undated captures only by an entry without bounds', () => {
  const entries = parse(
    'a.example,,2004-06-01,2004-06-02,2026-03-01,one',
    'a.example,,2010-01-01,,2026-03-01,two',
  );
  const covered = (timestamp: string | null) => findRemoval(entries, timestamp)?.reason ?? null;
  expect(covered('20040531235959')).toBeNull();
  expect(covered('20040601000000')).toBe('one');
  expect(covered('20040602235959')).toBe('one');
  expect(covered('20040603000000')).toBeNull();
  expect(covered('20240101000000')).toBe('two');
  expect(covered(null)).toBeNull();
  expect(isRemoved(parse('a.example,,,,2026-03-01,all'), null)).toBe(true);
});

test.each([
  ['a.example', '1 cells instead of 6'],
  ['not a domain,,,,2026-03-01,x', "'not a domain' is not a domain"],
  ['a.example,Privacy Policy,,,2026-03-01,x', '"Privacy Policy" is no policy'],
  ['a.example,,2004-13-01,,2026-03-01,x', 'first is "2004-13-01"'],
  ['a.example,,2004,,2026-03-01,x', 'first is "2004"'],
  ['a.example,,2005-01-01,2004-01-01,2026-03-01,x', 'first (2005-01-01) lies after last (2004-01-01)'],
  ['a.example,,,,yesterday,x', 'removed_on is "yesterday"'],
  ['a.example,,,,2026-03-01,', 'the reason has 0 characters'],
  ['a.example,,,,2026-03-01,half "quoted', 'a quotation mark stands where none can'],
])('line 2 of %j is told what is wrong with it', (line, what) => {
  expect(() => parse(line)).toThrow(UserError);
  expect(() => parse(line)).toThrow(what);
  expect(() => parse(line)).toThrow('line 2 of the removal list removals.csv');
});

test('a file that is no removal list is refused as a whole', () => {
  expect(() => parseRemovalList('', 'x.csv')).toThrow('x.csv begins with ""');
  expect(() => parseRemovalList('domain,reason\n', 'x.csv')).toThrow('x.csv begins with "domain,reason"');
});

test('the file beside a store is its list; without a file the list stays', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-removals-'));
  const storeFile = join(folder, 'store.sqlite');
  const file = join(folder, REMOVALS_FILE);
  const store = openStore(storeFile);
  store.exec("insert into policies values (1, 'a.example', 'privacy'), (2, 'a.example', 'cookies')");
  writeFileSync(file, `${HEAD}\na.example,cookies,,,2026-03-01,one\na.example,,2004-01-01,,2026-03-01,two\n`);
  applyRemovalList(store, storeFile);
  expect(listPolicyRemovals(store, 1).map(({ reason }) => reason)).toEqual(['two']);
  expect(listPolicyRemovals(store, 2).map(({ reason }) => reason)).toEqual(['one', 'two']);
  rmSync(file);
  applyRemovalList(store, storeFile);
  expect(listRemovals(store)).toHaveLength(2);
  writeFileSync(file, `${HEAD}\n`);
  applyRemovalList(store, storeFile);
  expect(listRemovals(store)).toEqual([]);
  store.close();
  rmSync(folder, { recursive: true });
});
