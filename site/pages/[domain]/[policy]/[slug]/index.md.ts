import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { listVersionPages, type VersionPage } from '../../../../histories.ts';
import { unlessKept } from '../../../../kept-pages.ts';
import { version } from '../../../../store.ts';
import { formatMarkdownTwin } from '../../../../view/version-page.ts';

export const getStaticPaths = unlessKept(listVersionPages);

export const GET: APIRoute<VersionPage['props']> = ({ props: { domain, policy, number } }) =>
  answerText(formatMarkdownTwin({ domain, policy }, version(domain, policy, number)), 'text/markdown');
