import type { APIRoute } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { listVersionPages, type VersionPage } from '../../../../histories.ts';
import { unlessKept } from '../../../../kept-pages.ts';
import { version } from '../../../../store.ts';
import { versionTwin } from '../../../../view/version-page.ts';

export const getStaticPaths = unlessKept(listVersionPages);

export const GET: APIRoute<VersionPage['props']> = ({ props: { domain, policy, number } }) =>
  answerJson(versionTwin({ domain, policy }, version(domain, policy, number)));
