import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { listVersionPages, type VersionPage } from '../../../../histories.ts';
import { answerRemoved, listRemovedPages, type RemovedPage } from '../../../../removed.ts';
import { version } from '../../../../store.ts';
import { formatTextTwin } from '../../../../view/policy/version-page.ts';

export const getStaticPaths = unlessKept(() => [...listVersionPages(), ...listRemovedPages()]);

type Props = VersionPage['props'] | RemovedPage<VersionPage['params']>['props'];

export const GET: APIRoute<Props> = ({ params, props }) => {
  if ('removed' in props) return answerRemoved('version', params.slug!, props, 'text/plain');
  const { domain, policy, number } = props;
  return answerText(formatTextTwin(version(domain, policy, number)), 'text/plain');
};
