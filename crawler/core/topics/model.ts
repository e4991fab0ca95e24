import { foldWords } from '../phrases.ts';

/**
 * A linear model on words and pairs of words that learned from the headings of policies which clauses stand under which
 * kind of heading (`scripts/train-topics.ts`). Its weights are whole numbers and what is done with them is exact or
 * rounded as IEEE 754 prescribes, so that it answers alike in every engine.
 */
export interface TopicModel {
  readonly topics: readonly string[];
  readonly biases: readonly number[];
  /** For each word or pair of words a list: topic, weight, topic, weight. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** So many units of weight are one unit of log-odds. */
export const WEIGHT_UNIT = 4;

const LETTER_A = 97;

/**
 * A model from its packed form: parts between semicolons, the first the topics, the second their biases, then one for each word
 * or pair: with the topics that it speaks for or against as letters, each followed by its weight.
 */
export function readModel(packed: string): TopicModel {
  const [topics = '', biases = '', ...lines] = packed.split(';');
  const weights = new Map<string, readonly number[]>();
  for (const line of lines) {
    const at = line.indexOf(':');
    if (at < 0) continue;
    const pairs = [...line.slice(at + 1).matchAll(/([a-z])(-?\d+)/g)];
    weights.set(
      line.slice(0, at),
      pairs.flatMap(([, letter, weight]) => [letter!.charCodeAt(0) - LETTER_A, Number(weight)]),
    );
  }
  return { topics: topics.split(' '), biases: biases.split(' ').map(Number), weights };
}

/** The words and pairs of words of a plain text, each once; numbers alike. */
export function listFeatures(text: string): Set<string> {
  const words = foldWords(text).map((word) => (/^\d+$/.test(word) ? '0' : word));
  const features = new Set(words);
  for (let at = 1; at < words.length; at++) features.add(`${words[at - 1]} ${words[at]}`);
  return features;
}

/** Log-odds of each of the model's topics for a text's features. */
export function scoreTopics(model: TopicModel, features: ReadonlySet<string>): number[] {
  const sums = model.biases.map(() => 0);
  let known = 0;
  for (const feature of features) {
    const weights = model.weights.get(feature);
    if (!weights) continue;
    known++;
    for (let at = 0; at < weights.length; at += 2) sums[weights[at]!]! += weights[at + 1]!;
  }
  const length = Math.sqrt(Math.max(known, 1));
  return sums.map((sum, topic) => (model.biases[topic]! + sum / length) / WEIGHT_UNIT);
}

/** The words that weighed most for a topic, weightiest first. */
export function explainScore(
  model: TopicModel,
  features: ReadonlySet<string>,
  topic: string,
  limit = 4,
): string[] {
  const number = model.topics.indexOf(topic);
  const found: [string, number][] = [];
  for (const feature of features) {
    const weights = model.weights.get(feature) ?? [];
    for (let at = 0; at < weights.length; at += 2) {
      if (weights[at] === number && weights[at + 1]! > 0) found.push([feature, weights[at + 1]!]);
    }
  }
  found.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return found.slice(0, limit).map(([feature]) => feature);
}
