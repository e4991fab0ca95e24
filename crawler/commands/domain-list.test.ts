import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { chooseShard, readDomains } from './domain-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'domain-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

const noInput = { input: (async function* () {})() };

function read(content: string | Buffer): Promise<string[]> {
  const file = join(folder, 'list.txt');
  writeFileSync(file, content);
  return readDomains([], file, noInput);
}

describe('a list of domains', () => {
  it.each([
    ['line ends of every kind', 'a.example\r\nb.example\rc.example\nd.example', ['a', 'b', 'c', 'd']],
    ['remarks, blanks and empty lines', '# all\n\n  a.example  # one\nb.example\n', ['a', 'b']],
    ['a mark before the first', '\ufeffa.example\nb.example\n', ['a', 'b']],
    ['UTF-16', Buffer.from('\ufeffa.example\r\nb.example\r\n', 'utf16le'), ['a', 'b']],
    ['ranks', '1,a.example\n2,b.example\n', ['a', 'b']],
    ['a table with a heading', 'rank,domain\n1,"a.example"\n2,"b.example"\n', ['a', 'b']],
    ['tabs', '1\ta.example\tthe first\n', ['a']],
    ['addresses', 'https://www.a.example:8443/privacy?x=1\nhttp://b.example/\n', ['a', 'b']],
    ['the same twice', 'A.example\na.example.\nwww.a.example\n', ['a']],
  ])('is read with %s', async (_, content, names) => {
    expect(await read(content)).toEqual(names.map((name) => `${name}.example`));
  });

  it('is read with names in other scripts', async () => {
    expect(await read('münchen.example\n')).toEqual(['xn--mnchen-3ya.example']);
  });

  it('never joins what a tab or a line end parts', async () => {
    await expect(readDomains(['a.example\tb.example'], undefined, noInput)).rejects.toThrow('not a domain');
    await expect(read('a.example\tb.example\n')).rejects.toThrow('line 1: names a.example and b.example');
  });

  it('is refused with all that is wrong, by line', async () => {
    const wrong = read('a.example\nno domain\nb.example\nlocalhost\n');
    await expect(wrong).rejects.toMatchObject({ exitCode: 2 });
    await expect(wrong).rejects.toThrow(/2 names are not domains:\n.*line 2: .*\n.*line 4: /);
  });

  it('is refused where it is no text, or names nothing', async () => {
    await expect(read(Buffer.from([0x53, 0x51, 0, 1, 2]))).rejects.toThrow('is no text file');
    await expect(read('# nothing\n')).rejects.toThrow('names no domain');
  });

  it('comes from standard input as well', async () => {
    const input = (async function* () {
      yield 'a.exam';
      yield Buffer.from('ple\nb.example\n');
    })();
    expect(await readDomains([], '-', { input })).toEqual(['a.example', 'b.example']);
  });
});

describe('a part of a list', () => {
  const domains = Array.from({ length: 100 }, (_, k) => `garden${k}.example`);
  const parts = (list: readonly string[]) => [1, 2, 3].map((k) => chooseShard(list, `${k}/3`));

  it('has each domain once, and the same ones in whatever order the list is', () => {
    const [first, ...others] = parts(domains);
    expect([first, ...others].flat().sort()).toEqual([...domains].sort());
    expect(first!.length).toBeGreaterThan(15);
    expect(new Set(parts(domains.slice(50).reverse())[0])).toEqual(
      new Set(first!.filter((domain) => domains.indexOf(domain) >= 50)),
    );
  });

  it.each(['0/3', '4/3', '1', 'a/b'])('%s is refused', (shard) => {
    expect(() => chooseShard(domains, shard)).toThrow(/is no part of a whole/);
  });
});
