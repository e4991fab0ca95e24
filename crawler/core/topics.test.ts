import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseClauses } from './clauses.ts';
import type { PlacedClause } from './model.ts';
import { standTopics } from './topic-standing.ts';
import { JUDGED_LANGUAGES, labelText, labelTopics, listRules, TOPICS } from './topics.ts';

const topicsOf = (text: string, headings: string[] = []) =>
  labelTopics({ kind: 'paragraph', level: 0, text }, headings).map(({ topic }) => topic);

const labelled: [text: string, topics: string[]][] = [
  ['We place a cookie in your browser.', ['cookies']],
  ['Our server log files record the IP address of each visitor.', ['log-files']],
  ['Readers under the age of 13 need parental consent.', ['children']],
  ['We protect your data with encryption and firewalls.', ['security']],
  [
    'We delete your account data as soon as you ask; invoices are kept for ten years.',
    ['rights', 'retention'],
  ],
  ['We may update this policy from time to time.', ['policy-change']],
  ['We do not respond to Do Not Track signals.', ['do-not-track']],
  ['California residents may ask for a list.', ['law-specific']],
  ['Data may be transferred to the United States.', ['transfer-abroad']],
  ['We disclose records where required by law or by court order.', ['third-parties', 'legal-disclosure']],
  ['Write to privacy@example.com.', ['contact']],
  ['You can unsubscribe from our newsletter at any time.', ['mailing-lists', 'choice']],
  ['We strive to protect the privacy of our users.', []],
  ['The reading room is open on Sundays.', []],
];

describe('topics of a clause', () => {
  test.each(labelled)('%s', (text, topics) => {
    expect(topicsOf(text)).toEqual(topics);
  });

  test('come from the headings above as well', () => {
    expect(topicsOf('They last for one visit.', ['Privacy policy', 'Cookies'])).toEqual(['cookies']);
  });

  test('carry the rule that fired', () => {
    const clause = { kind: 'heading', level: 2, text: 'Cookies' } as const;
    expect(labelTopics(clause, [])).toEqual([{ topic: 'cookies', rule: 'cookies/heading' }]);
  });

  test('of commentary are commentary', () => {
    const tips = ['Tips for reviewing the policies of other sites'];
    expect(topicsOf('Does the site say whether it uses cookies?', tips)).toEqual(['commentary']);
  });
});

describe('topics of a text', () => {
  const read = (markdown: string) =>
    labelText(parseClauses(markdown), 'en').clauses.map(({ topics }) => topics.map(({ topic }) => topic));

  test('do not come from its title', () => {
    const text = '# Privacy and Cookies Policy\n\nWe sell bowls.\n\n## Opening hours\n\nWe open at nine.';
    expect(read(text)).toEqual([[], [], [], []]);
  });

  test('come from the heading of a section', () => {
    const text = '# Privacy policy\n\n## Cookies\n\nThey last for one visit.';
    expect(read(text)).toEqual([[], ['cookies'], ['cookies']]);
  });
});

describe.each(JUDGED_LANGUAGES)('the rules of %s', (language) => {
  test('have each a name of their own and a topic that is listed', () => {
    const names = listRules(language).map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const topics = new Set(TOPICS.map(({ name }) => name));
    expect(listRules(language).filter(({ topic }) => !topics.has(topic))).toEqual([]);
  });
});

/** What a reader of the two founding texts finds on each topic: which policy speaks of it. */
const cells: [topic: string, paltalk: boolean, customchat: boolean][] = [
  ['cookies', true, true],
  ['third-parties', true, true],
  ['contact', true, true],
  ['mailing-lists', true, true],
  ['choice', true, false],
  ['log-files', false, true],
  ['children', false, true],
  ['seals', false, true],
  ['outside-links', false, true],
  ['policy-change', false, true],
  ['security', false, false],
];

const corpus = process.env.PALIMPSEST_CORPUS;
const seeds = corpus ? join(corpus, 'seeds') : '';

/** The seeds as their Markdown would have it, by the plainest means: quote marks off, titles to headings. */
function readSeed(name: string, tidy: (text: string) => string): PlacedClause[] {
  const lines = readFileSync(join(seeds, name), 'utf8').split('\n');
  return parseClauses(tidy(lines.map((line) => line.replace(/^> ?/, '').trim()).join('\n')));
}

describe.skipIf(!existsSync(seeds))(
  'the founding texts (skipped unless PALIMPSEST_CORPUS holds seeds/)',
  () => {
    const speaks = (clauses: PlacedClause[], topic: string) => {
      const { labelling, clauses: labels } = labelText(clauses, 'en');
      const read = clauses.map(({ kind }, at) => ({ kind, ...labels[at]! }));
      return standTopics({ labelling, clauses: read }).get(topic) === 'spoken';
    };

    test.each(cells)('%s', (topic, paltalk, customchat) => {
      const quoted = (text: string) =>
        text.replace(/^[*][^\n]*[*]$/m, '').replace(/^\*\*([^*\n]{1,40})\*\*$/gm, '## $1\n');
      const typed = (text: string) =>
        text
          .replace(/^• +/gm, '- ')
          .replace(/^(?=Tips for|Warning about)/gm, '## ')
          .replace(/^([A-Z][\w. ]{3,40}): +/gm, '## $1\n\n');
      expect(speaks(readSeed('000_4f109db51c8e7a24.txt', quoted), topic)).toBe(paltalk);
      expect(speaks(readSeed('003_6f7ec609ffaa04d4.txt', typed), topic)).toBe(customchat);
    });
  },
);
