import { datasetViews } from '../../crawler/core/dataset-views.ts';

/** What a row of each of the dataset's views stands for. */
export const viewRows: Readonly<Record<string, string>> = Object.fromEntries(
  datasetViews.map(({ name, row }) => [name, row]),
);

/** What a column holds; undefined for one the dataset does not have. */
export const describeColumn = (view: string, column: string): string | undefined =>
  datasetViews.find(({ name }) => name === view)?.columns.find(({ name }) => name === column)?.description;
