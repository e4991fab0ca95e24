import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { sha256 } from '../hash.ts';
import { ENTRIES, type Stage } from './stages.ts';

/**
 * Which files the rules of a stage are made of: those it begins with and all that they import, found by reading the imports.
 * Through the door of a room (its `index.ts`) only the files behind the names asked for are followed, so that an edit of a
 * chart's arithmetic in core says nothing of how payloads are read.
 */

/** Rooms and files that hold no rules of derivation: shelves, and what says how a command ended. */
const NO_RULES = /^crawler\/(?:store\/|errors\.ts$|effects\.ts$)/;

interface Import {
  readonly target: string;
  /** Names asked for; null for all of it. */
  readonly names: readonly string[] | null;
}

const CLAUSE = /\b(?:import|export) (type )?(?:([\w$*\s{},]{1,2000}?) from )?['"]([^'"\n]{1,300})['"]/g;
const DYNAMIC = /\b(?:import|new URL)\s*\(\s*['"]([^'"\n]+)['"]/g;

/** Names between the braces of an import, as the other side calls them; types are gone when the program runs. */
function listNames(braces: string): string[] {
  return braces
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
    .map((name) => name.split(' as ')[0]!);
}

/** Source without its comments: what stands in them is no import. */
function withoutComments(source: string): string {
  const [first = '', ...parts] = source.split('/*');
  const rest = parts.map((part) => part.slice(part.indexOf('*/') + 2));
  return [first, ...rest].join('').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function readImports(source: string): Import[] {
  const code = withoutComments(source);
  const found = [...code.matchAll(CLAUSE)].flatMap(([, isType, clause = '', target = '']): Import[] => {
    const braces = /^\{([^{}]*)\}$/.exec(clause.trim());
    const names = braces ? listNames(braces[1]!) : null;
    return isType || names?.length === 0 ? [] : [{ target, names }];
  });
  const dynamic = [...code.matchAll(DYNAMIC)].map(([, target = '']): Import => ({ target, names: null }));
  return [...found, ...dynamic];
}

/** The closure of imports below `root`: paths from there, and packages with the versions asked for. */
class Sources {
  readonly files = new Set<string>();
  readonly packages = new Set<string>();
  readonly #root: string;
  readonly #imports = new Map<string, readonly Import[]>();
  readonly #versions: Readonly<Record<string, string>>;

  constructor(root: string) {
    this.#root = root;
    this.#versions = readDependencies(root);
  }

  #importsOf(path: string): readonly Import[] {
    const known = this.#imports.get(path);
    if (known) return known;
    const imports = path.endsWith('.ts') ? readImports(readFileSync(join(this.#root, path), 'utf8')) : [];
    this.#imports.set(path, imports);
    return imports;
  }

  follow(path: string, names: readonly string[] | null = null): void {
    if (NO_RULES.test(path)) return;
    const behind = names !== null && path.endsWith('/index.ts') ? this.#behindDoor(path, names) : null;
    if (behind !== null) {
      for (const { target, names: wanted } of behind) this.follow(resolveFrom(path, target), wanted);
      return;
    }
    if (this.files.has(path) || !existsSync(join(this.#root, path))) return;
    this.files.add(path);
    for (const { target, names: wanted } of this.#importsOf(path)) this.#enter(path, target, wanted);
  }

  #enter(from: string, target: string, names: readonly string[] | null): void {
    if (target.startsWith('.')) this.follow(resolveFrom(from, target), names);
    else if (!target.startsWith('node:')) {
      const name = target.split('/', target.startsWith('@') ? 2 : 1).join('/');
      this.packages.add(`${name}@${this.#versions[name] ?? ''}`);
    }
  }

  /** What a door passes on of the names; null where it holds one of them itself. */
  #behindDoor(door: string, names: readonly string[]): Import[] | null {
    const offers = this.#importsOf(door);
    const found = names.map((name) => offers.find((offer) => offer.names?.includes(name)));
    if (found.some((offer) => offer === undefined)) return null;
    return found.map((offer, at) => ({ target: offer!.target, names: [names[at]!] }));
  }
}

const resolveFrom = (from: string, target: string) => posix.join(dirname(from), target);

function readDependencies(root: string): Record<string, string> {
  const versions: Record<string, string> = {};
  for (const file of ['package.json', 'crawler/package.json']) {
    const path = join(root, file);
    if (!existsSync(path)) continue;
    Object.assign(versions, (JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>).dependencies);
  }
  return versions;
}

/** Paths of the files a stage's rules are made of, and packages as `name@version`, in order. */
export function listRuleSources(root: string, stage: Stage): string[] {
  const sources = new Sources(root);
  for (const entry of ENTRIES[stage]) sources.follow(entry);
  return [...[...sources.files].sort(), ...[...sources.packages].sort()];
}

/** Hash of all that a stage's rules are made of: 16 digits. Line ends count for nothing. */
export function hashRuleSources(root: string, stage: Stage): string {
  const parts = listRuleSources(root, stage).map((path) => {
    const file = join(root, path);
    return existsSync(file) ? `${path} ${sha256(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))}` : path;
  });
  return sha256(parts.join('\n')).slice(0, 16);
}
