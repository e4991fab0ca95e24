import type { APIRoute } from 'astro';
import { answerJson } from '../../answers.ts';
import { rulesVersions } from '../../store.ts';
import { shownTopics, topicPresences } from '../../topics.ts';
import { oneOrAll } from '../../view/rules-words.ts';

export const GET: APIRoute = () =>
  answerJson({
    rulesVersion: oneOrAll(rulesVersions().labels),
    topics: shownTopics,
    policies: topicPresences(),
  });
