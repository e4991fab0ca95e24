import type { APIRoute } from 'astro';
import { answerText } from '../../../../answers.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';
import { unlessKept } from '../../../../kept-pages.ts';
import { step, version } from '../../../../store.ts';
import { formatChangeText } from '../../../../view/change-page.ts';

export const getStaticPaths = unlessKept(listChangePages);

export const GET: APIRoute<ChangePage['props']> = ({ props: { domain, policy, left, right } }) =>
  answerText(
    formatChangeText(
      { domain, policy },
      step(domain, policy, right),
      version(domain, policy, left),
      version(domain, policy, right),
    ),
    'text/plain',
  );
