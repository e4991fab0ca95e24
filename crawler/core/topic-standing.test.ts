import { expect, test } from 'vitest';
import { parseClauses } from './clauses.ts';
import { SUBJECTS, standTopics } from './topic-standing.ts';
import { labelText } from './topics.ts';

const read = (markdown: string, language: string | null) => {
  const clauses = parseClauses(markdown);
  const { labelling, clauses: labels } = labelText(clauses, language);
  return standTopics({
    labelling,
    clauses: clauses.map(({ kind }, at) => ({ kind, ...labels[at]! })),
  });
};

test('a topic is spoken of where a clause speaks of it, and else silent', () => {
  const standing = read('# Privacy policy\n\nWe place a cookie in your browser.\n\n## Children', 'en');
  expect(standing.get('cookies')).toBe('spoken');
  expect(standing.get('children')).toBe('silent');
  expect([...standing.keys()]).toEqual(SUBJECTS);
});

test.each([null, 'tlh'])('nothing is said of a text in a language without rules (%s)', (language) => {
  const standing = read('# nugh\n\ncookies cookie', language);
  expect(new Set(standing.values())).toEqual(new Set(['not-judged']));
});

test('what only perhaps speaks of a topic is neither said nor silent', () => {
  const clause = {
    kind: 'paragraph',
    topics: [],
    perhaps: [{ topic: 'rights', rule: 'rights/model' }],
  } as const;
  const labelling = { language: 'en' };
  expect(standTopics({ labelling, clauses: [clause] }).get('rights')).toBe('perhaps');
  const heading = { ...clause, kind: 'heading' } as const;
  expect(standTopics({ labelling, clauses: [heading] }).get('rights')).toBe('silent');
  const spoken = { ...clause, topics: clause.perhaps };
  expect(standTopics({ labelling, clauses: [clause, spoken] }).get('rights')).toBe('spoken');
});
