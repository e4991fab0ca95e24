import { setImmediate as nextTurn } from 'node:timers/promises';
import { plainText } from '../../core/index.ts';
import { textHash, todaysRules } from '../../derive/index.ts';
import type { Effects } from '../../effects.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { sha256 } from '../../hash.ts';
import {
  iterateBrokenSeals,
  listContradictions,
  listIntegrityProblems,
  listPayloadHashes,
  listPolicies,
  listSteps,
  listTextHashes,
  readPayload,
  readStep,
  readText,
  readVersion,
  type StalePolicy,
  type Store,
} from '../../store/index.ts';
import { describeOldRules, listOldPolicies } from './rules.ts';

export interface CheckReport {
  readonly problems: readonly string[];
  readonly payloadCount: number;
  readonly textCount: number;
  readonly stepCount: number;
  /** Policies made by other rules than today's. They are sound by their own rules, by which nobody can judge any more. */
  readonly oldPolicyCount: number;
  /** That count in words; null where it is 0. */
  readonly oldRules: string | null;
}

/** What a part of the store is found to be; where it cannot even be read, that is what is wrong with it. */
function attempt(what: string, look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    return [`${what}: cannot be read (${(error as Error).message})`];
  }
}

/** The same for a list of things to look at: an empty one where there is none to be had. */
function attemptList<T>(what: string, problems: string[], list: () => readonly T[]): readonly T[] {
  let found: readonly T[] = [];
  problems.push(
    ...attempt(what, () => {
      found = list();
      return [];
    }),
  );
  return found;
}

/** Looks at one thing after the other; between two of them signals get their turn. */
async function lookAtEach<T>(
  things: readonly T[],
  { name, effects, problems }: { name: string; effects: Effects; problems: string[] },
  look: (thing: T) => readonly string[],
): Promise<void> {
  for (const [done, thing] of things.entries()) {
    await nextTurn();
    if (effects.isStopping()) return;
    effects.progress({ domain: name, phase: 'derive', done, total: things.length });
    problems.push(...look(thing));
  }
}

/** What the file and its rows show to be wrong, without what they were made from. */
function checkRows(store: Store): string[] {
  return [
    ...attempt('the file', () => listIntegrityProblems(store)),
    ...attempt('the rows', () =>
      [...iterateBrokenSeals(store)].map(
        (name) => `${name}: not all rows are as they were written (damage, or another program’s edit)`,
      ),
    ),
  ];
}

async function checkPayloads(store: Store, effects: Effects, problems: string[]): Promise<number> {
  const payloads = attemptList('the payloads', problems, () => listPayloadHashes(store));
  await lookAtEach(payloads, { name: 'payloads', effects, problems }, (payload) =>
    checkPayload(store, payload),
  );
  return payloads.length;
}

async function checkTexts(store: Store, effects: Effects, problems: string[]): Promise<number> {
  const texts = attemptList('the texts', problems, () => listTextHashes(store));
  const rules = todaysRules();
  await lookAtEach(texts, { name: 'texts', effects, problems }, (text) =>
    attempt(`text ${text.id}`, () => checkText(store, text, text.textRules === rules.text)),
  );
  return texts.length;
}

/**
 * Recomputes what the store claims: the file's integrity, seals of rows, hashes of payloads and texts, word diffs, spans of
 * time. Whatever cannot be read is a problem among the others, and the rest is looked at all the same.
 */
export async function checkStore(store: Store, effects: Effects): Promise<CheckReport> {
  const problems = [...checkRows(store), ...listContradictions(store)];
  const payloadCount = await checkPayloads(store, effects, problems);
  const textCount = await checkTexts(store, effects, problems);
  const old = attemptList('the rules', problems, () => listOldPolicies(store));
  const steps = attemptList('the comparisons', problems, () => listJudgedSteps(store, old));
  await lookAtEach(steps, { name: 'comparisons', effects, problems }, (step) =>
    attempt(`${step.domain}/${step.policy}, version ${step.right}`, () => checkStep(store, step)),
  );
  return {
    ...{ problems, payloadCount, textCount, stepCount: steps.length },
    oldPolicyCount: old.length,
    oldRules: old.length === 0 ? null : describeOldRules(store),
  };
}

