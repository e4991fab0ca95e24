import type { APIRoute } from 'astro';
import { answerText } from '../../../answers.ts';
import { unlessKept } from '../../../build/kept-pages.ts';
import { listPolicyPages } from '../../../histories.ts';
import { steps, versions } from '../../../store.ts';
import { timelineCsv } from '../../../view/collection/tables.ts';

export const getStaticPaths = unlessKept(listPolicyPages);

export const GET: APIRoute = ({ params }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  return answerText(
    timelineCsv({ domain, policy }, versions(domain, policy), steps(domain, policy)),
    'text/csv',
  );
};
