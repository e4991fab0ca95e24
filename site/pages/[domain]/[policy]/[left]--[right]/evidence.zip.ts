import type { APIRoute } from 'astro';
import { answerZip } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { changeEvidence } from '../../../../evidence.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';

export const getStaticPaths = unlessKept(listChangePages);

/** Both texts with what they rest on, and the comparison, to be checked without this site. */
export const GET: APIRoute<ChangePage['props']> = ({ props: { domain, policy, left, right } }) =>
  answerZip(changeEvidence({ domain, policy }, left, right));
