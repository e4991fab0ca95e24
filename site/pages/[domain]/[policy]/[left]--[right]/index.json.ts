import type { APIRoute } from 'astro';
import { answerJson } from '../../../../answers.ts';
import { type ChangePage, listChangePages } from '../../../../histories.ts';
import { unlessKept } from '../../../../kept-pages.ts';
import { step, version } from '../../../../store.ts';
import { changeTwin } from '../../../../view/change-page.ts';

export const getStaticPaths = unlessKept(listChangePages);

export const GET: APIRoute<ChangePage['props']> = ({ props: { domain, policy, left, right } }) =>
  answerJson(
    changeTwin(
      { domain, policy },
      step(domain, policy, right),
      version(domain, policy, left),
      version(domain, policy, right),
    ),
  );
