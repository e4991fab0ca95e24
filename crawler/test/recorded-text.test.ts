/**
 * Recorded captures from the archive's answer to the text: the scenarios of the recordings that two rooms decide
 * together. See crawler/archive/recordings-support.ts.
 */
import { afterEach, expect, it } from 'vitest';
import { explainSkipping, startRecordings, suite } from '../archive/recordings-support.ts';
import { closeAll, startClient } from '../archive/test-support.ts';
import { decodeText } from '../normalize/decode.ts';
import { normalizePayload } from '../normalize/normalize.ts';

afterEach(closeAll);
explainSkipping();

suite('a recorded capture', () => {
  async function fetchRecorded(listedTimestamp: string, original: string) {
    const { client } = startClient((await startRecordings()).origin);
    const playback = await client.fetchMemento({ listedTimestamp, original });
    if (playback.kind !== 'memento') throw new Error(playback.kind);
    return playback.memento;
  }

  async function readText(listedTimestamp: string, original: string): Promise<string> {
    const memento = await fetchRecorded(listedTimestamp, original);
    return decodeText(memento.payload, memento.contentType).text;
  }

  it('A14: has no byte order mark in its text', async () => {
    const text = await readText('20171124143728', 'http://fws.gov/');
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
    expect(text).toMatch(/^\s*</);
  });

  it('A15: is read as UTF-8 where only its meta element says so', async () => {
    const url = 'https://www.cdc.gov/coronavirus/2019-ncov/travelers/after-travel-precautions-japanese.html';
    expect(/<title>([^<]*)/.exec(await readText('20201123040127', url))?.[1]?.trim()).toBe('旅行後  | CDC');
  });

  it('A16: is read as windows-1252 where nothing says anything', async () => {
    expect(await readText('19970427191925', 'http://www.zew.de/')).toContain('Finanzmärkte');
  });

  it('A18: that is a PDF is not taken for HTML', async () => {
    const memento = await fetchRecorded(
      '20200430024232',
      'https://www.epa.gov/sites/production/files/2016-08/documents/oar-climate-change-adaptation-plan.pdf',
    );
    const { payload: bytes, contentType, original } = memento;
    const normalization = await normalizePayload({ bytes, contentType, original });
    expect(normalization.markdown).not.toContain('%PDF');
    expect(normalization.charset).toBeNull();
  });
});
