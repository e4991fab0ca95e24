import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { datasetViews } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { iterateView, type Store, type ViewRow } from '../store/index.ts';
import type { ExportFolder } from './export-folder.ts';
import type { Redactor } from './redact.ts';
import { formatMarkdown, placeText, type TextLayout } from './write-texts.ts';

export const GIT_FOLDER = 'policies.git';

/** Said in the description. */
export const GIT_NOTE =
  `\`${GIT_FOLDER}\` is a bare git repository: \`git clone ${GIT_FOLDER}\`, then \`git log --follow\`, \`git blame\`, \`git diff\`. One ` +
  'commit per version, dated when it was first seen; its message names the archived copy, the bounds between which the change lies, and ' +
  'the hash of the text. Dates of commits are dates of captures, never of publication. Undated texts are left out.';

const versions = datasetViews.find(({ name }) => name === 'v_versions')!;

/** What a commit says of where its text comes from. */
function formatMessage(row: ViewRow): string {
  const lines = [
    `${row.domain} ${row.policy}: version ${row.version}, first seen ${String(row.first_seen).slice(0, 10)}`,
    '',
    `Archived-Copy: ${row.memento_url ?? 'none'}`,
    `First-Seen: ${row.first_seen}`,
    `Last-Seen: ${row.last_seen}`,
    `Changed-After: ${row.changed_after ?? 'unknown'}`,
    `Text-Hash: ${row.text_hash}`,
  ];
  // A name or address from an archive must not end its line.
  return `${lines.map((line) => line.replace(/[\r\n\0]/g, ' ')).join('\n')}\n`;
}

/** Rows without their texts, in the order in which they were first seen. */
function listDated(store: Store): ViewRow[] {
  const rows: ViewRow[] = [];
  for (const { markdown: _text, ...row } of iterateView(store, versions)) {
    if (row.first_seen !== null) rows.push(row);
  }
  return rows.sort((a, b) => (String(a.first_seen) < String(b.first_seen) ? -1 : 1));
}

/** The stream that `git fast-import` reads: one commit per version. */
function writeStream(
  store: Store,
  file: string,
  place: (row: ViewRow) => string,
  redactor: Redactor | null,
): number {
  const stream = openSync(file, 'wx');
  try {
    const rows = listDated(store);
    for (const row of rows) {
      const seconds = Math.floor(Date.parse(String(row.first_seen)) / 1000);
      const who = `Palimpsest <> ${seconds} +0000`;
      const text = formatMarkdown(store, row);
      const [message, content] = [formatMessage(row), redactor?.text(text) ?? text];
      const data = (words: string) => `data ${Buffer.byteLength(words)}\n${words}\n`;
      writeSync(
        stream,
        `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(message)}M 100644 inline ${place(row)}\n${data(content)}`,
      );
    }
    return rows.length;
  } finally {
    closeSync(stream);
  }
}

/** Runs git, which knows nothing of the user's own settings: the same store gives the same repository. */
function runGit(folder: string, args: readonly string[], input: number | 'ignore'): void {
  const { error, status, stderr } = spawnSync('git', args, {
    cwd: folder,
    stdio: [input, 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', HOME: folder },
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new UserError('git is not installed here', 'Install it, or export as markdown.');
  }
  if (error) throw error;
  if (status !== 0) {
    const isFull = /No space left/.test(stderr);
    throw new UserError(
      `git could not write the repository: ${stderr.trim().split('\n').at(-1)}`,
      isFull
        ? 'Make room, or name a folder on another disk.'
        : 'Check the folder and the git of this machine.',
      isFull ? exitCodes.store : exitCodes.usage,
    );
  }
}

/** `example.com/privacy.md`: all versions of a policy are one file. */
const placePolicy = (row: ViewRow): string =>
  placeText({ ...row, slug: 'x' }, 'policies', 'md').replace(/\/x\.md$/, '.md');

/** Makes the repository in `folder`, one file per policy, and takes its files into the account. Returns its commits. */
export function writeGit(
  store: Store,
  folder: ExportFolder,
  layout: TextLayout,
  redactor: Redactor | null,
): number {
  const place = (row: ViewRow) => (layout === 'princeton' ? placeText(row, layout, 'md') : placePolicy(row));
  const stream = join(folder.path, 'stream');
  const count = writeStream(store, stream, place, redactor);
  runGit(
    folder.path,
    ['-c', 'init.defaultBranch=main', 'init', '--quiet', '--bare', '--template=', GIT_FOLDER],
    'ignore',
  );
  const input = openSync(stream, 'r');
  try {
    const settings = ['-c', 'pack.threads=1', '-c', 'fastimport.unpackLimit=0'];
    runGit(join(folder.path, GIT_FOLDER), [...settings, 'fast-import', '--quiet'], input);
  } finally {
    closeSync(input);
    rmSync(stream, { force: true });
  }
  folder.takeAll(GIT_FOLDER);
  return count;
}