/**
 * Looks at all that an export ships before any of it leaves the house: rows and texts, payloads where they go along.
 * @throws UserError (exit 6) naming what is damaged
 */
export async function verifyStore(
  store: Store,
  file: string,
  shipsPayloads: boolean,
  effects: Effects,
): Promise<void> {
  const problems = checkRows(store);
  await checkTexts(store, effects, problems);
  if (shipsPayloads) await checkPayloads(store, effects, problems);
  const [first, ...more] = problems;
  if (first === undefined) return;
  throw new UserError(
    `store ${file} is damaged: ${first}${more.length > 0 ? `, and ${more.length} more` : ''}`,
    'Nothing was exported. `palimpsest check` names all of it; derived state is rebuilt by `palimpsest derive --whole`, damaged payloads must come from a copy.',
    exitCodes.store,
  );
}

interface StepName {
  readonly domain: string;
  readonly policy: string;
  readonly left: number;
  readonly right: number;
}

/** Steps that today's rules made: what older ones made cannot be recomputed. */
function listJudgedSteps(store: Store, old: readonly StalePolicy[]): StepName[] {
  const unjudged = new Set(
    old.flatMap(({ domain, policy, stage }) => (stage === 'labels' ? [] : [`${domain}/${policy}`])),
  );
  return listPolicies(store).flatMap(({ domain, policy }) =>
    unjudged.has(`${domain}/${policy}`)
      ? []
      : listSteps(store, domain, policy).map(({ left, right }) => ({ domain, policy, left, right })),
  );
}

function checkPayload(store: Store, payload: { id: number; hash: string; lengthBytes: number }): string[] {
  try {
    const bytes = readPayload(store, payload.id);
    if (sha256(bytes) !== payload.hash)
      return [`payload ${payload.id}: its bytes do not have the hash ${payload.hash}`];
    if (bytes.length !== payload.lengthBytes)
      return [`payload ${payload.id}: holds ${bytes.length} bytes, not ${payload.lengthBytes}`];
    return [];
  } catch (error) {
    return [`payload ${payload.id}: cannot be unpacked (${(error as Error).message})`];
  }
}

function checkText(
  store: Store,
  text: { id: number; markdownHash: string; textHash: string },
  isOfToday: boolean,
): string[] {
  const { markdown } = readText(store, text.id);
  return [
    ...(sha256(markdown) === text.markdownHash
      ? []
      : [`text ${text.id}: its Markdown does not have the hash ${text.markdownHash}`]),
    ...(!isOfToday || textHash(markdown) === text.textHash
      ? []
      : [`text ${text.id}: its words do not have the hash ${text.textHash}`]),
  ];
}

/** Every word diff must turn the left clauses' text into the right ones'. */
function checkStep(store: Store, { domain, policy, left, right }: StepName): string[] {
  const step = readStep(store, domain, policy, right);
  const sides = [
    readVersion(store, domain, policy, left),
    readVersion(store, domain, policy, right),
  ] as const;
  if (!step || !sides[0] || !sides[1])
    return [`${domain}/${policy}: versions ${left} and ${right} cannot be read`];
  const textOf = (side: 0 | 1, positions: readonly number[]) =>
    positions.map((position) => plainText(sides[side]!.clauses[position]!.text)).join(' ');
  return step.changes.flatMap((change, k) => {
    if (change.spans.length === 0) return [];
    const without = (kind: string) =>
      change.spans
        .filter((span) => span[0] !== kind)
        .map((span) => span[1])
        .join('');
    const isRight =
      without('added') === textOf(0, change.left) && without('removed') === textOf(1, change.right);
    return isRight
      ? []
      : [`${domain}/${policy}: change ${k} from version ${left} to ${right} does not give the texts`];
  });
}
