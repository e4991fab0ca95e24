import type { APIRoute } from 'astro';
import { answerJson } from '../../../../../answers.ts';
import { unlessKept } from '../../../../../build/kept-pages.ts';
import { asOfView, listAsOfPages } from '../../../../../histories.ts';

export const getStaticPaths = unlessKept(listAsOfPages);

export const GET: APIRoute = ({ params }) => {
  const { domain, policy, day } = params as { domain: string; policy: string; day: string };
  const { address, certainty, sentences, links } = asOfView(domain, policy, day);
  return answerJson({ domain, policy, day, address, certainty, sentences, links });
};
