import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { unlessKept } from '../../../build/kept-pages.ts';
import { rulesVersions } from '../../../store.ts';
import { shownTopics, topicHistories } from '../../../topics.ts';
import { oneOrAll } from '../../../view/rules-words.ts';

export const getStaticPaths = unlessKept(() =>
  shownTopics.map((topic) => ({ params: { topic: topic.name }, props: topic })),
);

export const GET: APIRoute<(typeof shownTopics)[number]> = ({ props: { name, title, covers } }) =>
  answerJson({
    name,
    title,
    covers,
    rulesVersion: oneOrAll(rulesVersions().labels),
    policies: topicHistories(name),
  });
