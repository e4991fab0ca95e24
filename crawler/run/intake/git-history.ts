import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { isTimestamp, parseInstant } from '../../core/index.ts';
import { UserError } from '../../errors.ts';
import { checkSize, type LocalSource, type SourceCommit } from './sources.ts';

/** A repository with a work tree, or a bare one. */
export function isGitRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return (
    ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name))) &&
    isFolder(join(folder, 'objects'))
  );
}

const isFolder = (path: string) => statSync(path).isDirectory();

/** Parts of `git log`'s answer: none of them can stand in a date, a name or a message as git keeps them. */
const [COMMIT, FIELD] = ['\x1e', '\x1f'];

interface Committed {
  readonly commit: SourceCommit;
  readonly path: string;
  readonly blob: string;
}

/**
 * Every state that a repository's files were committed in, oldest first: of files that are wanted, each commit that
 * touched one is an observation of it. A commit that corrects another of the same moment takes its place.
 */
export async function listCommittedFiles(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<{ sources: LocalSource[]; otherCount: number; close: () => void }> {
  const blobs = openBlobs(folder);
  const states = new Map<string, Committed>();
  const others = new Set<string>();
  const web = findWebAddress(folder);
  for await (const text of readLog(folder)) {
    for (const state of parseCommit(text, web)) {
      if (isWanted(state.path)) states.set(`${state.commit.timestamp} ${state.path}`, state);
      else others.add(state.path);
    }
  }
  const root = basename(resolve(folder)).replace(/\.git$/, '');
  const sources = [...states.values()].map(({ commit, path, blob }): LocalSource => {
    const name = `${folder}/${path}@${commit.id.slice(0, 12)}`;
    const read = () => blobs.read(blob, name);
    return { name, path: [root, ...path.split('/')], isNamed: false, commit, read };
  });
  return { sources, otherCount: others.size, close: blobs.close };
}

/** The texts of the log's commits. */
async function* readLog(folder: string): AsyncGenerator<string> {
  const format = `--format=${COMMIT}%H${FIELD}%aI${FIELD}%B${FIELD}`;
  const git = startGit(folder, [
    'log',
    '--reverse',
    '--raw',
    '--no-abbrev',
    '--no-renames',
    '--diff-filter=AM',
    '-z',
    format,
  ]);
  const failed = waitForEnd(git, folder);
  let rest = '';
  git.stdout.setEncoding('utf8');
  for await (const chunk of git.stdout) {
    const parts = (rest + chunk).split(COMMIT);
    rest = parts.pop()!;
    yield* parts;
  }
  yield rest;
  await failed;
}

function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const trusted = ['-c', `safe.directory=${resolve(folder)}`, '-c', 'core.quotepath=off'];
  return spawn('git', [...trusted, '-C', folder, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

async function waitForEnd(git: ChildProcessWithoutNullStreams, folder: string): Promise<void> {
  let said = '';
  git.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  await new Promise<void>((done, fail) => {
    git.once('error', (error) => fail(unusable(folder, error.message)));
    git.once('close', (code) => (code === 0 ? done() : fail(unusable(folder, said.trim()))));
  });
}

const unusable = (folder: string, said: string): UserError =>
  new UserError(
    `the repository ${folder} cannot be read: ${said}`,
    'Commits are read by the program git, which has to be installed; or check the files out, and import a folder inside.',
  );

const PATH = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]$/;

function parseCommit(text: string, web: string | null): Committed[] {
  const [id = '', date = '', message = '', raw = ''] = text.split(FIELD);
  const time = Date.parse(date);
  const timestamp = Number.isNaN(time) ? '' : parseInstant(new Date(time).toISOString());
  if (!isTimestamp(timestamp)) return [];
  const sources = [...new Set(message.match(/https?:\/\/[^\s<>"')]+/g) ?? [])];
  const parts = raw.split('\0').map((part) => part.replace(/^\n+/, ''));
  return parts.flatMap((part, k) => {
    const blob = PATH.exec(part)?.[1];
    const path = parts[k + 1];
    if (blob === undefined || path === undefined) return [];
    const url =
      web === null ? null : `${web}/blob/${id}/${path.split('/').map(encodeURIComponent).join('/')}`;
    return [{ commit: { id, timestamp, sources, url }, path, blob }];
  });
}

/** Where a repository lies on the web, by its own settings. */
function findWebAddress(folder: string): string | null {
  try {
    const remote = execFileSync('git', ['-C', folder, 'config', '--get', 'remote.origin.url'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const address = remote.replace(/^git@([^:]+):/, 'https://$1/').replace(/\.git$/, '');
    return /^https:\/\/(?:www\.)?(?:github|gitlab)\.com\/[^@\s]+$/.test(address) ? address : null;
  } catch {
    return null;
  }
}

/** Contents of a repository's files, asked of one process after the other. */
function openBlobs(folder: string) {
  let git: ChildProcessWithoutNullStreams | null = null;
  let answers: AsyncGenerator<Buffer> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const ask = async (blob: string, name: string): Promise<Buffer> => {
    git ??= startGit(folder, ['cat-file', '--batch']);
    answers ??= readAnswers(git, name);
    git.stdin.write(`${blob}\n`);
    const { value, done } = await answers.next();
    if (done) throw unusable(folder, 'it ended early');
    return value;
  };
  return {
    read: (blob: string, name: string): Promise<Buffer> => {
      const answer = turn.then(() => ask(blob, name));
      turn = answer.catch(() => {});
      return answer;
    },
    close: () => {
      git?.stdin.end();
    },
  };
}

/** Answers of `git cat-file --batch`: a line `ID blob SIZE`, the bytes, a line end. */
async function* readAnswers(git: ChildProcessWithoutNullStreams, name: string): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  let wanted: number | null = null;
  for await (const chunk of git.stdout as AsyncIterable<Buffer>) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (wanted === null) {
      const end = pending.indexOf(10);
      if (end < 0) continue;
      const size = Number(
        / blob (\d+)$/.exec(pending.subarray(0, end).toString('latin1'))?.[1] ?? Number.NaN,
      );
      if (Number.isNaN(size)) throw unusable(name, 'a file of it is missing');
      checkSize(name, size);
      wanted = size;
      pending = pending.subarray(end + 1);
    }
    if (pending.length <= wanted) continue;
    yield pending.subarray(0, wanted);
    pending = pending.subarray(wanted + 1);
    wanted = null;
  }
}
