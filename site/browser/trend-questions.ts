import { parsePhrase, splitByPolicy, type TermRow } from '../../crawler/core/index.ts';
import type { TrendUses } from '../view/trends/uses.ts';
import type { SearchDatabase, SqlQuestion } from './search-database.ts';
import { type Catalogue, readRows } from './search-rows.ts';

/**
 * The question of charts to the search file: how often each version uses a phrase. It reads the index, and of the clauses
 * that hold the phrase which versions they stand in, but no text.
 */

/** Every word of the index with its places; made in memory. Source: sqlite.org/fts5.html, "The fts5vocab Virtual Table Module". */
const PLACES = `create virtual table if not exists temp.places using fts5vocab('main', 'search', 'instance')`;

/** Above every character: the end of all words that begin alike. */
const LAST = '\u{10ffff}';

/** Asks for the clauses that hold a phrase, and how often: the places of its words, each moved back to the first. */
export function placesQuestion({ terms, isPrefix }: TermRow): SqlQuestion {
  const values: string[] = [];
  const tables = terms.map((word, at) => {
    const isBeginning = isPrefix && at === terms.length - 1;
    values.push(word, ...(isBeginning ? [word + LAST] : []));
    const condition = isBeginning ? 'term >= ? and term < ?' : 'term = ?';
    return `w${at} as materialized (select doc, offset - ${at} as start from temp.places where ${condition})`;
  });
  const joined = terms.map((_, at) => `w${at}`).join(' natural join ');
  return {
    sql: `with ${tables.join(', ')} select doc as id, count(*) as uses from ${joined} group by doc order by doc`,
    values,
  };
}

/** How often each version of each policy uses each phrase, as typed. */
export async function countUses(
  database: SearchDatabase,
  catalogue: Catalogue,
  typed: readonly string[],
): Promise<TrendUses[]> {
  await database.all(PLACES);
  const phrases = typed.map((one) => parsePhrase(one)).filter((phrase) => phrase !== null);
  const found = await database.answer<{ id: number; uses: number }>(phrases.map(placesQuestion));
  const ids = [...new Set(found.flatMap((rows) => rows.map(({ id }) => id)))].sort((a, b) => a - b);
  const versions = new Map(
    (await readRows(database, catalogue, ids)).map(({ id, versions: held }) => [id, held]),
  );
  return found.map((rows) =>
    splitByPolicy(catalogue.policies, rows, ({ id }) => id).map(({ policy, items }) => {
      const uses = new Map<number, number>();
      for (const { id, uses: own } of items) {
        for (const version of versions.get(id) ?? []) uses.set(version, (uses.get(version) ?? 0) + own);
      }
      return { domain: policy.domain, policy: policy.policy, uses: [...uses] };
    }),
  );
}
