import { beforeAll, describe, expect, it } from 'vitest';
import { nullRule } from '../core/dataset-columns.ts';
import { datasetViews } from '../core/dataset-views.ts';
import { openStoreReadOnly } from '../store/open.ts';
import { describeTables, iterateView, listColumns } from '../store/read/dataset.ts';
import { fillStore, storeFile } from '../test/exported-store.ts';

beforeAll(fillStore);

describe('the description of the dataset', () => {
  it('names exactly the columns of the views, in their order', () => {
    const store = openStoreReadOnly(storeFile);
    for (const view of datasetViews) {
      expect(
        view.columns.map(({ name }) => name),
        view.name,
      ).toEqual(listColumns(store, view.name));
    }
    store.close();
  });

  it('says of every column that can be null when it is', () => {
    const store = openStoreReadOnly(storeFile);
    for (const view of datasetViews) {
      const sure = view.columns.filter((column) => nullRule(column) === null).map(({ name }) => name);
      for (const row of iterateView(store, view)) {
        for (const name of sure) expect(row[name], `${view.name}.${name}`).not.toBeNull();
      }
    }
    store.close();
  });

  it('says something of every table and every column', () => {
    for (const { name, description, columns } of describeTables().tables) {
      expect(description, name).toMatch(/\w/);
      for (const column of columns) expect(column.comment, `${name}.${column.name}`).toMatch(/\w/);
    }
    for (const view of datasetViews) {
      for (const column of view.columns) expect(column.description, column.name).toMatch(/\w/);
    }
  });

  it('names exactly the tables of a store and their columns', () => {
    const store = openStoreReadOnly(storeFile);
    const { tables } = describeTables();
    const names = store.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    expect(tables.map(({ name }) => name).sort()).toEqual(names.sort());
    for (const { name, columns } of tables) {
      expect(
        columns.map((column) => column.name),
        name,
      ).toEqual(listColumns(store, name));
    }
    store.close();
  });
});
