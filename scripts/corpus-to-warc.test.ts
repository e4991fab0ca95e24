import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { startArchiveServer } from './archive-server.ts';
import { writeCorpusWarcs } from './corpus-to-warc.ts';

const pages = ['<p>Policy of Tea House, invented', '<p>Policy of Tea House, moved', '<p>Log in first'].map(
  (text) => Buffer.from(text),
);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function packedLine(at: number, url: string, timestamp: string, more: object = {}): string {
  const page = { pack: 'tea.br', at: pages.slice(0, at).join('').length, size: pages[at]!.length };
  const line = {
    service: 'Tea House',
    type: 'Privacy Policy',
    url,
    timestamp,
    html: sha256(pages[at]!),
    page,
  };
  return `${JSON.stringify({ ...line, ...more })}\n`;
}

let corpus: string;

/** Two small corpora of invented pages in the form of the real ones. */
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), 'palimpsest-corpus-'));
  mkdirSync(join(corpus, 'corpus', 'pages'), { recursive: true });
  writeFileSync(join(corpus, 'corpus', 'pages', 'tea.br'), brotliCompressSync(Buffer.concat(pages)));
  writeFileSync(
    join(corpus, 'corpus', 'captures.jsonl'),
    packedLine(1, 'https://help.tea-post.example/privacy', '20240305060708') +
      packedLine(0, 'https://www.tea-house.example/privacy', '20220305060708') +
      packedLine(0, 'https://www.tea-house.example/terms', '20220405060708', { type: 'Terms of Service' }),
  );
  writeFileSync(
    join(corpus, 'corpus', 'rejects.jsonl'),
    packedLine(2, 'https://www.tea-house.example/privacy', '20230305060708', { reason: 'log-in page' }),
  );
  mkdirSync(join(corpus, 'corpus-oldweb', 'old.example'), { recursive: true });
  writeFileSync(join(corpus, 'corpus-oldweb', 'old.example', '1.html'), pages[0]!);
  const old = {
    timestamp: '20030305060708',
    original_url: 'http://old.example/p.htm',
    html: 'old.example/1.html',
  };
  const lines = [
    { ...old, sha256: sha256(pages[0]!) },
    { ...old, timestamp: '20040305060708', html: null },
  ];
  writeFileSync(
    join(corpus, 'corpus-oldweb', 'index.jsonl'),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
});

describe('WARC files of a corpus', () => {
  it('hold each domain’s policies and what stood in their place, a moved one under its first domain', async () => {
    const written = await writeCorpusWarcs({ corpus, outFolder: join(corpus, 'out') });
    expect(written.map(({ domain }) => domain)).toEqual(['old.example', 'tea-house.example']);
    const [, tea] = written;
    expect(tea!.urls).toEqual([
      'https://www.tea-house.example/privacy',
      'https://help.tea-post.example/privacy',
    ]);
    expect(tea!.captures.map(({ rejectedFor }) => rejectedFor)).toEqual([null, 'log-in page', null]);
  });

  it('give back the pages when served, under their addresses and times', async () => {
    const written = await writeCorpusWarcs({ corpus, outFolder: join(corpus, 'out') });
    const server = await startArchiveServer({ warcs: written.map(({ file }) => file) });
    try {
      for (const { captures } of written) {
        for (const { url, timestamp, contentType, readBody } of captures) {
          const answer = await fetch(`${server.origin}/web/${timestamp}id_/${url}`);
          expect(answer.headers.get('content-type')).toBe(contentType);
          expect(answer.headers.get('link')).toContain(`<${url}>; rel="original"`);
          expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(readBody()));
        }
      }
    } finally {
      await server.close();
    }
  });

  it('are the same bytes for the same corpus', async () => {
    const files = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const written = await writeCorpusWarcs({ corpus, outFolder: join(corpus, name) });
        return written.map(({ file }) => readFileSync(file));
      }),
    );
    expect(files[0]).toEqual(files[1]);
  });

  it('hold other documents as well where asked for', async () => {
    const options = {
      corpus,
      outFolder: join(corpus, 'out'),
      domains: ['tea-house.example'],
      allTypes: true,
    };
    const [tea] = await writeCorpusWarcs(options);
    expect(tea!.captures.map(({ type }) => type)).toContain('Terms of Service');
  });

  it('are refused for a damaged corpus, no corpus, and a domain it does not hold', async () => {
    const write = (options: object) =>
      writeCorpusWarcs({ corpus, outFolder: join(corpus, 'out'), ...options });
    await expect(write({ domains: ['other.example'] })).rejects.toThrow('other.example');
    await expect(write({ corpus: join(corpus, 'out') })).rejects.toThrow('captures.jsonl');
    writeFileSync(join(corpus, 'corpus-oldweb', 'old.example', '1.html'), 'changed');
    await expect(write({})).rejects.toThrow('hash');
  });
});
