import type { APIRoute } from 'astro';
import { answerJson } from '../../../../../answers.ts';
import { datedVersions, listAsOfPages } from '../../../../../histories.ts';
import { viewAsOf } from '../../../../../view/as-of-page.ts';

export const getStaticPaths = listAsOfPages;

export const GET: APIRoute = ({ params }) => {
  const { domain, policy, day } = params as { domain: string; policy: string; day: string };
  const { address, certainty, sentences, links } = viewAsOf(
    { domain, policy },
    datedVersions(domain, policy),
    day,
  );
  return answerJson({ domain, policy, day, address, certainty, sentences, links });
};
