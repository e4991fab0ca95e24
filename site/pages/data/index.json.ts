import type { APIRoute } from 'astro';
import { datasetViews } from '../../../crawler/core/index.ts';
import { answerJson } from '../../answers.ts';
import { publishedFile, release, schema, totals } from '../../store.ts';
import { siteAddress } from '../../view/addresses.ts';
import { releaseAddress } from '../../view/collection/dataset.ts';

export const GET: APIRoute = () => {
  const file = publishedFile();
  const { version } = schema();
  const { companies, policies, versions, captures, clauses, changes } = totals();
  return answerJson({
    release: release(),
    release_page: releaseAddress(release()),
    schema_page: siteAddress('data/schema/index.json'),
    file: file && {
      address: siteAddress(`data/${file.name}`),
      name: file.name,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
    },
    forms: (file?.forms ?? []).map((form) => ({
      address: siteAddress(`data/${form.name}`),
      name: form.name,
      what: form.words,
      size_bytes: form.sizeBytes,
      sha256: form.sha256,
    })),
    schema_version: version,
    counts: { companies, policies, versions, captures, clauses, changes },
    views: datasetViews.map(({ name, row, columns }) => ({
      name,
      one_row_per: row,
      columns: columns.map((column) => ({ name: column.name, meaning: column.description })),
    })),
  });
};
