import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { examples, release, schema, tables, workedAnswers } from '../../../store.ts';
import { describeStoredTables, describeViews } from '../../../view/collection/schema-page.ts';

export const GET: APIRoute = () => {
  const { version, views } = schema();
  return answerJson({
    release: release(),
    schema_version: version,
    views: describeViews(views, examples),
    tables: describeStoredTables(tables()).map(({ rowCount, ...table }) => ({ ...table, rows: rowCount })),
    queries: workedAnswers(),
  });
};
