/**
 * Whole crawls over recorded captures of the Wayback Machine: section D of the recordings' own README, where the scenarios
 * of its sections A and B come together in a store. None of the pages is a privacy policy, hence `--any-text`.
 */
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { explainSkipping, startRecordings, suite } from '../archive/recordings-support.ts';
import { closeAll } from '../archive/test-support.ts';
import { openStoreReadOnly } from '../store/open.ts';
import { readPayload } from '../store/payloads.ts';
import { listPolicyRows, listStoredCaptures, readMemento } from '../store/read/ground.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';

afterEach(closeAll);
explainSkipping();

const folder = makeFolder();

interface CrawledCapture {
  readonly timestamp: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly version: number | null;
  /** Of the payload kept for it; null where none was. */
  readonly bytes: number | null;
}

/** Crawls the addresses given, and again over the same store; returns the captures and the requests for bytes of both. */
async function crawlTwice(domain: string, ...urls: string[]) {
  const store = join(folder, `${domain}-${urls.length}.sqlite`);
  const crawl = async () => {
    const { origin, readLog } = await startRecordings('--mode', 'index', '--playable-only');
    const address = ['--any-text', '--url', ...urls, '--archive', origin, '--store', store];
    const result = await runHere(['crawl', domain, ...address, ...FAST]);
    const requests = (await readLog()).filter(({ target }) => /^\/web\/\d+id_\//.test(target));
    return { result, requests: requests.map(({ target }) => target) };
  };
  const first = await crawl();
  const second = await crawl();
  return { ...first, again: second.requests, captures: readCaptures(store) };
}

function readCaptures(file: string): CrawledCapture[] {
  const store = openStoreReadOnly(file);
  try {
    const outcomes = store.prepare(
      'select o.outcome, o.reason, v.version from outcomes o left join versions v on v.id = o.version_id where o.capture_id = ?',
    );
    // Addresses may speak of several policies.
    const listed = listPolicyRows(store).flatMap(({ id }) => listStoredCaptures(store, { policyId: id }));
    return listed.map(({ id, timestamp }) => {
      const memento = readMemento(store, id);
      const bytes = memento && readPayload(store, memento.payloadId).length;
      return {
        timestamp: timestamp!,
        bytes,
        ...(outcomes.get(id) as Omit<CrawledCapture, 'timestamp' | 'bytes'>),
      };
    });
  } finally {
    store.close();
  }
}

const HPMS =
  'https://highways.dot.gov/safety/data-analysis-tools/rsdp/rsdp-tools/highway-performance-monitoring-system-hpms';
const HFSTUDY = [
  'epa-analysis-fracfocus-1-data',
  'epa-analysis-fracfocus-1-data-fact-sheet',
  'epa-analysis-fracfocus-10-data-webinar-presentation',
  'epa-federal-partner-consultation-hydraulic-fracturing-study-monday-june-7-2010',
  'epa-hydraulic-fracturing-study-consultation-tribal-governments-august-5-and-30-2010',
  'epa-project-database-developed-fracfocus-1-disclosures',
  'epa-public-meetings-hydraulic-fracturing-study-july-8-2010september-15-2010-0',
  'epa-published-research-related-hydraulic-fracturing-study',
  'epa-state-level-summaries-fracfocus-1-hydraulic-fracturing-data',
  'epas-hydraulic-fracturing-study-2013-technical-workshop-themes',
  'epas-study-potential-impacts-hydraulic-fracturing-drinking-water-resources-wastewater-source',
].map((page) => `https://www.epa.gov/hfstudy/${page}`);
const PDF =
  'https://www.epa.gov/sites/production/files/2016-08/documents/oar-climate-change-adaptation-plan.pdf';

suite('a whole crawl of recorded captures', () => {
  it('B5: seven refusals of a firewall and one page: one version, for one request', async () => {
    const { result, captures, requests, again } = await crawlTwice('highways.dot.gov', HPMS);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(captures).toHaveLength(8);
    const versions = captures.filter(({ outcome }) => outcome === 'version');
    expect(versions).toEqual([
      { timestamp: '20260416012735', outcome: 'version', reason: null, version: 1, bytes: 67_912 },
    ]);
    expect(captures.filter(({ reason }) => reason === 'error-status')).toHaveLength(7);
    expect(requests).toHaveLength(1);
    expect(again).toEqual([]);
  });

  it('without the switch none of it is taken for a policy, and with it nothing is fetched again', async () => {
    const store = join(folder, 'judged.sqlite');
    const { origin, readLog } = await startRecordings('--mode', 'index', '--playable-only');
    const crawl = (...more: string[]) =>
      runHere([
        'crawl',
        'fws.gov',
        '--url',
        'https://www.fws.gov/birds/',
        '--archive',
        origin,
        '--store',
        store,
        ...more,
        ...FAST,
      ]);
    expect((await crawl()).exitCode).toBe(3);
    expect(readCaptures(store).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['not-a-policy', 'wrong-document'],
    ]);
    expect((await crawl('--any-text')).exitCode).toBe(0);
    expect(readCaptures(store).map(({ outcome }) => outcome)).toEqual(['version']);
    // Its digest is not that of the bytes (they were sent in chunks): asked for twice, believed when the same came twice.
    expect((await readLog()).filter(({ target }) => target.includes('id_/'))).toHaveLength(2);
  });

  it('B6: two captures with one digest: one download, one version, two observations', async () => {
    const page = HFSTUDY.find((url) => url.includes('published-research'))!;
    const { captures, requests, again } = await crawlTwice('epa.gov', page);
    expect(captures.map(({ timestamp, outcome, version }) => [timestamp, outcome, version])).toEqual([
      ['20190101033033', 'version', 1],
      ['20190101051123', 'duplicate', 1],
    ]);
    expect(requests).toHaveLength(1);
    expect(again).toEqual([]);
  });

  it('B6, A18: revisits without a known original are downloaded, one by one', async () => {
    const { result, captures, requests, again } = await crawlTwice('epa.gov', ...HFSTUDY);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(captures).toHaveLength(12);
    expect(captures.filter(({ bytes }) => bytes !== null)).toHaveLength(11);
    expect(captures.filter(({ outcome }) => outcome === 'version')).toHaveLength(11);
    expect(new Set(requests).size).toBe(requests.length);
    expect(requests).toHaveLength(11);
    expect(again).toEqual([]);
  });

  it('A5, B12: a captured redirect is no page, and a PDF listed twice is one capture', async () => {
    const factSheet = 'https://www.epa.gov/ghgreporting/san5779-factsheet';
    const { result, captures, again } = await crawlTwice('epa.gov', factSheet, PDF);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(captures.map(({ timestamp, outcome, bytes }) => [timestamp, outcome, bytes])).toEqual([
      ['20180808094144', 'skipped', null],
      ['20200430024232', 'version', 375_909],
    ]);
    expect(again).toEqual([]);
  });

  it.each([
    // Believed when the same bytes came twice.
    ['A1: a digest that differs', 'fws.gov', 'https://www.fws.gov/birds/', 122_756, 2],
    ['B10: identical rows', 'nasa.gov', 'http://www.nasa.gov/', 6_639, 1],
    [
      'A15: a page in Japanese',
      'cdc.gov',
      'https://www.cdc.gov/coronavirus/2019-ncov/travelers/after-travel-precautions-japanese.html',
      270_172,
      1,
    ],
  ])('%s: one capture, one version, no more requests than it takes', async (_, domain, url, bytes, most) => {
    const { result, captures, requests, again } = await crawlTwice(domain, url);
    expect(result.exitCode, result.stderr).toBe(0);
    expect(captures.map((capture) => [capture.outcome, capture.version, capture.bytes])).toEqual([
      ['version', 1, bytes],
    ]);
    expect(requests).toHaveLength(most);
    expect(again).toEqual([]);
  });

  it('A16, B11: two digests in one second: no second text is made up for the second one', async () => {
    const { result, captures, requests, again } = await crawlTwice('zew.de', 'http://www.zew.de/');
    // The page of 1997 is a list of links and holds no text.
    expect(result.exitCode, result.stderr).toBe(3);
    expect(captures.map(({ bytes, outcome }) => [bytes, outcome])).toEqual([
      [2_084, 'not-a-policy'],
      [2_084, 'not-a-policy'],
    ]);
    // Two digests are asked for; the archive has one answer for a second, whatever it lists of it.
    expect(new Set(requests).size).toBe(1);
    expect(again).toEqual([]);
  });

  it('A20: redirects are passed over, a home page listed twice is one capture', async () => {
    const pages = ['alpha', 'arid', 'impacct', 'open-2015', 'refuel', 'switches'];
    const urls = pages.map((page) => `http://arpa-e.energy.gov/?q=arpa-e-programs/${page}`);
    const { captures, again } = await crawlTwice('energy.gov', 'https://www.energy.gov/', ...urls);
    expect(captures).toHaveLength(7);
    expect(captures.filter(({ reason }) => reason === 'redirect')).toHaveLength(6);
    expect(captures.filter(({ outcome }) => outcome === 'version')).toHaveLength(1);
    expect(again).toEqual([]);
  });
});
