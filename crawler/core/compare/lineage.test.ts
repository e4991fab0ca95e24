import { describe, expect, test } from 'vitest';
import { alignClauses } from './align.ts';
import { extendLineages, type LineageState, startLineages } from './lineage.ts';
import { traceLineages } from './questions.ts';
import { clausesOf } from './test-notation.ts';

const NAME = 'We keep your name and your address for ninety days.';
const NAME_EDITED = 'We keep your name and your address for thirty days.';
const CAT = 'Our office cat reads every letter that reaches us by post.';
const CARRIER = 'We pass your address to the carrier who delivers the parcel you have ordered.';
const DELETES = 'The carrier deletes it after ninety days.';

const trace = (...versions: string[][]) =>
  traceLineages(versions.map((lines) => clausesOf(lines.join('\n'))));

describe('lineages', () => {
  test('live through edits and moves', () => {
    expect(trace([NAME, CAT, CARRIER], [CAT, CARRIER, NAME_EDITED])).toEqual([
      [0, 1, 2],
      [1, 2, 0],
    ]);
  });

  test('the longest part of a split inherits, the longest clause of a merge gives', () => {
    const [first, second, third] = trace(
      [`${CARRIER} ${DELETES}`],
      [CARRIER, DELETES],
      [`${CARRIER} ${DELETES}`],
    );
    expect([first, second, third]).toEqual([[0], [0, 1], [0]]);
  });

  test('a clause that returns takes up its life, even after a hole', () => {
    expect(trace([NAME, CAT], [NAME], [NAME], [NAME, CAT])).toEqual([[0, 1], [0], [0], [0, 1]]);
  });

  test('a version that returns gets the lineages it had', () => {
    const [first, , third] = trace([NAME, CAT], ['Entirely other words stand here now.'], [NAME, CAT]);
    expect(third).toEqual(first);
  });

  test('twins in one version are two lineages', () => {
    expect(trace([CAT, NAME, CAT], [CAT, CAT])).toEqual([
      [0, 1, 2],
      [0, 2],
    ]);
  });

  test('go on from a state stored as JSON', () => {
    const [left, right] = [clausesOf(NAME), clausesOf(`${CAT}\n${NAME_EDITED}`)];
    const state = JSON.parse(JSON.stringify(startLineages(left).state)) as LineageState;
    expect(extendLineages(state, alignClauses(left, right), left, right).ids).toEqual([1, 0]);
  });

  test('of no versions there are none', () => {
    expect(traceLineages([])).toEqual([]);
  });
});
