import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentPlan } from './plan.ts';
import { type Answered, compareAnswers, gatherQuestions, listAnswers } from './questions.ts';

/**
 * Which pages of the build before would come out the same, and need not be made again. The plan of a build
 * (`plan.ts`) names the record of the build before, if there is one, and a folder for the record of this one; without that,
 * as in `npm run dev`, every page is made whenever it is asked for.
 */

/** A page, or another file of the site, as recorded. Questions are indexes into the record's list. */
interface RecordedPage {
  /** JSON of what the list of pages hands to the page. */
  readonly props: string;
  readonly asked: readonly number[];
}

/** The record of a build, as the file has it. */
interface BuildRecord {
  readonly questions: readonly {
    readonly id: string;
    readonly hash: string;
    readonly asked: readonly number[];
    readonly answer?: unknown;
  }[];
  /** Pages by their file's path within the site. */
  readonly pages: Readonly<Record<string, RecordedPage>>;
}

/** Pages by their files' paths within the site. */
export interface PageLists {
  readonly made: readonly string[];
  /** Left as the build before made them. */
  readonly kept: readonly string[];
}

interface KnownPage {
  readonly props: string;
  readonly isKept: boolean;
  asked: Iterable<string>;
}

const pages = new Map<string, KnownPage>();

function makeRecord(): BuildRecord {
  const answered = [...listAnswers()];
  const numbers = new Map(answered.map(([id], at) => [id, at]));
  const toNumbers = (asked: Iterable<string>) =>
    [...asked].map((id) => {
      const number = numbers.get(id);
      if (number === undefined) throw new Error(`the answer to ${id} was not recorded`);
      return number;
    });
  return {
    questions: answered.map(([id, { asked, ...own }]) => ({ id, ...own, asked: toNumbers(asked) })),
    pages: Object.fromEntries(
      [...pages].map(([path, { props, asked }]) => [path, { props, asked: toNumbers(asked) }]),
    ),
  };
}

function writeRecord(folder: string): void {
  writeFileSync(join(folder, 'record.json'), JSON.stringify(makeRecord()));
  const pathsOf = (isKept: boolean) =>
    [...pages].filter(([, page]) => page.isKept === isKept).map(([path]) => path);
  writeFileSync(
    join(folder, 'pages.json'),
    JSON.stringify({ made: pathsOf(false), kept: pathsOf(true) } satisfies PageLists),
  );
}

interface Before {
  readonly pages: BuildRecord['pages'];
  /** Paths of the files that are as they were left. */
  readonly reusable: ReadonlySet<string>;
  readonly ids: readonly string[];
  readonly isUnchanged: (id: string) => boolean;
}

function readBefore(file: string, reusableFile: string): Before {
  const record = JSON.parse(readFileSync(file, 'utf8')) as BuildRecord;
  const ids = record.questions.map(({ id }) => id);
  const answers = new Map<string, Answered>(
    record.questions.map(({ id, asked, ...own }) => [id, { ...own, asked: asked.map((at) => ids[at]!) }]),
  );
  const reusable = new Set(JSON.parse(readFileSync(reusableFile, 'utf8')) as string[]);
  return { pages: record.pages, reusable, ids, isUnchanged: compareAnswers(answers) };
}

interface Recording {
  readonly before: Before | null;
}

function startRecording(): Recording | null {
  const { record } = currentPlan();
  if (!record) return null;
  process.once('exit', () => writeRecord(record.folder));
  return { before: record.before && readBefore(record.before.recordFile, record.before.reusableFile) };
}

let recording: Recording | null | undefined;

