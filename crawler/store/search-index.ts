import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { listTerms, listUnits } from '../core/index.ts';
import type { Store } from './open.ts';
import {
  createSearchFile,
  makeSearchFile,
  prepareWriting,
  type SearchFile,
  Vocabulary,
} from './search-file.ts';
import { gatherClauses, type PolicyRow, prepareReading } from './search-gather.ts';

/**
 * The search file that is kept beside a store, for questions from the command line. It is derived: seals tell which policies
 * changed since, those alone are read again, and whoever deletes it loses nothing but the time to make it.
 */

/** To be raised with what the file holds or how: a file of another number is made anew. */
const FORMAT = 3;

const SCHEMA = `
  create table made_from (policy integer primary key, seal text not null);
  create unique index policies_by_name on policies (domain, policy);`;

export const searchIndexOf = (storeFile: string): string => `${storeFile}-search`;

interface KeptPolicy {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly seal: string | null;
}

type SealedPolicy = PolicyRow & { readonly seal: string };

/** What tells that a policy is as it was read: its seal; of one that is not sealed yet, what its versions are made of. */
function listSealed(store: Store): SealedPolicy[] {
  const seals = new Map(store.prepare('select policy_id, hash from seals').raw().all() as [number, string][]);
  const unsealed = store
    .prepare(
      `select 'unsealed ' || count(*) || ' ' || max(id) || ' ' || sum(text_id) || ' ' || max(label_rules) || ' ' || max(history_rules)
       from versions where policy_id = ?`,
    )
    .pluck();
  return prepareReading(store)
    .listPolicies(null)
    .map((policy) => ({ ...policy, seal: seals.get(policy.id) ?? (unsealed.get(policy.id) as string) }));
}

const nameOf = ({ domain, policy }: Pick<PolicyRow, 'domain' | 'policy'>) => `${domain}/${policy}`;

/** Takes a policy out, with its words. */
function prepareRemoving(file: SearchFile): (policyId: number) => void {
  const rows = file.prepare(
    `select t.id, text, language from texts t join policies p on t.id between first_row and last_row where p.id = ?`,
  );
  const forget = file.prepare("insert into search (search, rowid, terms) values ('delete', ?, ?)");
  const useLess = file.prepare('update words set uses = uses - 1 where word = ? and language = ?');
  const lessClauses = file.prepare('update languages set clauses = clauses - 1 where code = ?');
  const remove = [
    'delete from texts where id between (select first_row from policies where id = :id) and (select last_row from policies where id = :id)',
    'delete from histories where policy = :id',
    'delete from made_from where policy = :id',
    'delete from policies where id = :id',
  ].map((sql) => file.prepare(sql));
  return (id) => {
    for (const row of rows.all(id) as { id: number; text: string; language: string }[]) {
      const units = listUnits(row.text);
      forget.run(BigInt(row.id), listTerms(row.text, units).join(' '));
      for (const word of new Set(units.filter(({ isSign }) => !isSign).map(({ text }) => text)))
        useLess.run(word, row.language);
      lessClauses.run(row.language);
    }
    for (const statement of remove) statement.run({ id });
  };
}

/** Brings the file to what the store holds. Returns how many policies were read. */
function refresh(store: Store, file: SearchFile, tell: (count: number) => void): number {
  const wanted = listSealed(store);
  const kept = file
    .prepare(
      'select p.id, p.domain, p.policy, m.seal from policies p left join made_from m on m.policy = p.id',
    )
    .all() as KeptPolicy[];
  const sealOf = new Map(kept.map((policy) => [nameOf(policy), policy.seal]));
  const changed = wanted.filter(
    (policy) => policy.seal === null || sealOf.get(nameOf(policy)) !== policy.seal,
  );
  const stays = new Set(wanted.filter((policy) => !changed.includes(policy)).map(nameOf));
  const gone = kept.filter((policy) => !stays.has(nameOf(policy)));
  if (changed.length + gone.length === 0) return 0;
  tell(changed.length);
  const remove = prepareRemoving(file);
  const read = prepareReading(store);
  const vocabulary = new Vocabulary();
  for (const { id } of gone) remove(id);
  const write = prepareWriting(file, vocabulary);
  const note = file.prepare('insert into made_from values (?, ?)');
  let last = file.prepare('select ifnull(max(id), 0) from policies').pluck().get() as number;
  for (const policy of changed) {
    const versions = read.listVersions(policy.id);
    write(++last, policy, versions, gatherClauses(versions, read.mapFlags(policy.id), read.listPlaced));
    note.run(last, policy.seal);
  }
  vocabulary.writeTo(file);
  file.exec('delete from words where uses <= 0');
  return changed.length;
}

function openKept(path: string): SearchFile {
  const file = new Database(path, { timeout: 60_000 });
  file.pragma('journal_mode = wal');
  // Lost power costs the file, which is made anew, and nothing else.
  file.pragma('synchronous = off');
  return file;
}

/** Opens what lies there; what is of another format, or damaged, is thrown away. */
function openOrCreate(path: string): SearchFile {
  for (const isLast of [false, true]) {
    let file: SearchFile | undefined;
    try {
      file = openKept(path);
      const version = file.pragma('user_version', { simple: true });
      if (version === FORMAT) return file;
      if (version === 0 && file.prepare('select count(*) from sqlite_schema').pluck().get() === 0) {
        const made = file;
        made
          .transaction(() => {
            createSearchFile(made);
            made.exec(SCHEMA);
            made.pragma(`user_version = ${FORMAT}`);
          })
          .immediate();
        return made;
      }
      file.close();
    } catch (error) {
      file?.close();
      if (isLast) throw error;
    }
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  }
  throw new Error(`${path} cannot be made`);
}

function mayWrite(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The search file of a store, up to date; the caller closes it. `tell` hears how many policies are read first. Where nothing
 * may be written beside the store it is made in memory, of one domain alone where that is named.
 */
export function openSearchIndex(
  store: Store,
  storeFile: string,
  tell: (count: number) => void,
  domain?: string,
): SearchFile {
  const path = searchIndexOf(storeFile);
  if (storeFile === ':memory:' || !mayWrite(path)) return makeSearchFile(store, ':memory:', domain);
  const file = openOrCreate(path);
  try {
    file.transaction(() => refresh(store, file, tell)).immediate();
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
