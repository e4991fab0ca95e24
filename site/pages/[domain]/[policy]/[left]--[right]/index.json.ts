import type { APIRoute } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';
import { listRemovedChangePages, type RemovedPage } from '../../../../removed.ts';
import { step, version } from '../../../../store.ts';
import { changeTwin } from '../../../../view/comparison/change-page.ts';
import { removedTwin } from '../../../../view/policy/removed-page.ts';

export const getStaticPaths = unlessKept(() => [...listChangePages(), ...listRemovedChangePages()]);

type Props = ChangePage['props'] | RemovedPage<ChangePage['params']>['props'];

export const GET: APIRoute<Props> = ({ props }) => {
  if ('removed' in props) return answerJson(removedTwin(props, props.removed));
  const { domain, policy, left, right } = props;
  return answerJson(
    changeTwin(
      { domain, policy },
      step(domain, policy, right),
      version(domain, policy, left),
      version(domain, policy, right),
    ),
  );
};
