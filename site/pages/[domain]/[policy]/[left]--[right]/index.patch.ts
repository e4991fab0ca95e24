import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { unlessKept } from '../../../../build/kept-pages.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';
import { answerRemoved, listRemovedChangePages, type RemovedPage } from '../../../../removed.ts';
import { version } from '../../../../store.ts';
import { formatPatch } from '../../../../view/comparison/patch.ts';

export const getStaticPaths = unlessKept(() => [...listChangePages(), ...listRemovedChangePages()]);

type Props = ChangePage['props'] | RemovedPage<ChangePage['params']>['props'];

export const GET: APIRoute<Props> = ({ params, props }) => {
  if ('removed' in props)
    return answerRemoved('change', `${params.left} → ${params.right}`, props, 'text/plain');
  const { domain, policy, left, right } = props;
  const side = (number: number) => {
    const { slug, markdown } = version(domain, policy, number);
    return { name: `${domain}/${policy}/${slug}.md`, markdown };
  };
  return answerText(formatPatch(side(left), side(right)), 'text/plain');
};
