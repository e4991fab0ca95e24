import type { APIRoute } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { listVersionPages, type VersionPage } from '../../../../histories.ts';
import { listRemovedPages, type RemovedPage } from '../../../../removed.ts';
import { version } from '../../../../store.ts';
import { removedTwin } from '../../../../view/policy/removed-page.ts';
import { versionTwin } from '../../../../view/policy/version-page.ts';

export const getStaticPaths = unlessKept(() => [...listVersionPages(), ...listRemovedPages()]);

type Props = VersionPage['props'] | RemovedPage<VersionPage['params']>['props'];

export const GET: APIRoute<Props> = ({ props }) => {
  if ('removed' in props) return answerJson(removedTwin(props, props.removed));
  const { domain, policy, number } = props;
  return answerJson(versionTwin({ domain, policy }, version(domain, policy, number)));
};
