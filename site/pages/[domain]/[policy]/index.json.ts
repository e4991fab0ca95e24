import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { listPolicyPages } from '../../../histories.ts';
import { unlessKept } from '../../../kept-pages.ts';
import { addresses, marks, steps, versions } from '../../../store.ts';
import { policyTwin } from '../../../view/policy-twin.ts';

export const getStaticPaths = unlessKept(listPolicyPages);

export const GET: APIRoute = ({ params }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  return answerJson(
    policyTwin({ domain, policy }, versions(domain, policy), steps(domain, policy), {
      captures: marks(domain, policy),
      addresses: addresses(domain, policy),
    }),
  );
};
