/**
 * The directions of ARCHITECTURE.md as a check: which room may import which, which package is spoken to in one room
 * only, and what core must not touch. Run by `npm run check` and by the tests.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { orEnd, readFlags } from '../crawler/run-main.ts';

/** Rooms by path, most particular first. */
const ROOMS: readonly (readonly [RegExp, string])[] = [
  [/^crawler\/core\//, 'core'],
  [/^crawler\/archive\//, 'archive'],
  [/^crawler\/normalize\//, 'normalize'],
  [/^crawler\/store\//, 'store'],
  [/^crawler\/derive\//, 'derive'],
  [/^crawler\/export\//, 'export'],
  [/^crawler\/run\//, 'run'],
  [/^crawler\/(cli\.ts$|commands\/)/, 'cli'],
  [/^crawler\/index\.ts$/, 'library'],
  [/^crawler\/(errors|effects|run-main)\.ts$/, 'errors'],
  [/^crawler\/hash\.ts$/, 'hash'],
  [/^crawler\/content-coding\.ts$/, 'coding'],
  [/^crawler\/test\//, 'test'],
  [/^site\/test\//, 'test'],
  [/^site\/view\//, 'view'],
  [/^site\/browser\//, 'browser'],
  [/^site\/build\/questions\.ts$/, 'questions'],
  [/^site\/build\/plan\.ts$/, 'site-plan'],
  [/^site\/build\/kept-pages\.ts$/, 'site-data'],
  [/^site\/build\//, 'site-build'],
  [/^site\/store\.ts$/, 'site-store'],
  [/^site\/[a-z-]+\.ts$/, 'site-data'],
  [/^site\/(components|layouts)\//, 'components'],
  [/^site\/pages\//, 'pages'],
  [/^site\/styles\//, 'styles'],
  [/^scripts\//, 'scripts'],
];

/** What each room may import besides itself. Tests and scripts may import anything. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  errors: [],
  hash: [],
  coding: [],
  archive: ['core', 'errors', 'coding'],
  normalize: ['core', 'errors', 'coding'],
  store: ['core', 'errors', 'hash'],
  derive: ['normalize', 'core', 'store', 'errors', 'hash'],
  export: ['core', 'store', 'errors', 'hash'],
  run: ['archive', 'derive', 'normalize', 'core', 'store', 'errors', 'hash', 'coding'],
  cli: ['run', 'derive', 'export', 'core', 'errors'],
  library: ['run', 'derive', 'export', 'store', 'errors'],
  view: ['core'],
  browser: ['core', 'view'],
  questions: [],
  'site-plan': [],
  'site-store': ['store', 'core', 'errors', 'questions', 'site-plan'],
  'site-data': ['site-store', 'site-plan', 'questions', 'view', 'core'],
  components: ['view', 'browser', 'core', 'styles'],
  'site-build': ['run', 'export', 'store', 'core', 'errors', 'hash', 'site-data', 'site-plan', 'questions'],
  pages: ['site-store', 'site-data', 'components', 'view', 'core', 'styles'],
  styles: [],
};

/** Rooms that others enter by their `index.ts` alone: what stands there is what the room offers. */
const DOORS: ReadonlySet<string> = new Set(['core', 'archive', 'normalize', 'store', 'derive', 'export']);

/** Packages that one room alone speaks to. */
const PACKAGES: Readonly<Record<string, string>> = {
  'better-sqlite3': 'store',
  undici: 'archive',
  'p-queue': 'archive',
  parse5: 'normalize',
};

/** What core must not name: the clock, chance, and what differs from engine to engine. */
const IMPURE = /\b(?:Date\.now|new Date\b|Math\.random|Intl\b|toLocale\w+|localeCompare|performance\.now)/;

/** Rooms whose code makes pages: a setting that they read past the plan would change no page that stands already. */
const MAKES_PAGES: ReadonlySet<string> = new Set([
  'view',
  'browser',
  'questions',
  'site-store',
  'site-data',
  'components',
  'pages',
]);

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/g;

function roomOf(path: string): string | null {
  return ROOMS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** One file's source without comments, so that examples in them are no imports. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function checkImport(path: string, room: string, target: string): string | null {
  if (!target.startsWith('.')) {
    const name = target.split('/')[0]!;
    const home = PACKAGES[name];
    if (home && home !== room) return `${path}: ${name} is imported in crawler/${home} alone`;
    if (room === 'core' && target.startsWith('node:')) return `${path}: core is pure, and imports ${target}`;
    return null;
  }
  const file = join(dirname(path), target).split(sep).join('/');
  const to = roomOf(file);
  if (to === null || to === room) return null;
  if (ALLOWED[room]!.includes(to)) return checkDoor(path, to, file);
  return `${path}: ${room} may not import ${to} (${file})`;
}

function checkDoor(path: string, to: string, file: string): string | null {
  const door = `crawler/${to}/index.ts`;
  if (!DOORS.has(to) || !file.endsWith('.ts') || file === door) return null;
  return `${path}: ${file} is inside ${to}; import from ${door}, and name there what it offers`;
}

/** Every breach of the directions below `root`, one sentence each. */
export function checkImports(root: string): string[] {
  const files = globSync(['crawler/**/*.ts', 'site/**/*.{ts,astro}', 'scripts/**/*.ts'], {
    cwd: root,
    exclude: (name) => name.endsWith('node_modules'),
  });
  return files.sort().flatMap((file) => {
    const path = relative('.', file).split(sep).join('/');
    const room = roomOf(path);
    if (room === null || !(room in ALLOWED) || /(?:\.test|\/test-support)\.ts$/.test(path)) return [];
    const source = withoutComments(readFileSync(join(root, path), 'utf8'));
    const breaches = [...source.matchAll(IMPORT)].map((found) => checkImport(path, room, found[1]!));
    if (MAKES_PAGES.has(room) && source.includes('process.env')) {
      breaches.push(`${path}: names process.env; a setting comes to a page through site/build/plan.ts`);
    }
    if (room === 'core' && IMPURE.test(source)) {
      breaches.push(
        `${path}: core names ${IMPURE.exec(source)![0]}, which differs from run to run or engine to engine`,
      );
    }
    return breaches.filter((breach) => breach !== null);
  });
}

if (import.meta.main) {
  orEnd(() => readFlags({}, 'node scripts/check-imports.ts'));
  const breaches = checkImports(join(import.meta.dirname, '..'));
  for (const breach of breaches) console.error(breach);
  if (breaches.length > 0) process.exitCode = 1;
  else console.log('imports follow the directions');
}
