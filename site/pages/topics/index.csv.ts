import type { APIRoute } from 'astro';
import { answerText } from '../../answers.ts';
import { shownTopics, topicPresences } from '../../topics.ts';
import { topicsCsv } from '../../view/collection/tables.ts';

export const GET: APIRoute = () => answerText(topicsCsv(topicPresences(), shownTopics), 'text/csv');
