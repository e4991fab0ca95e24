import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';
import { answerRemoved, listRemovedChangePages, type RemovedPage } from '../../../../removed.ts';
import { step, version } from '../../../../store.ts';
import { formatChangeText } from '../../../../view/comparison/change-page.ts';

export const getStaticPaths = unlessKept(() => [...listChangePages(), ...listRemovedChangePages()]);

type Props = ChangePage['props'] | RemovedPage<ChangePage['params']>['props'];

export const GET: APIRoute<Props> = ({ params, props }) => {
  if ('removed' in props)
    return answerRemoved('change', `${params.left} → ${params.right}`, props, 'text/plain');
  const { domain, policy, left, right } = props;
  return answerText(
    formatChangeText(
      { domain, policy },
      step(domain, policy, right),
      version(domain, policy, left),
      version(domain, policy, right),
    ),
    'text/plain',
  );
};
