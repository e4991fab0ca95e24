import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { unlessKept } from '../../../build/kept-pages.ts';
import { listPolicyPages } from '../../../histories.ts';
import { listRemovedPolicyPages, removedTexts } from '../../../removed.ts';
import { addresses, marks, steps, versions } from '../../../store.ts';
import { policyTwin } from '../../../view/policy/policy-twin.ts';
import { removedTwin } from '../../../view/policy/removed-page.ts';

export const getStaticPaths = unlessKept(() => [...listPolicyPages(), ...listRemovedPolicyPages()]);

export const GET: APIRoute = ({ params, props }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  if ('removed' in props) return answerJson(removedTwin({ domain, policy }, removedTexts(domain, policy)));
  return answerJson(
    policyTwin({ domain, policy }, versions(domain, policy), steps(domain, policy), {
      captures: marks(domain, policy),
      addresses: addresses(domain, policy),
    }),
  );
};
