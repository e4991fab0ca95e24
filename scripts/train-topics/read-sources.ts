import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseClauses } from '../../crawler/core/clauses.ts';
import type { PlacedClause } from '../../crawler/core/index.ts';
import { detectLanguage } from '../../crawler/normalize/language.ts';

/** One policy of a source, in the fixed spelling as far as clauses need it. */
export interface SourcePolicy {
  readonly service: string;
  readonly language: string | null;
  readonly clauses: readonly PlacedClause[];
}

const IS_POLICY = /privacy|confidential|trackers policy|cookie/i;

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** Paths of Markdown files below a folder or in a git directory's newest commit, and how to read one. */
function openSource(folder: string): { paths: string[]; read: (path: string) => string } {
  if (existsSync(join(folder, 'HEAD')) || existsSync(join(folder, '.git'))) {
    const paths = git(folder, 'ls-tree', '-r', '--name-only', '-z', 'HEAD').split('\0');
    return { paths, read: (path) => git(folder, 'show', `HEAD:${path}`) };
  }
  return {
    paths: globSync('**/*.md', { cwd: folder }),
    read: (path) => readFileSync(join(folder, path), 'utf8'),
  };
}

/** Underlined headings, starred lists and bold lines as the fixed spelling has them. */
export function tidyMarkdown(markdown: string): string {
  return markdown
    .replace(/^(.+)\n=+ *$/gm, '# $1')
    .replace(/^(.+)\n-{3,} *$/gm, '## $1')
    .replace(/^(\s*)[*+] +/gm, '$1- ')
    .replace(/^(?:\*\*|__)([^*_]{3,80})(?:\*\*|__):?$/gm, '###### $1');
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a service is one of those that are never learned from. */
export function makeLeaveOut(list: string): (service: string) => boolean {
  const lines = list.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const names = lines.map((line) =>
    letters(line.replace(/^www\.|^education\.|^minecraft\.|^mlb\./, '').split('.')[0]!),
  );
  return (service) => {
    const own = letters(service.replace(/\.(?:com|org|edu|gov|net)$/, ''));
    return names.some((name) => own === name || (name.length >= 4 && own.startsWith(name)));
  };
}

/** The policies of a source that may be learned from, service by service. */
export function readSource(folder: string, isLeftOut: (service: string) => boolean): SourcePolicy[] {
  const { paths, read } = openSource(folder);
  return paths
    .filter((path) => path.endsWith('.md') && IS_POLICY.test(basename(path)))
    .map((path) => ({ path, service: dirname(path).split('/')[0]! }))
    .filter(({ service }) => !isLeftOut(service))
    .map(({ path, service }) => {
      const markdown = tidyMarkdown(read(path));
      return { service, language: detectLanguage(markdown), clauses: parseClauses(markdown) };
    });
}
