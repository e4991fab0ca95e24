/**
 * Learns from openly licensed policies which words stand under which kind of heading, and writes the weights that
 * `crawler/core/topics/model.ts` reads. The sources, with their licences and what is to be said of them, stand in
 * `train-topics/sources.json`; services of `train-topics/leave-out.txt` are never read. No text is kept.
 *
 *     node scripts/train-topics.ts en crawler/core/topics/weights-en.ts FOLDER…
 *
 * A FOLDER holds Markdown files as `Service/Privacy Policy.md`, or is a git directory whose newest commit does.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { ENGLISH_RULES } from '../crawler/core/topics/en.ts';
import { ENGLISH_HEADINGS } from '../crawler/core/topics/headings-en.ts';
import { WEIGHT_UNIT } from '../crawler/core/topics/model.ts';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { type Example, listExamples } from './train-topics/examples.ts';
import { makeLeaveOut, readSource } from './train-topics/read-sources.ts';
import { type Examples, learnTopic, scoreExample } from './train-topics/regression.ts';

const RULES = { en: [ENGLISH_HEADINGS, ENGLISH_RULES] } as const;
/** A word or pair counts from so many services and clauses on. */
const MIN_SERVICES = 5;
const MIN_CLAUSES = 12;
/** Words and pairs shipped. */
const SHIPPED = 6500;
/** Weights nearer to zero, in units, are left out. */
const LEAST = 3;
const FOLDS = 2;
/** Topics that together are a practice of its own: the model also learns what they have in common. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'any-collection-or-use': ['collection', 'use', 'log-files', 'cookies', 'analytics', 'location'],
  'any-third-party': ['third-parties', 'advertising', 'legal-disclosure', 'transfer-buyer'],
};

function gather(language: keyof typeof RULES, folders: readonly string[]): Example[] {
  const isLeftOut = makeLeaveOut(
    readFileSync(new URL('train-topics/leave-out.txt', import.meta.url), 'utf8'),
  );
  const [headings, rules] = RULES[language];
  const seen = new Set<string>();
  return folders
    .flatMap((folder) => readSource(folder, isLeftOut))
    .filter((policy) => policy.language === language)
    .flatMap((policy) => listExamples(policy, headings, rules))
    .filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** The words and pairs that enough services use. */
function chooseFeatures(examples: readonly Example[]): string[] {
  const services = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { service, features } of examples) {
    for (const feature of features) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
      const own = services.get(feature);
      if (own) own.add(service);
      else services.set(feature, new Set([service]));
    }
  }
  return [...counts.keys()].filter(
    (feature) => services.get(feature)!.size >= MIN_SERVICES && counts.get(feature)! >= MIN_CLAUSES,
  );
}

function number(examples: readonly Example[], names: readonly string[], topics: readonly string[]): Examples {
  const numbers = new Map(names.map((name, at) => [name, at]));
  return {
    featureCount: names.length,
    features: examples.map(({ features }) =>
      Uint32Array.from([...features].map((one) => numbers.get(one) ?? -1).filter((one) => one >= 0)),
    ),
    targets: topics.map((topic) => {
      const members = GROUPS[topic] ?? [topic];
      return Int8Array.from(examples, (example) => (members.some((one) => example.topics.has(one)) ? 1 : 0));
    }),
  };
}

const hash = (text: string) =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);

/** Scores of every example for a topic by weights that have not seen its service. */
function scoreUnseen(examples: Examples, folds: readonly number[], topic: number): Float64Array {
  const scores = new Float64Array(examples.features.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = folds.flatMap((own, at) => (own === fold ? [] : [at]));
    const weights = learnTopic(examples, topic, seen);
    folds.forEach((own, at) => {
      if (own === fold) scores[at] = scoreExample(weights, examples.features[at]!);
    });
  }
  return scores;
}

