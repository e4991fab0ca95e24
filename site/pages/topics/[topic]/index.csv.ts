import type { APIRoute } from 'astro';
import { answerText } from '../../../answers.ts';
import { unlessKept } from '../../../build/kept-pages.ts';
import { shownTopics, topicHistories } from '../../../topics.ts';
import { topicCsv } from '../../../view/collection/tables.ts';

export const getStaticPaths = unlessKept(() => shownTopics.map(({ name }) => ({ params: { topic: name } })));

export const GET: APIRoute = ({ params }) => answerText(topicCsv(topicHistories(params.topic!)), 'text/csv');
