import type { APIRoute } from 'astro';
import { answerJson } from '../../../../../answers.ts';
import { unlessKept } from '../../../../../build/kept-pages.ts';
import { type ClausePage, clauseIndex, listClausePages } from '../../../../../histories.ts';
import { clauseTwin } from '../../../../../view/clauses/clause-page.ts';

export const getStaticPaths = unlessKept(listClausePages);

export const GET: APIRoute<ClausePage['props']> = ({ props: { domain, policy, lineage } }) => {
  const index = clauseIndex(domain, policy);
  return answerJson(clauseTwin({ domain, policy }, index, index.lineages.get(lineage)!));
};
