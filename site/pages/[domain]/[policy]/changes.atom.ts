import type { APIRoute } from 'astro';
import { unlessKept } from '../../../build/kept-pages.ts';
import { answerFeed } from '../../../feeds.ts';
import { listPolicyPages } from '../../../histories.ts';
import { policyAddress } from '../../../view/addresses.ts';
import { policyTitle } from '../../../view/labels.ts';

export const getStaticPaths = unlessKept(listPolicyPages);

export const GET: APIRoute = ({ params }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  const title = `Visible changes of the ${policyTitle(policy).toLowerCase()} of ${domain}`;
  return answerFeed(policyAddress(domain, policy), title, { domain, policy });
};
