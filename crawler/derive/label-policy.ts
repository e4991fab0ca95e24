import {
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
 * Labels the clauses of a policy's versions anew, all together: topics, names, promises, vague words, links; and says of each
 * step what it is about, which follows from them.
 */
export function labelPolicy(store: Store, policy: StoredPolicy): void {
  const texts = new Map(
    listVersionTexts(store, policy.id).map(
      ({ textId, language }): [number, LabelledStoredText & ClausesOfLanguage] => {
        const { clauses } = readText(store, textId);
        return [textId, { clauses, language, labels: deriveTopics(textId, clauses, language) }];
      },
    ),
  );
  const terms = deriveTerms(policy.domain, [...texts.values()]);
  writeLabels(store, policy.id, {
    texts: [...texts.values()].map(({ labels }) => labels),
    terms,
    gists: deriveGists(listPolicySteps(store, policy.id), texts, terms),
    labelRules: todaysRules().labels,
  });
}
