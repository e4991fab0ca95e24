import type { APIRoute } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { listClauseListPages } from '../../../../histories.ts';
import { lineages } from '../../../../store.ts';
import { clauseAddress, clausesAddress } from '../../../../view/addresses.ts';

export const getStaticPaths = unlessKept(listClauseListPages);

export const GET: APIRoute = ({ params }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  return answerJson({
    domain,
    policy,
    address: clausesAddress(domain, policy),
    lineages: lineages(domain, policy).map((one) => ({
      lineage: one.lineage,
      label: one.label,
      address: one.isHeading ? null : clauseAddress(domain, policy, one.slug),
      is_heading: one.isHeading,
      version_count: one.versionCount,
      change_count: one.changeCount,
      present_in_latest: one.presentInLatest,
    })),
  });
};
