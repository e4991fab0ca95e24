import Database from 'better-sqlite3';
import type { Capture, WarcPlace } from '../core/index.ts';

/** A capture whose record can be read. */
export type PlacedCapture = Capture & { readonly warc: WarcPlace };

/** Captures listed elsewhere than in an archive's index, looked up by urlkey. On disk, and gone once it is closed. */
export interface ScratchCaptures {
  /** Takes captures in, all or none; one that is there already stays once. */
  add(captures: readonly PlacedCapture[]): void;
  /** Ordered by timestamp. */
  listOf(urlkey: string): PlacedCapture[];
  /** Captures whose urlkey begins so, ordered by urlkey, then timestamp. */
  listStartingWith(beginning: string): PlacedCapture[];
  close(): void;
}

const SCHEMA = `
  create table captures (
    urlkey text not null, timestamp text not null, original text not null, mimetype text not null,
    statuscode text not null, digest text not null, file text not null, "offset" integer not null, length integer not null,
    primary key (urlkey, timestamp, file, "offset")
  ) without rowid`;

/** Opens an empty list, in a temporary file that SQLite itself removes. */
export function openScratchCaptures(): ScratchCaptures {
  const database = new Database('');
  database.exec(SCHEMA);
  const insert = database.prepare('insert or ignore into captures values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = (where: string) =>
    database.prepare<unknown[], ScratchRow>(
      `select * from captures where ${where} order by urlkey, timestamp, file, "offset"`,
    );
  const exact = select('urlkey = ?');
  const beginning = select('urlkey >= ? and urlkey < ?');
  return {
    add: database.transaction((captures: readonly PlacedCapture[]) => {
      for (const { urlkey, timestamp, original, mimetype, statuscode, digest, warc } of captures)
        insert.run(
          urlkey,
          timestamp,
          original,
          mimetype,
          statuscode,
          digest,
          warc.file,
          warc.offset,
          warc.length,
        );
    }),
    listOf: (urlkey) => exact.all(urlkey).map(toCapture),
    listStartingWith: (text) => beginning.all(text, `${text}\u{10ffff}`).map(toCapture),
    close: () => {
      database.close();
    },
  };
}

type ScratchRow = Omit<PlacedCapture, 'warc' | 'length' | 'listedTimestamp'> & WarcPlace;

function toCapture({ file, offset, length, ...row }: ScratchRow): PlacedCapture {
  const warc = { file, offset, length };
  return { ...row, listedTimestamp: row.timestamp, length: String(length), warc };
}
