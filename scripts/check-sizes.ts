/**
 * Small rooms stay small: no file of code longer than 300 lines, no function longer than 60 lines of code, and half of all
 * named functions no longer than 12. Run by `npm run check`.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { orEnd, readFlags } from '../crawler/run-main.ts';

const MOST = { file: 300, function: 60, median: 12, ninetieth: 40 };

export interface Sized {
  readonly place: string;
  readonly lines: number;
}

/** Lines that hold a token: blank ones and comments are free. */
function countCode(code: ts.SourceFile, from: number, to: number): number {
  const lines = new Set<number>();
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, code.text);
  scanner.setText(code.text, from, to - from);
  const lineOf = (position: number) => code.getLineAndCharacterOfPosition(position).line;
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    for (let at = lineOf(scanner.getTokenStart()); at <= lineOf(scanner.getTokenEnd()); at++) lines.add(at);
  }
  return lines.size;
}

function isNamed(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return node.body !== undefined;
  const isValue = ts.isArrowFunction(node) || ts.isFunctionExpression(node);
  return isValue && (ts.isVariableDeclaration(node.parent) || ts.isExportAssignment(node.parent));
}

/** The named functions of one file: declarations, methods, and what a name is given to. */
export function listFunctions(file: string, text: string): Sized[] {
  const code = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Sized[] = [];
  const visit = (node: ts.Node): void => {
    if (isNamed(node)) {
      const { line } = code.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${file}:${line + 1}`, lines: countCode(code, node.getStart(), node.getEnd()) });
    }
    ts.forEachChild(node, visit);
  };
  visit(code);
  return found;
}

const isTest = (file: string) => /\.test\.ts$/.test(file);

/** What is too long below `root`, a sentence each; and the figures of all functions. */
export function checkSizes(root: string): { readonly breaches: string[]; readonly said: string } {
  const files = globSync('{crawler,site,scripts}/**/*.{ts,astro}', {
    cwd: root,
    exclude: (name) => name.endsWith('node_modules') || name === 'crawler/lib',
  });
  const breaches: string[] = [];
  const functions: Sized[] = [];
  for (const file of files.sort()) {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.split('\n').length - 1;
    if (lines > MOST.file) breaches.push(`${file} has ${lines} lines, of ${MOST.file} at most`);
    if (file.endsWith('.ts') && !isTest(file)) functions.push(...listFunctions(file, text));
  }
  for (const { place, lines } of functions) {
    if (lines > MOST.function) breaches.push(`${place}: ${lines} lines, of ${MOST.function} at most`);
  }
  const sorted = functions.map(({ lines }) => lines).sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  if (at(0.5) > MOST.median) breaches.push(`half of all functions have ${at(0.5)} lines or more`);
  if (at(0.9) > MOST.ninetieth) breaches.push(`a tenth of all functions have ${at(0.9)} lines or more`);
  const said = `${files.length} files; ${sorted.length} functions, of ${at(0.5)} lines (median), ${at(0.9)} (ninetieth), ${at(1 - 1e-9)} (longest)`;
  return { breaches, said };
}

if (import.meta.main) {
  orEnd(() => readFlags({}, 'node scripts/check-sizes.ts'));
  const { breaches, said } = checkSizes(join(import.meta.dirname, '..'));
  for (const breach of breaches) console.error(breach);
  console.log(said);
  if (breaches.length > 0) process.exitCode = 1;
}
