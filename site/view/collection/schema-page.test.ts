import { expect, test } from 'vitest';
import { datasetViews } from '../../../crawler/core/dataset-views.ts';
import {
  describeStoredTables,
  describeViews,
  drawRelation,
  PICTURE,
  pictureSize,
  placedEntities,
  relations,
  shortValue,
} from './schema-page.ts';

const inFile = () =>
  datasetViews.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));

test('every view of the file is described, with an example and when a column is null', () => {
  const views = describeViews(inFile(), () => ({ reason: 'a reason' }));
  expect(views.map(({ name }) => name)).toEqual(datasetViews.map(({ name }) => name));
  const captures = views.find(({ name }) => name === 'v_captures')!;
  expect(captures.columns.find(({ name }) => name === 'reason')).toEqual({
    name: 'reason',
    type: 'text',
    meaning: 'why, in one word; null for a version',
    nulls: 'for a version',
    example: 'a reason',
  });
});

test('a column that nothing is said of stops the build', () => {
  const extended = inFile().map((view) => ({ ...view, columns: [...view.columns, 'surprise'] }));
  expect(() => describeViews(extended, () => ({}))).toThrow('surprise');
  expect(() => describeViews(inFile().slice(1), () => ({}))).toThrow('no such view');
  const column = { name: 'mystery', type: 'text', comment: '', isNullable: false };
  const table = { name: 'things', description: 'Things.', rowCount: 0, columns: [column] };
  expect(() => describeStoredTables([table])).toThrow('the column mystery of things');
});

test('the picture holds every view once, and draws every relation between two of them', () => {
  expect(placedEntities.map(({ name }) => name).sort()).toEqual(datasetViews.map(({ name }) => name).sort());
  expect(new Set(placedEntities.map(({ x, y }) => `${x} ${y}`)).size).toBe(placedEntities.length);
  for (const { x, y } of placedEntities) {
    expect(x + PICTURE.boxWidth).toBeLessThan(pictureSize.width);
    expect(y + PICTURE.boxHeight).toBeLessThan(pictureSize.height);
  }
  for (const relation of relations)
    expect(drawRelation(relation).line, relation.words).toMatch(/^M[\d.]+ [\d.]+[HV]/);
});

test('an example is one line, cut', () => {
  expect(shortValue('a\n\u202eb')).toBe('a b');
  expect(shortValue('x'.repeat(70))).toHaveLength(60);
  expect(shortValue(null)).toBe('');
  expect(shortValue(0)).toBe('0');
});
