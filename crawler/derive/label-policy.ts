import { listVersionTexts, readText, type Store, type StoredPolicy, writeLabels } from '../store/index.ts';
import { deriveTerms, deriveTopics } from './label-stage.ts';
import { todaysRules } from './rules.ts';

/** Labels the clauses of a policy's versions anew, all together: topics, names, promises, vague words, links. */
export function labelPolicy(store: Store, policy: StoredPolicy): void {
  const texts = listVersionTexts(store, policy.id).map(({ textId, language }) => ({
    ...{ textId, language },
    clauses: readText(store, textId).clauses,
  }));
  writeLabels(store, policy.id, {
    texts: texts.map(({ textId, clauses, language }) => deriveTopics(textId, clauses, language)),
    terms: deriveTerms(
      policy.domain,
      texts.flatMap(({ clauses }) => clauses),
    ),
    labelRules: todaysRules().labels,
  });
}
