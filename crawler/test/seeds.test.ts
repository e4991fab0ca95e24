/** The two documents the project began with: Markdown with a provenance header, and undated plain text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { corpusFolder } from './corpus-folder.ts';
import { makeFolder } from './demo-archive.ts';
import { runCli } from './run-cli.ts';

const { folder: seeds, reason } = corpusFolder('seeds');
const store = join(makeFolder(), 'seeds.sqlite');
const headed = () => join(seeds!, '000_4f109db51c8e7a24.txt');
const plain = () => join(seeds!, '003_6f7ec609ffaa04d4.txt');

function query(sql: string): Record<string, unknown>[] {
  const opened = new Database(store, { readonly: true });
  try {
    return opened.prepare(sql).all() as Record<string, unknown>[];
  } finally {
    opened.close();
  }
}

describe.skipIf(!seeds)(`the founding documents ${reason}`, () => {
  beforeAll(async () => {
    const first = await runCli(['import', headed(), '--store', store]);
    expect(first.exitCode, first.stderr).toBe(0);
    const second = await runCli(['import', plain(), '--domain', 'customchat.com', '--store', store]);
    expect(second.exitCode, second.stderr).toBe(0);
  });

  it('have domain, date or "date unknown", and provenance', () => {
    const versions = query(
      'select domain, slug, first_seen, original, memento_url from v_versions order by domain',
    );
    expect(versions).toEqual([
      {
        domain: 'customchat.com',
        slug: 'undated',
        first_seen: null,
        original: 'file:003_6f7ec609ffaa04d4.txt',
        memento_url: null,
      },
      {
        domain: 'paltalk.com',
        slug: '2002-12-15',
        first_seen: '2002-12-15T14:38:04Z',
        original: 'http://www.paltalk.com/paltalk10/Privacy/Privacy.htm',
        memento_url:
          'https://web.archive.org/web/20021215143804/http://www.paltalk.com/paltalk10/Privacy/Privacy.htm',
      },
    ]);
  });

  it('split into clauses as a person would', () => {
    const kinds = (domain: string) =>
      query(`select kind, level from v_clauses where domain = '${domain}' order by position`)
        .map(({ kind, level }) => `${String(kind)[0]}${level}`)
        .join(' ');
    expect(kinds('paltalk.com')).toBe('h1 p0 p0 p0 p0 p0 p0 p0 h2 p0 h2 p0');
    expect(kinds('customchat.com').match(/i1/g)).toHaveLength(14);
    const heads = query(
      "select text from v_clauses where domain = 'customchat.com' and kind = 'heading' order by position",
    );
    expect(heads).toHaveLength(10);
  });

  it('keep their words, and links to original addresses', () => {
    const [version] = query("select markdown from v_versions where domain = 'paltalk.com'");
    const words = (text: string) =>
      text.replace(/\]\([^)]*\)|<[^>]*>|^>.*\*\n/gm, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
    const original = readFileSync(headed(), 'utf8').replace(/^>[^\n]*archived on[^\n]*\n/, '');
    expect(words(String(version!.markdown))).toEqual(words(original.replace(/^> ?/gm, '')));
    expect(version!.markdown).not.toContain('web.archive.org');
    expect(version!.markdown).toContain('](http://www.paltalk.com/paltalk10/Support/titlepage.htm)');
  });

  it('imported again, change nothing', async () => {
    const again = await runCli(['import', headed(), '--store', store]);
    expect(again.exitCode).toBe(0);
    expect(again.stderr).toContain('1 document known already');
    expect(query('select * from v_captures')).toHaveLength(2);
  });

  it('can be compared with each other', async () => {
    const result = await runCli([
      'compare',
      'paltalk.com@first',
      'customchat.com@undated',
      '--store',
      store,
      '--json',
    ]);
    expect(result.exitCode, result.stderr).toBe(0);
    const { comparison } = JSON.parse(result.stdout);
    expect(comparison.changes.length).toBeGreaterThan(10);
  });
});
