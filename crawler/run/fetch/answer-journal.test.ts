import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeAll, startArchive, startClient } from '../../archive/test-support.ts';
import { openAnswerJournal } from './answer-journal.ts';

const ADDRESS = 'http://example.com/privacy';
const CAPTURE = { listedTimestamp: '20100101000000', original: ADDRESS };
const TEXT = 'We keep what you tell us in a locked drawer, and open it for nobody. '.repeat(200);

let folder: string;
let store: string;
const answers = () => `${store}-answers`;
const startExample = () =>
  startArchive([
    {
      url: ADDRESS,
      timestamp: CAPTURE.listedTimestamp,
      headers: [['Content-Type', 'text/html']],
      body: TEXT,
    },
  ]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'answer-journal-'));
  store = join(folder, 'store.sqlite');
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true });
});

describe('the answer journal', () => {
  test('gives a later process what an earlier one had read and not kept, without a request', async () => {
    const server = await startExample();
    const killed = startClient(server.origin, { journal: openAnswerJournal(store) });
    const playback = await killed.client.fetchMemento(CAPTURE);
    expect(readdirSync(answers())).toHaveLength(1);

    const journal = openAnswerJournal(store);
    const { client } = startClient(server.origin, { journal });
    const again = await client.fetchMemento(CAPTURE);
    expect(again).toEqual(playback);
    expect(again.kind === 'memento' && Buffer.from(again.memento.payload).toString()).toBe(TEXT);
    expect(server.log).toHaveLength(1);
    expect(client.counts()).toMatchObject({ memento: 0, receivedBytes: 0 });

    client.settle(again);
    journal.close();
    expect(existsSync(answers())).toBe(false);
  });

  test('gives nothing that is too large once it is unpacked: it is asked for, and refused, as ever', async () => {
    const server = await startExample();
    const killed = startClient(server.origin, { journal: openAnswerJournal(store) });
    await killed.client.fetchMemento(CAPTURE);
    const limits = { maxAnswerBytes: TEXT.length - 1, journal: openAnswerJournal(store) };
    const { client } = startClient(server.origin, limits);
    expect((await client.fetchMemento(CAPTURE)).kind).toBe('too-large');
    expect(server.log).toHaveLength(2);
  });

  test('does not take a file for an answer that a kill cut short', async () => {
    const server = await startExample();
    const killed = startClient(server.origin, { journal: openAnswerJournal(store) });
    const playback = await killed.client.fetchMemento(CAPTURE);
    const file = join(answers(), readdirSync(answers())[0]!);
    const whole = readFileSync(file);
    for (const length of [0, 10, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      const { client } = startClient(server.origin, { journal: openAnswerJournal(store) });
      expect(await client.fetchMemento(CAPTURE)).toEqual(playback);
    }
    expect(server.log).toHaveLength(4);
  });

  test('notes nothing that is not a captured page', async () => {
    const server = await startExample();
    const { client } = startClient(server.origin, { journal: openAnswerJournal(store) });
    expect((await client.fetchMemento({ ...CAPTURE, original: 'http://example.com/other' })).kind).toBe(
      'not-archived',
    );
    await client.listCaptures({ url: ADDRESS });
    expect(readdirSync(answers())).toEqual([]);
  });

  test('remembers that an archive told an untruth until a run ends in order, and of that archive alone', () => {
    const [liar, other] = ['http://one.example', 'http://two.example'];
    openAnswerJournal(store).noteUntruth(liar);
    const journal = openAnswerJournal(store);
    expect([liar, other].map(journal.hasUntruth)).toEqual([true, false]);
    journal.close();
    expect(existsSync(answers())).toBe(false);
    expect(openAnswerJournal(store).hasUntruth(liar)).toBe(false);
  });

  test('does without where nothing can be written', async () => {
    const server = await startExample();
    writeFileSync(answers(), 'a file where the folder would be');
    expect(() => openAnswerJournal(store)).toThrow(/store\.sqlite-answers is in the way/);
    rmSync(answers());
    const journal = openAnswerJournal(store);
    rmSync(answers(), { recursive: true });
    writeFileSync(answers(), 'a file where the folder would be');
    const { client } = startClient(server.origin, { journal });
    expect((await client.fetchMemento(CAPTURE)).kind).toBe('memento');
  });
});
