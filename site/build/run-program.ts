import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleWork } from './astro-build.ts';
import { buildSearch, searchFileIn } from './build-search.ts';
import { type ReusableBuild, readLastBuild } from './last-build.ts';
import type { PageWork, PreparedDataset } from './make-pages.ts';
import type { RecordPlan, SiteSettings } from './plan.ts';
import { copyAssets, findProgram, keepProgram, PROGRAM_PARTS } from './program.ts';
import { copyDataset, type DatasetCopy, keepAddresses, warnOfOldRules } from './publish-dataset.ts';
import { type RunningScript, runScript, type ScriptOptions } from './run-script.ts';

/** Everything that one build needs to know. */
export interface BuildPlan {
  /** Where Astro keeps its intermediate files, and the build what it remembers. */
  readonly astroFolder: string;
  readonly folder: string;
  readonly store: string;
  readonly settings: SiteSettings;
  readonly changePages: number;
  readonly program: string;
  readonly isFull: boolean;
  readonly progress: ((done: number, expected: number) => void) | undefined;
}

/** Where this build records its pages, and what of the build before tells which of them would come out the same. */
function planRecord(reusable: ReusableBuild | null, work: string): RecordPlan {
  if (!reusable) return { folder: work, before: null };
  const reusableFile = join(work, 'reusable.json');
  writeFileSync(reusableFile, JSON.stringify([...reusable.files.keys()]));
  return { folder: work, before: { recordFile: reusable.recordFile, reusableFile } };
}

/** Makes the copy of the store that is published, which pages are made from too. */
async function prepareDataset(plan: BuildPlan, work: string, reusable: ReusableBuild | null) {
  warnOfOldRules(plan.store);
  keepAddresses(plan.store, plan.changePages);
  const dataset = await copyDataset(plan.store, work, reusable ? join(plan.folder, 'data') : null);
  const told: PreparedDataset = { store: dataset.file, dataset: dataset.published };
  return { dataset, told };
}

/** Has Astro bundle the program that makes pages. */
function startBundling({ astroFolder, settings }: BuildPlan, bundled: string, log: string): RunningScript {
  const work: BundleWork = {
    settings,
    serverFolder: join(bundled, PROGRAM_PARTS.server),
    assetsFolder: join(bundled, PROGRAM_PARTS.assets),
  };
  return runScript({
    script: 'astro-build.ts',
    work,
    compiled: join(astroFolder, 'compiled'),
    log,
  });
}

/** Starts what makes pages; it then waits to be told what to read from. */
function startPages(
  { changePages }: BuildPlan,
  work: string,
  program: string,
  reusable: ReusableBuild | null,
  script: Pick<ScriptOptions, 'log' | 'onFiles'>,
): RunningScript {
  const pageWork: PageWork = {
    program,
    folder: join(work, 'site'),
    plan: { changePages, searchFile: searchFileIn(work), record: planRecord(reusable, work) },
  };
  return runScript({
    ...script,
    script: 'make-pages.ts',
    work: pageWork,
    compiled: join(program, 'compiled'),
  });
}

/**
 * Runs what makes the pages, bundled before where it is not kept, while what they read from is prepared: the search file
 * last, which few pages need.
 */
export async function runProgram(
  plan: BuildPlan,
  work: string,
  log: string,
  note: (part: string) => void,
): Promise<{ readonly dataset: DatasetCopy; readonly reusable: ReusableBuild | null }> {
  const reusable = plan.isFull ? null : readLastBuild(plan.astroFolder, plan.folder, plan.program);
  note('plan');
  let expected = 0;
  const onFiles = (done: number) => plan.progress?.(done, Math.max(done, expected));
  const start = (folder: string) => startPages(plan, work, folder, reusable, { log, onFiles });
  const kept = findProgram(plan.astroFolder, plan.program);
  const bundled = join(work, 'program');
  let running = kept ? start(kept) : startBundling(plan, bundled, log);
  try {
    const { dataset, told } = await prepareDataset(plan, work, reusable);
    if (!reusable) expected = dataset.expected;
    if (kept) running.tell(told);
    note('dataset');
    buildSearch(dataset.file, join(work, 'pieces'), work);
    note('search');
    let program = kept;
    if (program === null) {
      await running.ended;
      note('program');
      program = keepProgram(plan.astroFolder, plan.program, bundled);
      running = start(program);
      running.tell(told);
    }
    copyAssets(program, join(work, 'site'));
    await running.ended;
    return { dataset, reusable };
  } finally {
    running.stop();
    await running.ended.catch(() => {});
  }
}
