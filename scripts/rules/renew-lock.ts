import type { LockedStage, RulesLock } from '../../crawler/derive/rules.ts';
import { STAGES, type Stage } from '../../crawler/derive/stages.ts';

const LINE = /"(payload|text|labels|history)": (\{[^{}]*\})/g;

/** What the lock's text says of each stage: more than one thing where two branches met and the conflict still stands. */
export function readLocked(text: string): Map<Stage, LockedStage[]> {
  const found = [...text.matchAll(LINE)].map(
    ([, stage, entry]) => [stage as Stage, JSON.parse(entry!) as LockedStage] as const,
  );
  return new Map(
    STAGES.map((stage) => [stage, found.flatMap(([name, entry]) => (name === stage ? [entry] : []))]),
  );
}

/**
 * The lock for sources and answers as they are now. A stage that answers as before keeps its number, and so does one whose
 * sources are as before: then it was asked other questions. Another gets the next, unless payloads or texts did, since rows of
 * a policy are made anew from the first stage that changed. Labels are no ground of histories.
 */
export function renewLock(
  locked: ReadonlyMap<Stage, readonly LockedStage[]>,
  sources: Readonly<Record<Stage, string>>,
  answers: Readonly<Record<Stage, string>>,
): RulesLock {
  let isCovered = false;
  const entries = STAGES.map((stage) => {
    const known = locked.get(stage) ?? [];
    const number = Math.max(0, ...known.map((entry) => entry.number));
    const isSame = known.some(
      (entry) => entry.answers === answers[stage] || entry.sources === sources[stage],
    );
    const isRaised = number === 0 || (!isSame && !isCovered);
    if (isRaised && (stage === 'payload' || stage === 'text')) isCovered = true;
    return [
      stage,
      { number: isRaised ? number + 1 : number, sources: sources[stage], answers: answers[stage] },
    ];
  });
  return Object.fromEntries(entries) as RulesLock;
}
