import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseClauses, splitLeads } from '../core/clauses.ts';
import { plainText } from '../core/inline.ts';
import { markdownToHtml } from './foreign-markdown.ts';
import { normalizePayload } from './normalize.ts';

/**
 * What must hold of every page, on real ones: a folder of captures that is no part of this repository, named by
 * PALIMPSEST_CORPUS (`corpus/captures.jsonl` and packs of pages). A quarter of an hour of pages is too many for every
 * run: one capture of each document is taken; PALIMPSEST_CORPUS_TURN=1, 2 … takes others.
 */
const FOLDER = process.env.PALIMPSEST_CORPUS ? join(process.env.PALIMPSEST_CORPUS, 'corpus') : null;
const isThere = FOLDER !== null && existsSync(join(FOLDER, 'captures.jsonl'));

interface CorpusCapture {
  readonly service: string;
  readonly type: string;
  readonly url: string;
  readonly page: { readonly pack: string; readonly at: number; readonly size: number };
}

function readCaptures(folder: string): CorpusCapture[] {
  const lines = readFileSync(join(folder, 'captures.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as CorpusCapture);
}

function readPage(folder: string, { page }: CorpusCapture): Uint8Array {
  const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 };
  const pack = brotliDecompressSync(readFileSync(join(folder, 'pages', page.pack)), { params });
  return pack.subarray(page.at, page.at + page.size);
}

/** One capture of each document; which one depends on `turn`. */
function chooseCaptures(captures: readonly CorpusCapture[], turn: number): [string, CorpusCapture][] {
  const documents = Map.groupBy(captures, (capture) => `${capture.service}, ${capture.type}`);
  return [...documents].map(([name, list]) => [name, list[(turn * 7) % list.length]!]);
}

const turn = Number(process.env.PALIMPSEST_CORPUS_TURN ?? 0);
const chosen = isThere ? chooseCaptures(readCaptures(FOLDER), turn) : [];
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

describe('pages of a corpus', () => {
  it.skipIf(isThere)(
    'are tested only where PALIMPSEST_CORPUS names a folder with corpus/captures.jsonl',
    () => {},
  );

  it.each(chosen)('%s', async (_name, capture) => {
    const bytes = readPage(FOLDER!, capture);
    const { outcome, markdown } = await normalizePayload({
      bytes,
      contentType: 'text/html',
      original: capture.url,
    });
    expect(outcome).toBe('version');

    // Clauses with what stands before each reproduce the text, and nothing a reader reads stands between them.
    const clauses = parseClauses(markdown);
    const { leads, tail } = splitLeads(markdown, clauses);
    expect(clauses.map((clause, at) => leads[at] + clause.text).join('') + tail).toBe(markdown);
    for (const lead of leads) expect(lead).not.toMatch(/\p{L}/u);
    for (const clause of clauses) expect(plainText(clause.text).trim()).not.toBe('');

    // Our own Markdown, rendered and normalized, gives the same Markdown.
    const rendered = Buffer.from(`<!doctype html><body>${markdownToHtml(markdown)}</body>`);
    const again = await normalizePayload({
      bytes: rendered,
      contentType: 'text/html; charset=utf-8',
      original: capture.url,
    });
    expect(hash(again.markdown) === hash(markdown) ? '' : firstDifference(markdown, again.markdown)).toBe('');
  });
});

function firstDifference(left: string, right: string): string {
  const lines = right.split('\n');
  const at = left.split('\n').findIndex((line, number) => line !== lines[number]);
  return `line ${at}: ${left.split('\n')[at]} <> ${lines[at]}`;
}