/** What stands under a heading is not always on it: examples on which other services' words speak loudly against. */
function clean(examples: Examples, folds: readonly number[]): void {
  examples.targets.forEach((target, topic) => {
    const scores = scoreUnseen(examples, folds, topic);
    scores.forEach((score, at) => {
      if (target[at] === 1 && score < -2.5) target[at] = 0;
      else if (target[at] === 0 && score > 1.5) target[at] = 1;
      else if (target[at] === 0 && score > 0) target[at] = -1;
    });
  });
}

function report(examples: Examples, folds: readonly number[], topics: readonly string[]): void {
  let [hits, given, wanted] = [0, 0, 0];
  topics.forEach((topic, at) => {
    const scores = scoreUnseen(examples, folds, at);
    let [own, said, truth] = [0, 0, 0];
    scores.forEach((score, n) => {
      const isTrue = examples.targets[at]![n] === 1;
      if (score > 0) said++;
      if (isTrue) truth++;
      if (score > 0 && isTrue) own++;
    });
    [hits, given, wanted] = [hits + own, given + said, wanted + truth];
    process.stderr.write(`${topic.padEnd(18)} ${truth}\t${((200 * own) / (said + truth)).toFixed(1)}\n`);
  });
  process.stderr.write(`micro F1 ${((200 * hits) / (given + wanted)).toFixed(1)}\n`);
}

const USAGE = 'node scripts/train-topics.ts en crawler/core/topics/weights-en.ts FOLDER…';

function readOptions() {
  const [language, target, ...folders] = readFlags({ allowPositionals: true }, USAGE).positionals;
  if (language === 'en' && target !== undefined && folders.length > 0)
    return { language, target, folders } as const;
  throw new UserError('a language with rules, a file to write and folders are needed', `Usage: ${USAGE}`);
}

function main(): void {
  const { language, target, folders } = readOptions();
  const texts = gather(language, folders);
  const topics = [...new Set(texts.flatMap((example) => [...example.topics]))]
    .sort()
    .concat(Object.keys(GROUPS));
  const folds = texts.map(({ service }) => hash(service) % FOLDS);
  const names = chooseFeatures(texts);
  process.stderr.write(
    `${texts.length} clauses of ${new Set(texts.map((t) => t.service)).size} services, ${names.length} words and pairs\n`,
  );
  const all = number(texts, names, topics);
  clean(all, folds);
  if (process.env.REPORT) report(all, folds, topics);
  const numbers = texts.map((_, at) => at);
  const first = topics.map((_, topic) => learnTopic(all, topic, numbers));
  const counts = new Float64Array(names.length);
  for (const features of all.features) for (const feature of features) counts[feature]!++;
  const worth = names.map(
    (_, at) => Math.max(...first.map((w) => Math.abs(w[at]!))) * Math.sqrt(counts[at]!),
  );
  const kept = names
    .map((_, at) => at)
    .sort((a, b) => worth[b]! - worth[a]!)
    .slice(0, SHIPPED)
    .sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  const shipped = kept.map((at) => names[at]!);
  const few = { ...number(texts, shipped, topics), targets: all.targets };
  const weights = topics.map((_, topic) => learnTopic(few, topic, numbers));
  writeFileSync(target, pack(topics, shipped, weights));
}

function pack(topics: readonly string[], names: readonly string[], weights: readonly Float64Array[]): string {
  const whole = (value: number) => Math.round(value * WEIGHT_UNIT);
  const lines = names.map((name, at) => {
    const own = weights.map((w) => whole(w[at]!));
    const parts = own.flatMap((w, t) => (Math.abs(w) >= LEAST ? [`${String.fromCharCode(97 + t)}${w}`] : []));
    return `${name}:${parts.join('')}`;
  });
  const biases = weights.map((w) => whole(w.at(-1)!));
  const packed = [topics.join(' '), biases.join(' '), ...lines.filter((line) => !line.endsWith(':'))].join(
    ';',
  );
  return `/** Made by scripts/train-topics.ts from the sources it names; read by model.ts. */\nexport const WEIGHTS =\n  '${packed}';\n`;
}

await runMain(main);
