import { beforeAll, expect, it } from 'vitest';
import type { Company, PlannedCapture } from '../../scripts/demo-collection/model.ts';
import { planCaptures } from '../../scripts/demo-collection/plan.ts';
import { readCompanies } from '../../scripts/demo-collection/read-company.ts';
import { companiesFolder } from '../../scripts/make-demo.ts';
import { openStoreReadOnly } from '../store/open.ts';
import { demoStore } from './demo-store.ts';

/**
 * The demo collection's histories say which text each capture shows, in whatever markup, with whatever adverts, dates
 * and counters around it. The crawler must find just those: no change that is none, no change unseen.
 */
let storeFile: string;

beforeAll(async () => {
  storeFile = await demoStore();
});

/** Captures that show a text, in time order: a frameset's own page and one that only a script fills show none. */
function plannedTexts(company: Company): PlannedCapture[] {
  return planCaptures(company)
    .filter(({ version, role, look }) => {
      const holdsText = role === 'frame' || (role === 'policy' && look !== 'frameset');
      return version !== null && holdsText && look !== 'spa-shell';
    })
    .sort((left, right) => (left.timestamp < right.timestamp ? -1 : 1));
}

/** The hash of the text found for each capture, by address and time. */
function foundTexts(domain: string): Map<string, string | null> {
  const store = openStoreReadOnly(storeFile);
  const rows = store
    .prepare(
      `select c.original || ' ' || c.timestamp as capture, v.text_hash as hash from v_captures c
       left join v_versions v on v.domain = c.domain and v.policy = c.policy and v.version = c.version
       where c.domain = ?`,
    )
    .all(domain) as { capture: string; hash: string | null }[];
  store.close();
  return new Map(rows.map(({ capture, hash }) => [capture, hash]));
}

/** Captures that must have a text and have none, and neighbours that the crawler tells apart where the history does not, or the reverse. */
function listErrors(company: Company): string[] {
  const found = foundTexts(company.domain);
  const planned = plannedTexts(company);
  const name = ({ url, timestamp }: PlannedCapture) => `${url} ${timestamp}`;
  const missing = planned.filter((capture) => !found.get(name(capture)));
  const wrong = planned.slice(1).flatMap((capture, at) => {
    const before = planned[at]!;
    const isChange = capture.version !== before.version;
    const isSeen = found.get(name(capture)) !== found.get(name(before));
    if (isChange === isSeen) return [];
    return `${isChange ? 'unseen change' : 'no change, but seen as one'}: ${name(before)} to ${name(capture)}`;
  });
  return [...missing.map((capture) => `no text: ${name(capture)}`), ...wrong];
}

const companies = readCompanies(companiesFolder);

it.each(companies)('$domain: finds the texts of its history, and no others', (company) =>
  expect(listErrors(company)).toEqual([]),
);
