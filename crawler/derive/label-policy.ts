import {
  type DerivedLabels,
  listPolicySteps,
  listVersionTexts,
  readText,
  type Store,
  type StoredPolicy,
  writeLabels,
} from '../store/index.ts';
import { deriveGists, type LabelledStoredText } from './gist-stage.ts';
import { type ClausesOfLanguage, deriveTerms, deriveTopics } from './label-stage.ts';
import { todaysRules } from './rules.ts';

/**
 * Labels of the clauses of a policy's versions, all together: topics, names, promises, vague words, links; and what each step
 * is about, which follows from them. Writes nothing.
 */
export function readLabels(store: Store, policy: StoredPolicy): DerivedLabels {
  const texts = new Map(
    listVersionTexts(store, policy.id).map(
      ({ textId, language }): [number, LabelledStoredText & ClausesOfLanguage] => {
        const { clauses } = readText(store, textId);
        return [textId, { clauses, language, labels: deriveTopics(textId, clauses, language) }];
      },
    ),
  );
  const terms = deriveTerms(policy.domain, [...texts.values()]);
  return {
    texts: [...texts.values()].map(({ labels }) => labels),
    terms,
    gists: deriveGists(listPolicySteps(store, policy.id), texts, terms),
    labelRules: todaysRules().labels,
  };
}

/** Labels the clauses of a policy's versions anew. */
export function labelPolicy(store: Store, policy: StoredPolicy): void {
  writeLabels(store, policy.id, readLabels(store, policy));
}