/** Null where nothing is recorded. Started when first asked for: by then all questions have to be known by name. */
export function currentRecording(): Recording | null {
  if (recording === undefined) recording = startRecording();
  return recording;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** Where the build writes a page: `/[domain]/[policy]` with its parameters is `a.example/privacy/index.html`. */
export function fileOf(routePattern: string, parameters: Parameters): string {
  const isPage = !routePattern
    .split('/')
    .at(-1)!
    .replace(/\[[^[\]]*\]/g, '')
    .includes('.');
  const path = routePattern.replace(/\[([^[\]]+)\]/g, (_, name: string) => parameters[name] ?? '').slice(1);
  if (!isPage) return path;
  // Astro writes the page of an error beside the others, where hosts look for it.
  if (/^\d{3}$/.test(path)) return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** What a route's list of pages says of one. */
interface ListedPage {
  /** Strings by name: `Parameters`, which a type of known names does not count as. */
  readonly params: object;
  readonly props?: object;
}

function isKept(path: string, props: string): boolean {
  const before = currentRecording()?.before;
  const page = before?.pages[path];
  if (!before?.reusable.has(path) || page?.props !== props) return false;
  if (!page.asked.every((at) => before.isUnchanged(before.ids[at]!))) return false;
  pages.set(path, { props, isKept: true, asked: page.asked.map((at) => before.ids[at]!) });
  return true;
}

/** Whether a page has to be made in this build. What is made of it is recorded. */
function isToBeMade(path: string, props: string): boolean {
  if (isKept(path, props)) return false;
  pages.set(path, { props, isKept: false, asked: [] });
  return true;
}

/**
 * A route's list of pages without those that the build before has already made. For `getStaticPaths`. What the list is made
 * from may have to be waited for: `ready`.
 */
export function unlessKept<P extends ListedPage>(
  list: () => readonly P[],
  ready?: () => Promise<void>,
): (route: { readonly routePattern: string }) => Promise<P[]> {
  return async ({ routePattern }) => {
    await ready?.();
    if (currentRecording() === null) return [...list()];
    return list().filter((page) =>
      isToBeMade(fileOf(routePattern, page.params as Parameters), JSON.stringify(page.props ?? null)),
    );
  };
}

/** Files that are made before the build is told of them. */
const FILES_PER_MESSAGE = 50;

let filesMade = 0;

/** Asks of a policy that pages about all policies need. */
type PolicyWork = (domain: string, policy: string) => unknown;

let atHand: readonly PolicyWork[] = [];
let lastPolicy: readonly [domain: string, policy: string] | null = null;

/**
 * Names questions whose answers are kept and that read all texts of a policy. They are asked when the last page of a policy
 * has been made and its texts are in memory: pages about all policies come last, when they no longer are.
 */
export function whileAtHand(...work: readonly PolicyWork[]): void {
  atHand = work;
}

function askWhileAtHand({ domain, policy }: Parameters): void {
  const [lastDomain, lastName] = lastPolicy ?? [];
  if (domain === lastDomain && policy === lastName) return;
  if (lastPolicy) for (const ask of atHand) ask(...lastPolicy);
  lastPolicy = domain === undefined || policy === undefined ? null : [domain, policy];
}

/** Pages without parameters are in no list, so that it is found out now whether one has to be made. */
const isLeftAlone = (path: string, parameters: Parameters) =>
  Object.keys(parameters).length === 0 && !isToBeMade(path, '');

/**
 * Makes one page and records what it asked; answers 204 for one that the build before has already made. Pages are made one
 * at a time, each to its end.
 */
export async function recordPage(
  routePattern: string,
  parameters: Parameters,
  make: () => Promise<Response>,
): Promise<Response> {
  if (currentRecording() === null) return await make();
  if (++filesMade % FILES_PER_MESSAGE === 0) process.send?.(filesMade);
  askWhileAtHand(parameters);
  const path = fileOf(routePattern, parameters);
  if (isLeftAlone(path, parameters)) return new Response(null, { status: 204 });
  const page = pages.get(path);
  const { result, asked, done } = gatherQuestions(make);
  try {
    // In a build, unlike on a server, the body is whole when the answer is there.
    return await result;
  } finally {
    done();
    if (page) page.asked = asked;
  }
}
