import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { listClauseListPages } from '../../../../histories.ts';
import { lineages } from '../../../../store.ts';
import { clausesCsv } from '../../../../view/collection/tables.ts';

export const getStaticPaths = unlessKept(listClauseListPages);

export const GET: APIRoute = ({ params }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  return answerText(clausesCsv({ domain, policy }, lineages(domain, policy)), 'text/csv');
};
