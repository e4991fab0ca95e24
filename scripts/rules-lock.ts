/**
 * Renews crawler/derive/rules.lock.json, after any edit of rules and after a merge in conflict over it:
 *
 *     npm run rules:lock
 *     npm run rules:lock -- --again      asks again where no source changed: after a change of the corpus
 *
 * Each stage's sources and its answers on the invented corpus are hashed. The same answers: only the hashes are renewed.
 * Other answers: the stage's number is raised, and the next `crawl` or `derive` makes anew what older rules made.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashRuleSources } from '../crawler/derive/rule-sources.ts';
import { formatRulesLock, type LockedStage } from '../crawler/derive/rules.ts';
import { STAGES, type Stage } from '../crawler/derive/stages.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { hashAnswers } from './rules/answers.ts';
import { readLocked, renewLock } from './rules/renew-lock.ts';

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'crawler/derive/rules.lock.json');

async function main(): Promise<void> {
  const { values } = readFlags(
    { options: { again: { type: 'boolean' } } },
    'npm run rules:lock [-- --again]',
  );
  const locked = readLocked(readFileSync(FILE, 'utf8'));
  const sources = Object.fromEntries(STAGES.map((stage) => [stage, hashRuleSources(ROOT, stage)]));
  if (!values.again && STAGES.every((stage) => isOnly(locked.get(stage), sources[stage]))) {
    console.log('nothing to renew: the sources of all stages are those of the lock');
    return;
  }
  const lock = renewLock(locked, sources as Record<Stage, string>, await hashAnswers());
  writeFileSync(FILE, formatRulesLock(lock));
  for (const stage of STAGES) {
    const last = Math.max(0, ...(locked.get(stage) ?? []).map(({ number }) => number));
    const { number } = lock[stage];
    console.log(
      `${stage}: ${number === last ? `version ${number}, as before` : `version ${number}, was ${last}`}`,
    );
  }
}

const isOnly = (entries: readonly LockedStage[] | undefined, sources: string | undefined) =>
  entries?.length === 1 && entries[0]!.sources === sources;

if (import.meta.main) await runMain(main);
