/** What the committed texts must come to; see "What a collection must have" in data/demo/README.md. */
import { describe, expect, it } from 'vitest';
import { formatDate, isTimestamp } from '../../crawler/core/timestamp.ts';
import { companiesFolder } from '../make-demo.ts';
import { distinctTexts, versionWords } from './describe.ts';
import { eraAt } from './eras.ts';
import { type Company, eventKinds, looks, type PlannedCapture } from './model.ts';
import { planCaptures } from './plan.ts';
import { readCompanies } from './read-company.ts';

const companies = readCompanies(companiesFolder);
const plans = new Map(companies.map((company) => [company.domain, planCaptures(company)]));
const all = [...plans.values()].flat();

function policyCaptures(company: Company): PlannedCapture[] {
  return (plans.get(company.domain) ?? []).filter(({ role }) => role === 'policy');
}

function policyYears(company: Company): number[] {
  return [...new Set(policyCaptures(company).map(({ timestamp }) => Number(timestamp.slice(0, 4))))].sort();
}

it('has four companies', () => {
  expect(companies.map(({ domain }) => domain)).toHaveLength(4);
});

describe.each(companies.map((company) => [company.domain, company] as const))('%s', (_domain, company) => {
  const captures = plans.get(company.domain) ?? [];

  it('has at least twelve distinct texts and sixty captures of the policy', () => {
    expect(distinctTexts(company)).toBeGreaterThanOrEqual(12);
    expect(policyCaptures(company).length).toBeGreaterThanOrEqual(60);
  });

  it('shows every text at least once in markup that holds it', () => {
    const readable = policyCaptures(company).filter(({ look }) => look !== 'spa-shell');
    expect(new Set(readable.map(({ version }) => version))).toEqual(
      new Set(company.versions.map(({ id }) => id)),
    );
  });

  it('grows from some hundred words to three thousand and more', () => {
    const [first, last] = [company.versions[0]!, company.versions.at(-1)!];
    expect(versionWords(company, first)).toBeGreaterThan(300);
    expect(versionWords(company, first)).toBeLessThan(800);
    expect(versionWords(company, last)).toBeGreaterThan(3000);
  });

  it('runs from the 1990s to 2024', () => {
    const years = policyYears(company);
    expect(years[0]).toBeLessThan(2000);
    expect(years.at(-1)).toBe(2024);
  });

  it('lies on reserved hosts alone, links included', () => {
    const links = captures.flatMap(({ payload }) =>
      [
        ...Buffer.from(payload)
          .toString('latin1')
          .matchAll(/\bhttps?:\/\/([^/"'\s<>):]+)/giu),
      ].map(([, host]) => host!),
    );
    const markupNames = ['www.w3.org'];
    const foreign = [...links, ...captures.map(({ url }) => new URL(url).hostname)].filter(
      (host) => !host.endsWith('.example') && !markupNames.includes(host),
    );
    expect([...new Set(foreign)]).toEqual([]);
  });

  it('has real timestamps, each address at most once a second, in order', () => {
    const keys = captures.map(({ timestamp, url }) => `${timestamp} ${url}`);
    expect(captures.filter(({ timestamp }) => !isTimestamp(timestamp))).toEqual([]);
    expect(keys).toEqual([...new Set(keys)].sort());
  });

  it('links the policy in use, or an address that redirects to it, from every readable home page', () => {
    const homes = captures.filter(({ role, look }) => role === 'home' && look !== 'spa-shell');
    expect(homes.length).toBeGreaterThanOrEqual(20);
    for (const home of homes) {
      const hrefs = [
        ...Buffer.from(home.payload)
          .toString('latin1')
          .matchAll(/href="([^"]+)"/giu),
      ];
      const paths = hrefs.map(([, href]) => new URL(href!.replace(/\?sid=.*/u, ''), home.url).pathname);
      const { policy, policyAs } = eraAt(company.eras, formatDate(home.timestamp));
      expect(paths, `${home.timestamp} ${home.url}`).toContain(new URL(policyAs ?? policy).pathname);
    }
  });
});

describe('the collection as a whole', () => {
  it('has years in which a policy was never captured', () => {
    const broken = companies.filter((company) => {
      const years = policyYears(company);
      return years.length < years.at(-1)! - years[0]! + 1;
    });
    expect(broken.length).toBeGreaterThanOrEqual(2);
  });

  it('shows every look and every kind of event', () => {
    expect(new Set(all.map(({ look }) => look))).toEqual(new Set(looks));
    const roles = new Set(all.map(({ role }) => role));
    expect(eventKinds.filter((kind) => !roles.has(kind))).toEqual([]);
    expect(roles.has('frame')).toBe(true);
  });

  it('has a policy whose address moves twice', () => {
    const moves = all.filter(({ role, url }) => role === 'moved' && url.includes('parlor.example/'));
    expect(new Set(moves.map(({ url }) => new URL(url).pathname))).toEqual(
      new Set(['/privacy.htm', '/en/privacy.shtml', '/']),
    );
  });

  it('has bytes of windows-1252 that nothing declares, and UTF-8 that is declared as something else', () => {
    const undeclared = all.filter(({ payload }) => {
      const text = Buffer.from(payload).toString('latin1');
      return /[\u0091-\u0097]/u.test(text) && !/charset=/iu.test(text);
    });
    expect(undeclared.length).toBeGreaterThan(0);
    const wrong = all.filter(({ payload }) => {
      const text = Buffer.from(payload).toString('latin1');
      return /charset=iso-8859-1/iu.test(text) && text.includes('\u00e2\u0080');
    });
    expect(wrong.length).toBeGreaterThan(0);
  });

  it('has captures whose bytes change while the text stays, and captures whose bytes stay', () => {
    const byVersion = Map.groupBy(
      all.filter(({ role }) => role === 'policy'),
      ({ url, version }) => `${url} ${version}`,
    );
    const spreads = [...byVersion.values()]
      .filter((captures) => captures.length > 1)
      .map(
        (captures) => new Set(captures.map(({ payload }) => Buffer.from(payload).toString('latin1'))).size,
      );
    expect(spreads.some((count) => count === 1)).toBe(true);
    expect(spreads.some((count) => count > 1)).toBe(true);
  });

  it('brings texts back, lets a stated date stay over a change, and rewrites one policy wholly', () => {
    const pairs = companies.flatMap(({ versions }) =>
      versions.slice(1).map((version, index) => ({ before: versions[index]!, version, versions })),
    );
    const returned = pairs.filter(({ version, versions }) =>
      versions.some(({ from, keys }) => from < version.from && String(keys) === String(version.keys)),
    );
    const staying = pairs.filter(
      ({ before, version }) =>
        version.stated !== null &&
        before.stated === version.stated &&
        String(before.keys) !== String(version.keys),
    );
    const rewritten = pairs.filter(
      ({ before, version }) => !version.keys.some((key) => before.keys.includes(key)),
    );
    expect([returned.length, staying.length].every((count) => count >= 2)).toBe(true);
    expect(rewritten.length).toBeGreaterThanOrEqual(1);
  });
});
