import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSearch, searchFileIn } from './build-search.ts';
import { readLastBuild, type Standing } from './last-build.ts';
import { copyAssets, findProgram, keepProgram, PROGRAM_PARTS } from './program.ts';
import { copyDataset, type DatasetCopy, keepAddresses } from './publish-dataset.ts';
import { type RunningScript, runScript, type ScriptOptions } from './run-script.ts';

/** Everything that one build needs to know. */
export interface Plan {
  /** Where Astro keeps its intermediate files, and the build what it remembers. */
  readonly astroFolder: string;
  readonly folder: string;
  readonly store: string;
  readonly base: string | undefined;
  readonly changePages: number;
  readonly program: string;
  readonly isFull: boolean;
  readonly progress: ((done: number, expected: number) => void) | undefined;
}

/** What the pages need to know of the build before, to tell which of them would come out the same. */
function tellStanding(standing: Standing | null, work: string): NodeJS.ProcessEnv {
  if (!standing) return {};
  const file = join(work, 'standing.json');
  writeFileSync(file, JSON.stringify([...standing.files.keys()]));
  return { PALIMPSEST_BEFORE: standing.recordFile, PALIMPSEST_STANDING: file };
}

/** Makes the copy of the store that is published, which pages are made from too. */
function prepareDataset(plan: Plan, work: string) {
  keepAddresses(plan.store, plan.changePages);
  const dataset = copyDataset(plan.store, work);
  return {
    dataset,
    variables: { PALIMPSEST_STORE: dataset.file, PALIMPSEST_DATASET: JSON.stringify(dataset.published) },
  };
}

/** Has Astro bundle the program that makes pages. */
function startBundling({ astroFolder, base }: Plan, bundled: string, log: string): RunningScript {
  return runScript({
    script: 'astro-build.ts',
    environment: {
      PALIMPSEST_BUNDLE: join(bundled, PROGRAM_PARTS.server),
      PALIMPSEST_OUT: join(bundled, PROGRAM_PARTS.assets),
      ...(base ? { PALIMPSEST_BASE: base } : {}),
    },
    compiled: join(astroFolder, 'compiled'),
    log,
  });
}

/** Starts what makes pages; it then waits to be told what to read from. */
function startPages(
  { changePages }: Plan,
  work: string,
  program: string,
  standing: Standing | null,
  script: Pick<ScriptOptions, 'log' | 'onFiles'>,
): RunningScript {
  return runScript({
    ...script,
    script: 'make-pages.ts',
    environment: {
      PALIMPSEST_PROGRAM: program,
      PALIMPSEST_OUT: join(work, 'site'),
      PALIMPSEST_CHANGE_PAGES: String(changePages),
      PALIMPSEST_SEARCH: searchFileIn(work),
      PALIMPSEST_AFTER: work,
      ...tellStanding(standing, work),
    },
    compiled: join(program, 'compiled'),
  });
}

/**
 * Runs what makes the pages, bundled before where it is not kept, while what they read from is prepared: the search file
 * last, which few pages need.
 */
export async function runProgram(
  plan: Plan,
  work: string,
  log: string,
  note: (part: string) => void,
): Promise<{ readonly dataset: DatasetCopy; readonly standing: Standing | null }> {
  const standing = plan.isFull ? null : readLastBuild(plan.astroFolder, plan.folder, plan.program);
  note('plan');
  let expected = 0;
  const onFiles = (done: number) => plan.progress?.(done, Math.max(done, expected));
  const start = (folder: string) => startPages(plan, work, folder, standing, { log, onFiles });
  const kept = findProgram(plan.astroFolder, plan.program);
  const bundled = join(work, 'program');
  let running = kept ? start(kept) : startBundling(plan, bundled, log);
  try {
    const { dataset, variables } = prepareDataset(plan, work);
    if (!standing) expected = dataset.expected;
    if (kept) running.tell(variables);
    note('dataset');
    buildSearch(dataset.file, join(work, 'pieces'), work);
    note('search');
    let program = kept;
    if (program === null) {
      await running.ended;
      note('program');
      program = keepProgram(plan.astroFolder, plan.program, bundled);
      running = start(program);
      running.tell(variables);
    }
    copyAssets(program, join(work, 'site'));
    await running.ended;
    return { dataset, standing };
  } finally {
    running.stop();
    await running.ended.catch(() => {});
  }
}
