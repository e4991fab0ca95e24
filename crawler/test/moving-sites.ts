import type { WarcCapture } from '../../scripts/warc/write-warc.ts';

/** Invented sites whose policy changes, moves and comes back, for crawls under faults. */

const CLAUSES = [
  'We collect your name and mail address when you place an order, and keep both for two years after the last one.',
  'We share personal information with the carriers that bring your parcels, and with nobody else without your consent.',
  'Cookies remember your basket; you may refuse them in your browser and still order by letter or by telephone.',
  'You may ask at any time which personal information we hold about you, and have it corrected or deleted.',
  'We protect what we hold with locked cabinets, and train everybody who has the key in keeping it to themselves.',
];

const TRADES = [
  'baker',
  'cooper',
  'dyer',
  'fuller',
  'glover',
  'hatter',
  'joiner',
  'mason',
  'potter',
  'reeve',
];
const MORE_TRADES = ['sawyer', 'tanner', 'weaver'];

/** Thirteen of them. */
export const MOVING_DOMAINS: readonly string[] = [...TRADES, ...MORE_TRADES].map((name) => `${name}.example`);

function policyPage(domain: string, rule: string): string {
  const clauses = [...CLAUSES, `This is what ${domain} promises: ${rule}`];
  const body = clauses.map((clause) => `<p>${clause}</p>`).join('\n');
  return `<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>\n${body}</body></html>`;
}

const homePage = (link: string) =>
  `<html><head><title>Welcome</title></head><body><p>Welcome to our shop.</p><a href="${link}">Privacy Policy</a></body></html>`;

const HTML = [['Content-Type', 'text/html; charset=utf-8']] as const;

/**
 * Home pages once a year; a policy at one address until 2008, which then redirects to the next; at both it changes, stays
 * for a while (revisits) and comes back to what it said before.
 */
export function movingSite(domain: string, seed: number): WarcCapture[] {
  const [first, second] = [`http://www.${domain}/privacy.html`, `https://www.${domain}/legal/privacy-policy`];
  const captures: WarcCapture[] = [];
  const at = (year: number, month: number) =>
    `${year}${String(month).padStart(2, '0')}01${String(seed).padStart(2, '0')}0000`;
  for (let year = 2003; year <= 2013; year += 1) {
    const link = year < 2008 ? '/privacy.html' : '/legal/privacy-policy';
    captures.push({
      url: `http://www.${domain}/`,
      timestamp: at(year, 2),
      headers: HTML,
      body: homePage(link),
    });
    const url = year < 2008 ? first : second;
    const rule = `rule ${year % 3 === seed % 3 ? 'nought' : year - (year % 2)} holds.`;
    const body = policyPage(domain, rule);
    captures.push({ url, timestamp: at(year, 3), headers: HTML, body });
    const revisitOf = { url, timestamp: at(year, 3) };
    captures.push({ url, timestamp: at(year, 7), headers: HTML, body, revisitOf });
    if (year === 2009 || year === 2011) {
      const headers = [['Location', '/legal/privacy-policy']] as const;
      captures.push({ url: first, timestamp: at(year, 4), status: 301, headers, body: '' });
    }
  }
  return captures;
}

export const movingSites = (domains: readonly string[] = MOVING_DOMAINS): WarcCapture[] =>
  domains.flatMap((domain, index) => movingSite(domain, index + 1));
