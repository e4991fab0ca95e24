/**
 * The gists of a store beside what changed, for reading, and what can be checked of them by machine: none empty, none over its
 * length, none that quotes or names what its two texts do not hold.
 *
 *   node scripts/bench/gists.ts STORE [COUNT [SEED]]
 *
 * COUNT steps (60) are drawn, always the same of the same store and SEED: rules mended on one draw are judged on another. Ends with an error where a gist is wrong. The check is also
 * used by the tests.
 */
import { describeChanges, LONG_GIST, SHORT_GIST, seededRandom } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import {
  listPolicies,
  listSteps,
  openStoreReadOnly,
  readStep,
  readVersion,
  type Store,
} from '../../crawler/store/index.ts';

export interface ToldStep {
  readonly name: string;
  readonly gist: string;
  readonly short: string;
  /** The changes as sentences, those of most words first. */
  readonly changes: readonly string[];
  /** What is wrong with its gist. */
  readonly faults: readonly string[];
}

const squash = (text: string) => text.replace(/\s+/g, ' ');

/** What a gist quotes, without the signs of what was left out. */
function listQuotes(gist: string): string[] {
  return [...gist.matchAll(/“([^”]*)”/g)]
    .flatMap(([, quoted]) => quoted!.split(' … '))
    .map((piece) => piece.replace(/^…|…$/g, ''));
}

/** Names said to have come or gone. */
function listNames(gist: string): { came: string[]; went: string[] } {
  const read = (pattern: RegExp) =>
    (pattern.exec(gist.replace(/“[^”]*”/g, ''))?.[1] ?? '')
      .replace(/ and \d+ more$/, '')
      .split(/, | and /)
      .filter(Boolean);
  return {
    came: read(/(?:^|; )(?<!longer )names ([^;“]+?)(?:;|\.$)/i),
    went: read(/no longer names ([^;“]+?)(?:;|\.$)/i),
  };
}

type Version = NonNullable<ReturnType<typeof readVersion>>;
type Step = NonNullable<ReturnType<typeof readStep>>;

function findFaults(step: Step, left: Version, right: Version): string[] {
  const { gist, gistShort } = step;
  if (!gist || !gistShort) return ['has no gist'];
  const faults: string[] = [];
  if (gist.length > LONG_GIST) faults.push(`has ${gist.length} characters`);
  if (gistShort.length > SHORT_GIST) faults.push(`has ${gistShort.length} characters in its short form`);
  const texts = squash(
    [left, right]
      .map(({ markdown }) => markdown.replace(/\\(?=[^\w\s])|[*_`]|\]\([^)]*\)|\[/g, ''))
      .join('\n'),
  ).replace(/[*_`[\]\\“”]/g, '');
  for (const quoted of [...listQuotes(gist), ...listQuotes(gistShort)]) {
    const plain = squash(quoted.replace(/[*_`[\]\\“]/g, ''));
    if (!texts.includes(plain.trim())) faults.push(`quotes “${quoted}”, which is in neither text`);
  }
  const [was, is] = [left, right].map(({ clauses }) => new Set(clauses.flatMap(({ names = [] }) => names)));
  const { came, went } = listNames(gist);
  for (const name of came)
    if (!is!.has(name) || was!.has(name)) faults.push(`names ${name}, which did not come`);
  for (const name of went)
    if (!was!.has(name) || is!.has(name)) faults.push(`names ${name}, which did not go`);
  return faults;
}

/** Every step of a store's policies with its gist, checked. */
export function* tellSteps(store: Store): Generator<ToldStep> {
  for (const { domain, policy } of listPolicies(store)) {
    for (const { left, right } of listSteps(store, domain, policy)) {
      const step = readStep(store, domain, policy, right)!;
      const [was, is] = [left, right].map((version) => readVersion(store, domain, policy, version)!) as [
        Version,
        Version,
      ];
      const sentences = describeChanges(step, was.clauses, is.clauses);
      const words = ({ wordsAdded, wordsRemoved }: Step['changes'][number]) => wordsAdded + wordsRemoved;
      yield {
        name: `${domain}/${policy} ${was.slug}--${is.slug}`,
        gist: step.gist ?? '',
        short: step.gistShort ?? '',
        changes: step.changes
          .map((change, at) => ({ sentence: sentences[at]!, words: words(change) }))
          .sort((one, other) => other.words - one.words)
          .map(({ sentence }) => sentence),
        faults: findFaults(step, was, is),
      };
    }
  }
}

/** As many steps as are wanted, always the same of the same list and seed. */
function draw<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = seededRandom(seed);
  return all
    .map((one) => ({ one, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ one }) => one);
}

if (import.meta.main) {
  await runMain(async () => {
    const usage = 'node scripts/bench/gists.ts STORE [COUNT [SEED]]';
    const { positionals } = readFlags({ allowPositionals: true }, usage);
    const [file, count = '60', seed = '20261130'] = positionals;
    if (!file) throw new UserError('No store is named.', `Name one: ${usage}`);
    const steps = [...tellSteps(openStoreReadOnly(file))];
    draw(steps, Number(count), Number(seed)).forEach(({ name, gist, short, changes }, at) => {
      const shown = changes.slice(0, 6).map((sentence) => `   - ${squash(sentence).slice(0, 300)}`);
      console.log([`${at + 1}. ${name}`, `   ${gist}`, `   [${short}]`, ...shown, ''].join('\n'));
    });
    const wrong = steps.filter(({ faults }) => faults.length > 0);
    for (const { name, faults } of wrong) console.log(`${name}: ${faults.join('; ')}`);
    console.log(`${steps.length} steps, ${wrong.length} gists with a fault`);
    if (wrong.length > 0) process.exitCode = 1;
  });
}
