import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteFile } from './sqlite-file.ts';

/** The published WebAssembly, over a file that better-sqlite3 wrote. */

const PAGE = 4096;
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const wasm = createRequire(import.meta.url).resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm');
let module: WebAssembly.Module;
let bytes: Uint8Array;

beforeAll(async () => {
  module = await WebAssembly.compile(readFileSync(wasm));
  const file = join(folder, 'texts.sqlite');
  const database = new Database(file);
  database.pragma(`page_size = ${PAGE}`);
  database.exec("create virtual table search using fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
  const insert = database.prepare('insert into search (text) values (?)');
  database.exec('begin');
  for (let k = 0; k < 2000; k++) insert.run(`clause ${k} ${k % 100 === 7 ? 'größere Kekse 🍪' : 'plain'}`);
  database.exec('commit');
  database.close();
  bytes = readFileSync(file);
});

const whole = () => ({
  sizeBytes: bytes.length,
  read: (target: Uint8Array, offset: number) => {
    target.set(bytes.subarray(offset, offset + target.length));
    return true;
  },
});

describe('a question', () => {
  it('is answered with texts, numbers and null as they are', async () => {
    const sqlite = await SqliteFile.start(module, whole());
    expect(sqlite.ask('select ? as text, ? as number, ? as empty', ['schön 🍪', -7, null])).toEqual([
      { text: 'schön 🍪', number: -7, empty: null },
    ]);
    const found = sqlite.ask('select rowid as id from search where search match ? order by rowid', [
      'grossere OR kekse',
    ]);
    expect(found).toHaveLength(20);
    expect(found[0]).toEqual({ id: 8 });
  });

  it('takes bounds of rows in a full-text index', async () => {
    const sqlite = await SqliteFile.start(module, whole());
    const sql = 'select rowid as id from search where search match ? and rowid >= ? and rowid <= ? limit ?';
    expect(sqlite.ask(sql, ['kekse', 100, 400, 2])).toEqual([{ id: 108 }, { id: 208 }]);
  });

  it('fails with what SQLite says of it', async () => {
    const sqlite = await SqliteFile.start(module, whole());
    expect(() => sqlite.ask('select nope', [])).toThrow('no such column: nope');
    expect(() => sqlite.ask("insert into search values ('x')", [])).toThrow(/readonly/);
    expect(sqlite.ask('select 1 as one', [])).toEqual([{ one: 1 }]);
  });

  it('fails while parts of the file are missing, and is answered once they are there', async () => {
    const here = new Set<number>();
    const missing = new Set<number>();
    const read = (target: Uint8Array, offset: number) => {
      const page = Math.floor(offset / PAGE);
      if (!here.has(page)) missing.add(page);
      target.set(bytes.subarray(offset, offset + target.length));
      return here.has(page);
    };
    const sqlite = await SqliteFile.start(module, { sizeBytes: bytes.length, read });
    const ask = () => sqlite.ask("select count(*) as count from search where search match 'kekse'", []);
    let rounds = 0;
    for (; rounds < 50; rounds++) {
      missing.clear();
      try {
        expect(ask()).toEqual([{ count: 20 }]);
        break;
      } catch {
        expect(missing.size).toBeGreaterThan(0);
        for (const page of missing) here.add(page);
      }
    }
    expect(rounds).toBeGreaterThan(1);
    expect(rounds).toBeLessThan(50);
    expect(here.size).toBeLessThan(bytes.length / PAGE);
  });

  it('may be about files of any size that grow its memory', async () => {
    const sqlite = await SqliteFile.start(module, whole());
    const [row] = sqlite.ask('select length(hex(zeroblob(?))) as length', [10_000_000]);
    expect(row).toEqual({ length: 20_000_000 });
  });
});
