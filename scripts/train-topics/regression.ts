import { seededRandom } from '../../crawler/core/index.ts';

/** Clauses as lists of feature numbers, and for each topic which of them are examples: 1, 0, or -1 where not known. */
export interface Examples {
  readonly features: readonly Uint32Array[];
  readonly targets: readonly Int8Array[];
  readonly featureCount: number;
}

/** Weights of one topic: `weights[f]`, the last one being the bias. */
export type TopicWeights = Float64Array;

const EPOCHS = 6;
/** An error below which an example has nothing more to teach, once all have been seen twice. */
const SURE_ENOUGH = 0.03;
const RATE = 0.5;
/** How far weights may go from zero (C of logistic regression with a squared penalty). */
const FREEDOM = 12;

/** What draws each weight to zero whenever its feature is met: the less often that is, the stronger. */
function decayOf(examples: Examples, numbers: readonly number[]): Float64Array {
  const counts = new Float64Array(examples.featureCount);
  for (const number of numbers) for (const feature of examples.features[number]!) counts[feature]!++;
  return counts.map((count) => 1 / (FREEDOM * Math.max(count, 1)));
}

/** Order in which examples are looked at, the same in every run. */
function shuffled(numbers: readonly number[], seed: number): number[] {
  const random = seededRandom(seed);
  const order = [...numbers];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Log-odds that an example belongs to a topic. Features weigh the less the more of them there are. */
export function scoreExample(weights: TopicWeights, features: Uint32Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature]!;
  return weights.at(-1)! + sum / Math.sqrt(Math.max(features.length, 1));
}

/** Logistic regression by AdaGrad (Duchi and others, 2011) for one topic, on the examples numbered. */
export function learnTopic(examples: Examples, topic: number, numbers: readonly number[]): TopicWeights {
  const weights = new Float64Array(examples.featureCount + 1);
  const squares = new Float64Array(examples.featureCount + 1).fill(1e-6);
  const target = examples.targets[topic]!;
  const known = numbers.filter((number) => target[number]! >= 0);
  const decay = decayOf(examples, known);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const number of shuffled(known, epoch + 1)) {
      const features = examples.features[number]!;
      const length = Math.sqrt(Math.max(features.length, 1));
      const error = 1 / (1 + Math.exp(-scoreExample(weights, features))) - target[number]!;
      if (epoch > 1 && Math.abs(error) < SURE_ENOUGH) continue;
      for (const feature of features) {
        const gradient = error / length + decay[feature]! * weights[feature]!;
        squares[feature]! += gradient * gradient;
        weights[feature]! -= (RATE * gradient) / Math.sqrt(squares[feature]!);
      }
      const last = weights.length - 1;
      squares[last]! += error * error;
      weights[last]! -= (RATE * error) / Math.sqrt(squares[last]!);
    }
  }
  return weights;
}
