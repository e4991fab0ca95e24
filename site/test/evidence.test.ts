import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import yauzl from 'yauzl';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** The evidence of a version and of a change, checked as somebody would who has nothing of ours. */

const KINDS = [
  ['a version', `${POLICY}/2001-02-04/evidence.zip`, ['text.md', 'answer.json']],
  [
    'a change',
    `${POLICY}/2000-06-20--2001-02-04/evidence.zip`,
    ['left/text.md', 'right/answer.json', 'change.json'],
  ],
] as const;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const VERIFIERS = [
  ['Node', process.execPath, 'verify.mjs'],
  ...(hasPython ? [['Python', 'python3', 'verify.py'] as const] : []),
] as const;

const reader = readInChromium(fixtureSite);
let folder: string;

beforeAll(async () => {
  folder = (await fixtureSite()).folder;
});

/** Unpacks a ZIP with a program that is not ours into a new folder. */
async function unpack(file: string): Promise<string> {
  const into = mkdtempSync(join(tmpdir(), 'palimpsest-evidence-'));
  const zip = await yauzl.openPromise(file);
  for await (const entry of zip.eachEntry()) {
    const target = join(into, entry.fileName);
    mkdirSync(dirname(target), { recursive: true });
    const stream = await zip.openReadStreamPromise(entry);
    writeFileSync(target, await buffer(stream));
  }
  return into;
}

function verify(command: string, script: string, into: string) {
  const { status, stdout } = spawnSync(command, [join(into, script)], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status, said: stdout.trim().split('\n') };
}

function alter(file: string): void {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(file, bytes);
}

describe.each(KINDS)('the evidence of %s', (_, path, files) => {
  test.each(VERIFIERS)(
    'is whole to %s alone, and one altered byte is named with its file',
    async (_name, command, script) => {
      const into = await unpack(join(folder, path));
      expect(verify(command, script, into)).toMatchObject({
        status: 0,
        said: [expect.stringMatching(/^\d+ files are as they were packed\.$/)],
      });
      const [{ payload }] = JSON.parse(readFileSync(join(into, 'evidence.json'), 'utf8')).texts;
      for (const file of [...files, 'evidence.json', payload.file]) {
        const other = await unpack(join(folder, path));
        alter(join(other, file));
        const { status, said } = verify(command, script, other);
        expect(status).toBe(1);
        expect(said[0]).toBe(`${file}: was altered`);
      }
    },
  );
});

test('the evidence of a clause is put together in the browser, and is whole', async () => {
  await reader.open(
    `${POLICY}/clauses/our-web-site-sets-one-cookie-which-remembers/`,
    {},
    async (page, faults) => {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Evidence of this clause' }).click();
      const into = await unpack(await (await saved).path());
      expect(verify(process.execPath, 'verify.mjs', into)).toMatchObject({ status: 0 });
      const evidence = JSON.parse(readFileSync(join(into, 'evidence.json'), 'utf8'));
      expect(evidence.kind).toBe('clause');
      expect(evidence.texts.length).toBeGreaterThan(1);
      alter(join(into, evidence.texts[1].payload.file));
      expect(verify(process.execPath, 'verify.mjs', into).said[0]).toBe(
        `${evidence.texts[1].payload.file}: was altered`,
      );
      expect(faults).toEqual([]);
    },
  );
});

test('evidence says which capture it is, when it was retrieved and by which rules the text was made', async () => {
  const into = await unpack(join(folder, KINDS[0][1]));
  const evidence = JSON.parse(readFileSync(join(into, 'evidence.json'), 'utf8'));
  expect(evidence).toMatchObject({ kind: 'version', made_by: 'Palimpsest' });
  expect(Object.keys(evidence.rules).length).toBeGreaterThan(1);
  const [text] = evidence.texts;
  expect(text.capture).toMatchObject({
    memento_url: expect.stringContaining('20010204'),
    retrieved_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  expect(text.payload.sha256).toBe(text.payload_hash);
  expect(readFileSync(join(into, 'text.md'), 'utf8').length).toBeGreaterThan(100);
});
