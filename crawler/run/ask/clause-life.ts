import { listWords, plainText } from '../../core/index.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { type LineageClause, listLineageClauses, mapVersionSpans, type Store } from '../../store/index.ts';

/** A stretch of versions in which a clause stood unchanged, or (text null) did not stand at all. */
export interface ClauseState {
  readonly text: string | null;
  /** What led to this state. */
  readonly event: 'first seen' | 'edited' | 'returned' | 'not present';
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly versions: readonly number[];
}

export interface ClauseLife {
  readonly lineage: number;
  readonly label: string;
  readonly states: readonly ClauseState[];
}

/** Share of the asked words that a text holds, its label counting too; longer texts give way to shorter ones. */
function likeness(asked: ReadonlySet<string>, clause: LineageClause): number {
  const words = new Set(listWords(`${clause.label} ${plainText(clause.text)}`.toLowerCase()));
  const held = [...asked].filter((word) => words.has(word)).length;
  return held / asked.size - words.size / 100_000;
}

/**
 * The life of the clause whose text or label, in any version, holds most of the words asked for: its states from the
 * first version that has it, absences between and after included. Throws a UserError where no clause holds any.
 */
export function describeClauseLife(
  store: Store,
  place: { domain: string; policy: string },
  text: string,
): ClauseLife {
  const clauses = listLineageClauses(store, place.domain, place.policy);
  const asked = new Set(listWords(text.toLowerCase()));
  let best: LineageClause | null = null;
  let bestFit = 0;
  for (const clause of clauses) {
    const score = asked.size === 0 || clause.kind === 'heading' ? 0 : likeness(asked, clause);
    if (score > bestFit) [best, bestFit] = [clause, score];
  }
  if (!best) {
    throw new UserError(
      `no clause of ${place.domain}/${place.policy} holds any word of '${text}'`,
      'Try other words, or see the clauses on the site.',
      exitCodes.nothingFound,
    );
  }
  const { lineage, label } = best;
  const own = clauses.filter((clause) => clause.lineage === lineage);
  return { lineage, label, states: listStates(own, mapVersionSpans(store, place.domain, place.policy)) };
}

function listStates(
  own: readonly LineageClause[],
  spans: ReadonlyMap<number, { firstSeen: string; lastSeen: string }>,
): ClauseState[] {
  const textOf = new Map(own.map((clause) => [clause.version, clause.text]));
  const first = own[0]!.version;
  const states: (Omit<ClauseState, 'lastSeen' | 'versions'> & { lastSeen: string; versions: number[] })[] =
    [];
  for (const [version, { firstSeen, lastSeen }] of spans) {
    if (version < first) continue;
    const text = textOf.get(version) ?? null;
    const open = states.at(-1);
    if (open && open.text === text) {
      open.lastSeen = lastSeen;
      open.versions.push(version);
      continue;
    }
    const event =
      text === null ? 'not present' : !open ? 'first seen' : open.text === null ? 'returned' : 'edited';
    states.push({ text, event, firstSeen, lastSeen, versions: [version] });
  }
  return states;
}
