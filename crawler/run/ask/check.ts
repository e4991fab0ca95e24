import { setImmediate as nextTurn } from 'node:timers/promises';
import { plainText } from '../../core/index.ts';
import { textHash, todaysRules } from '../../derive/index.ts';
import type { Effects } from '../../effects.ts';
import { sha256 } from '../../hash.ts';
import {
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
  /** The same in words; null where there is none. */
  readonly oldRules: string | null;
}

/** Recomputes what the store claims: the file's integrity, hashes of payloads and texts, word diffs, spans of time. */
export async function checkStore(store: Store, effects: Effects): Promise<CheckReport> {
  const problems = [...listIntegrityProblems(store), ...listContradictions(store)];
  const payloads = listPayloadHashes(store);
  for (const [done, payload] of payloads.entries()) {
    // Lets go of what unpacking holds until the next turn.
    await nextTurn();
    effects.progress({ domain: 'payloads', stage: 'derive', done, total: payloads.length });
    problems.push(...checkPayload(store, payload));
  }
  const texts = listTextHashes(store);
  const rules = todaysRules();
  for (const text of texts) problems.push(...checkText(store, text, text.textRules === rules.text));
  const old = new Map(
    listOldPolicies(store).map(({ domain, policy, stage }) => [`${domain}/${policy}`, stage]),
  );
  const steps = listPolicies(store).flatMap(({ domain, policy }) => {
    const stage = old.get(`${domain}/${policy}`);
    if (stage !== undefined && stage !== 'labels') return [];
    return listSteps(store, domain, policy).map((step) => ({ domain, policy, ...step }));
  });
  for (const step of steps) problems.push(...checkStep(store, step));
  return {
    problems,
    payloadCount: payloads.length,
    textCount: texts.length,
    stepCount: steps.length,
    oldPolicyCount: old.size,
    oldRules: describeOldRules(store),
  };
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
function checkStep(
  store: Store,
  { domain, policy, left, right }: { domain: string; policy: string; left: number; right: number },
): string[] {
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
