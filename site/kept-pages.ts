import { readFileSync, writeFileSync } from 'node:fs';
import { type Answered, compareAnswers, gatherQuestions, listAnswers } from './questions.ts';

/**
 * Which pages of the build before would come out the same, and need not be made again. `scripts/build-site.ts` names in
 * `PALIMPSEST_BEFORE` a file with the record of the build before, if there is one, and in `PALIMPSEST_AFTER` the file for
 * the record of this one; without that, as in `npm run dev`, every page is made whenever it is asked for.
 */

/** A page, or another file of a route with parameters, as recorded. Questions are indexes into the record's list. */
interface RecordedPage {
  /** JSON of what the list of pages hands to the page. */
  readonly props: string;
  readonly asked: readonly number[];
  /** True where this build left the file of the build before as it is. */
  readonly isKept: boolean;
}

/** The record of a build, as the file has it. */
export interface BuildRecord {
  readonly questions: readonly {
    readonly id: string;
    readonly hash: string;
    readonly asked: readonly number[];
    readonly answer?: unknown;
  }[];
  /** By the file's path within the site. */
  readonly pages: Readonly<Record<string, RecordedPage>>;
}

interface KnownPage {
  readonly props: string;
  readonly isKept: boolean;
  asked: Iterable<string>;
}

const pages = new Map<string, KnownPage>();

function writeRecord(file: string): void {
  const answered = [...listAnswers()];
  const numbers = new Map(answered.map(([id], at) => [id, at]));
  const toNumbers = (asked: Iterable<string>) =>
    [...asked].map((id) => {
      const number = numbers.get(id);
      if (number === undefined) throw new Error(`the answer to ${id} was not recorded`);
      return number;
    });
  const record: BuildRecord = {
    questions: answered.map(([id, { asked, ...own }]) => ({ id, ...own, asked: toNumbers(asked) })),
    pages: Object.fromEntries(
      [...pages].map(([path, { props, isKept, asked }]) => [
        path,
        { props, isKept, asked: toNumbers(asked) },
      ]),
    ),
  };
  writeFileSync(file, JSON.stringify(record));
}

interface Before {
  readonly pages: BuildRecord['pages'];
  readonly ids: readonly string[];
  readonly isUnchanged: (id: string) => boolean;
}

function readBefore(file: string): Before {
  const record = JSON.parse(readFileSync(file, 'utf8')) as BuildRecord;
  const ids = record.questions.map(({ id }) => id);
  const answers = new Map<string, Answered>(
    record.questions.map(({ id, asked, ...own }) => [id, { ...own, asked: asked.map((at) => ids[at]!) }]),
  );
  return { pages: record.pages, ids, isUnchanged: compareAnswers(answers) };
}

interface Recording {
  readonly before: Before | null;
}

function startRecording(): Recording | null {
  const { PALIMPSEST_BEFORE: beforeFile, PALIMPSEST_AFTER: afterFile } = process.env;
  if (!afterFile) return null;
  process.once('exit', () => writeRecord(afterFile));
  return { before: beforeFile ? readBefore(beforeFile) : null };
}

let recording: Recording | null | undefined;

/** Null where nothing is recorded. Started by the first who asks: by then all questions are known by name. */
function currentRecording(): Recording | null {
  if (recording === undefined) recording = startRecording();
  return recording;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** Where the build writes a page: `/[domain]/[policy]` with its parameters is `a.example/privacy/index.html`. */
export function fileOf(routePattern: string, parameters: Parameters): string {
  const isPage = !routePattern
    .split('/')
    .at(-1)!
    .replace(/\[[^\]]*\]/g, '')
    .includes('.');
  const path = routePattern.replace(/\[([^\]]+)\]/g, (_, name: string) => parameters[name] ?? '').slice(1);
  return isPage ? `${path}/index.html` : path;
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
  if (!before || page?.props !== props) return false;
  if (!page.asked.every((at) => before.isUnchanged(before.ids[at]!))) return false;
  pages.set(path, { props, isKept: true, asked: page.asked.map((at) => before.ids[at]!) });
  return true;
}

/** A route's list of pages without those that the build before has already made. For `getStaticPaths`. */
export function unlessKept<P extends ListedPage>(
  list: () => readonly P[],
): (route: { readonly routePattern: string }) => P[] {
  return ({ routePattern }) => {
    if (currentRecording() === null) return [...list()];
    return list().filter((page) => {
      const path = fileOf(routePattern, page.params as Parameters);
      const props = JSON.stringify(page.props ?? null);
      if (isKept(path, props)) return false;
      pages.set(path, { props, isKept: false, asked: [] });
      return true;
    });
  };
}

/** So many files are made before the build is told. */
const FILES_PER_MESSAGE = 50;

let filesMade = 0;

/** Makes one page and records what it asked. Pages are made one at a time, each to its end. */
export async function recordPage(
  routePattern: string,
  parameters: Parameters,
  make: () => Promise<Response>,
): Promise<Response> {
  if (currentRecording() === null) return await make();
  if (++filesMade % FILES_PER_MESSAGE === 0) process.send?.(filesMade);
  const page = pages.get(fileOf(routePattern, parameters));
  const { result, asked, done } = gatherQuestions(make);
  try {
    // In a build, unlike on a server, the body is whole when the answer is there.
    return await result;
  } finally {
    done();
    if (page) page.asked = asked;
  }
}
