import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hashRuleSources } from './rule-sources.ts';
import { type Rules, STAGES, type Stage } from './stages.ts';

/** What is committed of a stage: its number, and hashes of its sources and of its answers on the invented corpus. */
export interface LockedStage {
  readonly number: number;
  readonly sources: string;
  readonly answers: string;
}

export type RulesLock = Readonly<Record<Stage, LockedStage>>;

const LOCK = new URL('./rules.lock.json', import.meta.url);

/** The committed lock; `npm run rules:lock` renews it. */
export const readRulesLock = (): RulesLock => JSON.parse(readFileSync(LOCK, 'utf8')) as RulesLock;

/** The lock as it is committed: a line for each stage. */
export function formatRulesLock(lock: RulesLock): string {
  const lines = STAGES.map((stage) => {
    const { number, sources, answers } = lock[stage];
    return `  "${stage}": { "number": ${number}, "sources": "${sources}", "answers": "${answers}" }`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

let todays: Rules | undefined;

/** Says what today's rules are called, for whoever renews the lock and must not depend on it. */
export function nameRules(rules: Rules): void {
  todays = rules;
}

/**
 * The version of the rules of each stage, as rows made today carry it: its number (`3`); in a checkout whose sources are not
 * those of the lock the number and part of their hash (`3+1f0c9a2b`), so that rows made by rules that nobody numbered are
 * known as such, too. A built package has no sources and stands by the lock it was built with.
 */
export function todaysRules(): Rules {
  if (todays) return todays;
  const lock = readRulesLock();
  const root = import.meta.url.endsWith('.ts') ? fileURLToPath(new URL('../..', import.meta.url)) : null;
  todays = Object.fromEntries(
    STAGES.map((stage) => {
      const { number, sources } = lock[stage];
      const found = root === null ? sources : hashRuleSources(root, stage);
      return [stage, found === sources ? String(number) : `${number}+${found.slice(0, 8)}`];
    }),
  ) as Record<Stage, string>;
  return todays;
}
