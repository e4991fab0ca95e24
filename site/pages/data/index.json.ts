import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { publishedFile, release, schema, totals } from '../../store.ts';
import { siteAddress } from '../../view/addresses.ts';
import { describeColumn, viewRows } from '../../view/dataset.ts';

export const GET: APIRoute = () => {
  const file = publishedFile();
  const { version, views } = schema();
  const { companies, policies, versions, captures, clauses, changes } = totals();
  return answerJson({
    release: release(),
    file: file && {
      address: siteAddress(`data/${file.name}`),
      name: file.name,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
    },
    schema_version: version,
    counts: { companies, policies, versions, captures, clauses, changes },
    views: views.map((view) => ({
      name: view.name,
      one_row_per: viewRows[view.name],
      columns: view.columns.map((column) => ({ name: column, meaning: describeColumn(view.name, column) })),
    })),
  });
};
