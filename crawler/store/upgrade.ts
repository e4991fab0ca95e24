import type { Store } from './open.ts';

/** The oldest schema that can be brought up to date: since then tables and views were only added. */
const OLDEST_UPGRADABLE = 3;
/** The newest schema that lacks something of today's. */
const NEWEST_UPGRADABLE = 5;

/** Whether a store of this schema version can be brought up to date without losing anything. */
export const isUpgradable = (version: number): boolean =>
  version >= OLDEST_UPGRADABLE && version <= NEWEST_UPGRADABLE;

/** Adds the tables and indices that an older store lacks, and makes all views anew from `schema`, the text of schema.sql. */
export function upgradeSchema(store: Store, schema: string, version: number): void {
  const statements = [...schema.matchAll(/^create (?:unique )?(table|index|view) (\w+)[\s\S]*?;$/gm)];
  store.transaction(() => {
    const views = store
      .prepare("select name from sqlite_schema where type = 'view'")
      .pluck()
      .all() as string[];
    for (const view of views) store.exec(`drop view "${view}"`);
    const known = new Set(store.prepare('select name from sqlite_schema').pluck().all());
    for (const [statement, , name] of statements) if (!known.has(name)) store.exec(statement);
    store.pragma(`user_version = ${version}`);
  })();
}
