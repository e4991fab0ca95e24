import type { APIRoute } from 'astro';
import { TOPIC_RULES_VERSION } from '../../../crawler/core/index.ts';
import { answerJson } from '../../answers.ts';
import { shownTopics, topicPresences } from '../../topics.ts';

export const GET: APIRoute = () =>
  answerJson({ rulesVersion: TOPIC_RULES_VERSION, topics: shownTopics, policies: topicPresences() });
