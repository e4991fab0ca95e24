import type { APIRoute } from 'astro';
import { RULES_VERSION, TOPIC_RULES_VERSION } from '../../../../crawler/core/index.ts';
import { answerJson } from '../../../answers.ts';
import { release } from '../../../store.ts';
import { listClasses, listThresholds, listTopicRules } from '../../../view/collection/method-page.ts';
import { methodSteps } from '../../../view/collection/method-steps.ts';
import { makeExample } from '../../../worked-example.ts';

export const GET: APIRoute = () => {
  const example = makeExample();
  return answerJson({
    release: release(),
    rules_version: RULES_VERSION,
    steps: methodSteps.map((step, at) => ({
      ...step,
      example: example && Object.fromEntries(example.steps[at] ?? []),
    })),
    example: example && { version: example.version, change: example.change },
    classes: listClasses().map(({ sizeClass, label, rule }) => ({ class: sizeClass, label, rule })),
    thresholds: listThresholds(),
    topic_rules_version: TOPIC_RULES_VERSION,
    topics: listTopicRules(),
  });
};
