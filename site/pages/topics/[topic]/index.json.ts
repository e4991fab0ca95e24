import type { APIRoute } from 'astro';
import { TOPIC_RULES_VERSION } from '../../../../crawler/core/index.ts';
import { answerJson } from '../../../answers.ts';
import { unlessKept } from '../../../build/kept-pages.ts';
import { shownTopics, topicHistories } from '../../../topics.ts';

export const getStaticPaths = unlessKept(() =>
  shownTopics.map((topic) => ({ params: { topic: topic.name }, props: topic })),
);

export const GET: APIRoute<(typeof shownTopics)[number]> = ({ props: { name, title, covers } }) =>
  answerJson({ name, title, covers, rulesVersion: TOPIC_RULES_VERSION, policies: topicHistories(name) });
