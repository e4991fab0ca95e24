import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeFixtureStore } from '../../site/test/support/fixture-store.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

const store = join(makeFolder(), 'fixture.sqlite');
beforeAll(() => makeFixtureStore(store));

async function search(...args: string[]) {
  const { exitCode, stdout, stderr } = await runHere(['search', ...args, '--json', '--store', store]);
  const found = stdout === '' ? [] : stdout.split('\n').map((line) => JSON.parse(line));
  return { exitCode, found, stderr };
}

describe('search', () => {
  it('finds a clause once, with the span of versions that hold it, gaps being gaps', async () => {
    const { exitCode, found } = await search('"children under 13"');
    expect(exitCode).toBe(0);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      domain: 'lantern.example',
      policy: 'privacy',
      firstSeen: '2000-06-20',
      lastSeen: '2005-03-12',
      wordingCount: 1,
    });
    expect(found[0].versionCount).toBe(found[0].versions.length);
    expect(found[0].excerpt).toContainEqual(['hit', 'children under 13']);
  });

  it('counts the wordings of one lineage as one clause', async () => {
    const { found } = await search('cookies', '--domain', 'lantern.example');
    const cookies = found.filter((clause) => /signed in/.test(clause.text));
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject({ wordingCount: 2, firstSeen: '1999-03-10' });
  });

  it('finds what stood in old versions only, within the days asked for', async () => {
    const dates = ['"no other cookies"', '--domain', 'lantern.example'];
    expect((await search(...dates)).found).toHaveLength(1);
    expect((await search(...dates, '--to', '1999-12-31')).found).toHaveLength(1);
    const later = await search(...dates, '--from', '2002');
    expect(later.stderr).toContain(
      'No clause where it was looked for says “no other cookies”. Shown instead: ',
    );
    expect(later.found.every(({ asked }) => asked === false)).toBe(true);
  });

  it('knows undated texts, but in no span of time', async () => {
    const undated = ['"log files"', '--domain', 'quiet-harbour.example'];
    expect((await search(...undated)).found[0]).toMatchObject({ lineage: null, firstSeen: null });
    expect((await search(...undated, '--from', '1990')).found).toEqual([]);
  });

  it('says so where nothing is found, or there is nothing to look for', async () => {
    const nothing = await search('pixel*', 'tag');
    expect(nothing).toMatchObject({ exitCode: 3, found: [] });
    expect(nothing.stderr).toBe(
      'Nothing says words that begin with “pixel” and “tag” here, nor any of the words, in any form or spelling near them.',
    );
    expect(await search('"" *')).toMatchObject({ exitCode: 2, found: [] });
    expect(await search('cookies', '--from', 'soon')).toMatchObject({ exitCode: 2 });
  });

  it('shows hits by policy, marked, hostile text harmless', async () => {
    const { stdout, stderr } = await runHere(['search', 'reversed', '--store', store]);
    expect(stdout).toContain('hostile.example/privacy\n');
    expect(stdout).toContain('*reversed*');
    expect(stdout).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0007]/);
    expect(stderr).toBe('“reversed”: 1 clause of 1 company, in 1 version');
  });
});
