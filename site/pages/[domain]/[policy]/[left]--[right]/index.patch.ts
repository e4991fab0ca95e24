import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';
import { unlessKept } from '../../../../kept-pages.ts';
import { version } from '../../../../store.ts';
import { formatPatch } from '../../../../view/patch.ts';

export const getStaticPaths = unlessKept(listChangePages);

export const GET: APIRoute<ChangePage['props']> = ({ props: { domain, policy, left, right } }) => {
  const side = (number: number) => {
    const { slug, markdown } = version(domain, policy, number);
    return { name: `${domain}/${policy}/${slug}.md`, markdown };
  };
  return answerText(formatPatch(side(left), side(right)), 'text/plain');
};
