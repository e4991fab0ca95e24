import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { unlessKept } from '../../build/kept-pages.ts';
import { companyPolicies, listCompanyPages } from '../../histories.ts';
import { companyAddress, policyAddress } from '../../view/addresses.ts';
import { isInvented } from '../../view/reserved.ts';

export const getStaticPaths = unlessKept(listCompanyPages);

export const GET: APIRoute = ({ params }) => {
  const domain = params.domain!;
  return answerJson({
    domain,
    address: companyAddress(domain),
    invented: isInvented(domain),
    policies: companyPolicies(domain).map(({ policy, title, captureCount, versionCount }) => ({
      policy,
      title,
      address: policyAddress(domain, policy),
      capture_count: captureCount,
      version_count: versionCount,
    })),
  });
};
