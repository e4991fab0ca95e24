import type { APIRoute } from 'astro';
import { RULES_VERSION } from '../../../../crawler/core/rules-version.ts';
import { answerJson } from '../../../answers.ts';
import { allInvented } from '../../../histories.ts';
import { publishedFile, release, schema, status, totals } from '../../../store.ts';
import { describeCollection } from '../../../view/datasheet.ts';

export const GET: APIRoute = () => {
  const { runs, outcomes } = status();
  const groups = describeCollection({
    release: release(),
    rulesVersion: RULES_VERSION,
    schemaVersion: schema().version,
    totals: totals(),
    runs,
    outcomes: outcomes.outcomes,
    file: publishedFile(),
    isInvented: allInvented() !== undefined,
  });
  return answerJson({
    release: release(),
    groups: groups.map(({ title, answers }) => ({
      title,
      answers: answers.map(([question, answer]) => ({ question, answer })),
    })),
  });
};
