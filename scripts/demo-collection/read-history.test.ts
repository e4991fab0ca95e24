import { describe, expect, it } from 'vitest';
import { readEras } from './read-eras.ts';
import { readVersions } from './read-versions.ts';

const first = {
  id: 'one',
  from: '1999-01-01',
  title: 'Privacy',
  stated: 'May 1999',
  clauses: ['a/1', 'b/1'],
};

describe('readVersions', () => {
  it('takes title and stated date over, and lets each version live until the next', () => {
    const [one, two] = readVersions(
      [first, { id: 'two', from: '2000-01-01', changes: ['- b/1'] }],
      'file',
      '2025-01-01',
    );
    expect(one).toMatchObject({ until: '2000-01-01' });
    expect(two).toMatchObject({ title: 'Privacy', stated: 'May 1999', keys: ['a/1'], until: '2025-01-01' });
  });

  it('brings an earlier text back with its title and stated date', () => {
    const between = { id: 'two', from: '2000-01-01', stated: null, title: 'Other', changes: ['- b/1'] };
    const versions = readVersions(
      [first, between, { id: 'three', from: '2001-01-01', sameAs: 'one' }],
      'file',
      '2025-01-01',
    );
    expect(versions[2]).toMatchObject({ title: 'Privacy', stated: 'May 1999', keys: ['a/1', 'b/1'] });
  });

  it.each([
    [
      [first, { id: 'two', from: '1998-01-01', changes: ['- b/1'] }],
      'begins on 1998-01-01, not after 1999-01-01',
    ],
    [[first, { id: 'one', from: '2000-01-01', changes: ['- b/1'] }], 'the id is used twice'],
    [[first, { id: 'two', from: '2000-01-01', sameAs: 'zero' }], 'there is no earlier version zero'],
    [[{ ...first, from: '1999-02-30' }], '"from" is "1999-02-30"'],
    [[{ ...first, clauses: ['a/1', 'a/1'] }], 'a/1 stands in the text twice'],
    [[{ ...first, colour: 'red' }], 'unknown fields: colour'],
  ])('refuses %j', (values, message) => {
    expect(() => readVersions(values, 'file', '2025-01-01')).toThrow(message);
  });
});

describe('readEras', () => {
  const era = {
    from: '1998-01-01',
    look: 'font-table',
    charset: 'utf-8',
    declared: null,
    home: 'http://a.example/',
    policy: 'http://a.example/p',
    linkText: 'Privacy',
    headline: 'Hi',
    blurbs: [],
    menu: [['Help', '/help']],
    owner: 'A',
    server: 'S',
    policyAs: 'http://a.example/old',
  };

  it('takes everything over but the look, the frame and the old address', () => {
    const [, second] = readEras([era, { from: '2000-01-01', look: 'xhtml' }], 'file');
    expect(second).toMatchObject({
      look: 'xhtml',
      chrome: 'xhtml',
      policy: 'http://a.example/p',
      policyAs: null,
      frame: null,
    });
  });

  it('keeps the furniture in HTML while the policy is plain text', () => {
    expect(readEras([era, { from: '2000-01-01', look: 'plain-text' }], 'file')[1]).toMatchObject({
      chrome: 'font-table',
    });
  });

  it.each([
    [{ ...era, home: 'http://www.example.com/' }, 'Give an http address below .example'],
    [{ ...era, look: 'gopher' }, '"look" is "gopher"'],
    [{ ...era, menu: ['Help'] }, '"Help" is no menu link'],
    [{ ...era, churn: ['weather'] }, '"weather" is no churn'],
  ])('refuses %j', (value, message) => {
    try {
      readEras([value], 'file');
    } catch (error) {
      const { message: words, remedy } = error as { message: string; remedy: string };
      expect(`${words} ${remedy}`).toContain(message);
      return;
    }
    expect.unreachable('nothing was thrown');
  });
});
