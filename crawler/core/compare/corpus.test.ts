import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { corpusFolder } from '../../test/corpus-folder.ts';
import { plainText } from '../inline.ts';
import type { Clause } from '../model.ts';
import { alignClauses } from './align.ts';
import { compareClauses } from './changes.ts';
import { diffWords } from './words.ts';

const { folder, reason } = corpusFolder('corpus-diff');

interface CorpusClause {
  readonly kind: string;
  readonly depth: number;
  readonly text: string;
}

const toClause = ({ kind, depth, text }: CorpusClause): Clause => ({
  kind: kind === 'para' ? 'paragraph' : (kind as Clause['kind']),
  level: depth,
  text,
});

/** Pairs of real versions (`real`), or of real texts and what a generator made of them (`synthetic`). */
function readPairs(kind: 'real' | 'synthetic' = 'real'): { left: Clause[]; right: Clause[] }[] {
  const pairs = join(folder!, kind);
  return readdirSync(pairs).map((name) => {
    const { before, after } = JSON.parse(readFileSync(join(pairs, name), 'utf8'));
    return { left: before.map(toClause), right: after.map(toClause) };
  });
}

describe.skipIf(folder === null)(`on real texts${reason && ` (${reason})`}`, () => {
  test('spans turn the left text of every match into the right', () => {
    for (const { left, right } of readPairs()) {
      const textOf = (clauses: Clause[], members: readonly number[]) =>
        members.map((member) => plainText(clauses[member]!.text)).join(' ');
      for (const change of compareClauses(left, right).changes) {
        if (change.left.length === 0 || change.right.length === 0) continue;
        const side = (own: string) =>
          change.spans.flatMap(([kind, text]) => (kind === 'kept' || kind === own ? [text] : [])).join('');
        expect(side('removed')).toBe(textOf(left, change.left));
        expect(side('added')).toBe(textOf(right, change.right));
      }
    }
  });

  test('every clause stands in one match, and swapped sides agree', () => {
    const swapped: Record<string, string> = {
      added: 'removed',
      removed: 'added',
      split: 'merged',
      merged: 'split',
    };
    for (const { left, right } of [...readPairs('real'), ...readPairs('synthetic')]) {
      const { matches } = alignClauses(left, right);
      expect(matches.flatMap((match) => match.left).sort((a, b) => a - b)).toEqual(left.map((_, i) => i));
      expect(matches.flatMap((match) => match.right).sort((a, b) => a - b)).toEqual(right.map((_, j) => j));
      const there = matches.map((match) => `${match.kind} ${match.left} > ${match.right}`);
      const back = alignClauses(right, left).matches.map(
        (match) => `${swapped[match.kind] ?? match.kind} ${match.right} > ${match.left}`,
      );
      expect(back.sort()).toEqual(there.sort());
    }
  });

  test('a version against itself has no changes', () => {
    for (const { left } of readPairs()) expect(compareClauses(left, left).changes).toEqual([]);
  });

  test('no word is cut', () => {
    const pairs = JSON.parse(readFileSync(join(folder!, 'words', 'real.json'), 'utf8'));
    const isLetter = (char: string | undefined) => /[\p{L}\p{N}]/u.test(char ?? '');
    for (const { before, after } of pairs as { before: string; after: string }[]) {
      for (const own of ['removed', 'added']) {
        const spans = diffWords(before, after).filter(([kind]) => kind === 'kept' || kind === own);
        const cuts = spans.filter(
          ([, text], at) => at > 0 && isLetter(spans[at - 1]![1].at(-1)) && isLetter(text[0]),
        );
        expect(cuts).toEqual([]);
      }
    }
  });
});
