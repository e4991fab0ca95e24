import type { APIRoute } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { earlierReleases, publishedFile, release, schema, tables, totals } from '../../../../store.ts';
import { siteAddress } from '../../../../view/addresses.ts';

export const getStaticPaths = () =>
  [release(), ...earlierReleases()].map((name) => ({ params: { release: name } }));

export const GET: APIRoute = ({ params }) => {
  if (params.release !== release()) return answerJson({ release: params.release, newest: release() });
  const file = publishedFile();
  const { companies, policies, captures, versions, clauses, changes, asOf } = totals();
  return answerJson({
    release: release(),
    as_of: asOf,
    schema_version: schema().version,
    file: file && {
      name: file.name,
      address: siteAddress(`data/${file.name}`),
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
    },
    counts: { companies, policies, captures, versions, clauses, changes },
    rows: Object.fromEntries(tables().map(({ name, rowCount }) => [name, rowCount])),
  });
};
