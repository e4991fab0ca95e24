import type { APIRoute } from 'astro';
import { answerJson } from '../../../answers.ts';
import { release, rulesVersions } from '../../../store.ts';
import { listClasses, listThresholds, listTopicRules } from '../../../view/collection/method-page.ts';
import { methodSteps } from '../../../view/collection/method-steps.ts';
import { oneOrAll } from '../../../view/rules-words.ts';
import { makeExample } from '../../../worked-example.ts';

export const GET: APIRoute = () => {
  const example = makeExample();
  return answerJson({
    release: release(),
    rules_version: oneOrAll(rulesVersions().all),
    steps: methodSteps.map((step, at) => ({
      ...step,
      example: example && Object.fromEntries(example.steps[at] ?? []),
    })),
    example: example && { version: example.version, change: example.change },
    classes: listClasses().map(({ sizeClass, label, rule }) => ({ class: sizeClass, label, rule })),
    thresholds: listThresholds(),
    topic_rules_version: oneOrAll(rulesVersions().labels),
    topics: listTopicRules(),
  });
};
