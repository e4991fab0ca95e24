import type { APIRoute } from 'astro';
import { answerZip } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { versionEvidence } from '../../../../evidence.ts';
import { listVersionPages, type VersionPage } from '../../../../histories.ts';

export const getStaticPaths = unlessKept(listVersionPages);

/** All that the version rests on, to be checked without this site. */
export const GET: APIRoute<VersionPage['props']> = ({ props: { domain, policy, number } }) =>
  answerZip(versionEvidence({ domain, policy }, number));
