import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** The regular expressions of our own code: literals by reading it, put-together ones by loading it. */

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Files and lines, or the file whose loading made it. */
  readonly place: string;
}

const IS_TEST = /\.test\.ts$|(?:^|[\\/])test[\\/-]/;

/** The script of a component: what stands between its first two fences, and in its script elements. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.astro')) return text;
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  const fence = text.startsWith('---') ? text.indexOf('\n---', 3) : -1;
  const body = fence < 0 ? text : text.slice(fence + 4);
  const scripts = body.split(/(<script\b[^>]*>|<\/script>)/).map((part, at, parts) => {
    return parts[at - 1]?.startsWith('<script') ? part : blank(part);
  });
  return fence < 0 ? scripts.join('') : `   ${text.slice(3, fence)}\n   ${scripts.join('')}`;
}

/** The value of a `new RegExp` argument that is written out. */
function literalOf(node: ts.Expression | undefined): string | null {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  const isRaw = ts.isTaggedTemplateExpression(node) && ts.isNoSubstitutionTemplateLiteral(node.template);
  return isRaw ? (node.template as ts.NoSubstitutionTemplateLiteral).rawText! : null;
}

/** The expressions written in one file. */
export function listWritten(file: string, text: string): Expression[] {
  const code = ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    const place = () => `${file}:${code.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: place() });
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText() === 'RegExp'
    ) {
      const [source, flags] = [literalOf(node.arguments?.[0]), literalOf(node.arguments?.[1])];
      if (source && flags !== null) found.push({ source, flags, place: place() });
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

/** Rooms whose files do nothing but define when they are loaded. */
const LOADABLE = ['crawler/{core,normalize,archive,store,export,derive,run}/**/*.ts', 'site/view/**/*.ts'];

/** Whether a package makes it: the stack's third line is the caller's. */
const isForeign = (stack = '') => !/\/(?:crawler|site)\//.test(stack.split('\n')[2] ?? '');

/** Reads all that exported tables hold, so that what they make when first asked is made. */
function readThrough(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return;
  seen.add(value);
  const parts = value instanceof Map || value instanceof Set ? [...value] : Object.values(value);
  for (const part of parts) readThrough(part, seen);
}

/** The expressions that loading our code, or asking the tables it exports, puts together out of pieces. */
export async function listMade(root: string, files: string | string[] = LOADABLE): Promise<Expression[]> {
  const made: Expression[] = [];
  let place = '';
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given, caller) {
      const expression = Reflect.construct(target, given, caller) as RegExp;
      if (!isForeign(new Error().stack))
        made.push({ source: expression.source, flags: expression.flags, place });
      return expression;
    },
  });
  const seen = new Set<unknown>();
  for (const file of globSync(files, { cwd: root })
    .filter((name) => !IS_TEST.test(name))
    .sort()) {
    place = file;
    const exported = await import(pathToFileURL(join(root, file)).href).catch(() => ({}));
    readThrough({ ...exported }, seen);
  }
  globalThis.RegExp = Original;
  return made;
}

/** All expressions of the crawler and the site, each once. */
export async function findExpressions(root: string): Promise<Expression[]> {
  const files = globSync('{crawler,site}/**/*.{ts,astro}', { cwd: root }).filter(
    (file) => !IS_TEST.test(file),
  );
  const written = files.flatMap((file) => listWritten(file, readFileSync(join(root, file), 'utf8')));
  const once = new Map<string, Expression>();
  for (const found of [...written, ...(await listMade(root))]) {
    const key = `${found.flags}/${found.source}`;
    const known = once.get(key);
    once.set(key, known ? { ...known, place: `${known.place}, ${found.place}` } : found);
  }
  return [...once.values()];
}
