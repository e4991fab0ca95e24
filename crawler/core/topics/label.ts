import { asRead } from '../as-read.ts';
import type { Clause, ClauseLabels, Topic } from '../model.ts';
import { type LanguageRules, rulesFor } from './languages.ts';
import { COMMENTARY, TOPICS } from './list.ts';
import { explainScore, listFeatures, scoreTopics } from './model.ts';
import type { TopicRule } from './rule.ts';

/** A label with its reason: the words that a rule matched, that weighed most in the model, or the heading. */
export interface ReasonedTopic extends Topic {
  readonly by: 'rule' | 'model' | 'heading';
  readonly words: readonly string[];
}

export interface ReasonedLabels extends ClauseLabels {
  readonly topics: readonly ReasonedTopic[];
  readonly perhaps: readonly ReasonedTopic[];
}

/** So much of a clause is read, in characters: more than any clause a person wrote. */
const MAX_READ = 20_000;
/** Fewer words than this say too little for the model to be asked. */
const MIN_WORDS = 5;
/** Log-odds from which the model alone gives a topic: less is asked of a clause with more words to go by. */
const SPOKEN = 0.5;
const SPOKEN_SHORT = 2;
const SHORT_WORDS = 12;
/** Log-odds from which the model says perhaps, of a clause with words to go by or with few, and of how many topics. */
const PERHAPS = -3;
const PERHAPS_SHORT = -1;
const MOST_PERHAPS = 3;

/** Commas, colons, brackets and quotes taken out, so that a rule's gaps reach over them. */
const flatten = (text: string) =>
  text
    .replace(/[,;:()"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** `This policy describes how we collect, use and share information`, of what is no longer than an introduction. */
const INTRODUCES =
  /\b(?:this|our|the following) (?:[\w-]+ ){0,3}(?:policy|statement|notice)\b(?: [\w'-]+){0,3} (?:explains?|describes?|sets? out|outlines?|applies|tells|informs?|discloses|summari[sz]es|governs)\b|\bto inform you (?:of|about) our\b|\b(?:adheres?|subscribes?) to the following (?:[\w-]+ ){0,2}(?:policy|policies|principles|practices)\b/i;
const INTRODUCTION_WORDS = 110;

interface ClauseReading {
  readonly rules: LanguageRules;
  readonly text: string;
  readonly flat: string;
  readonly features: ReadonlySet<string>;
  /** It says what the policy is about and for whom: words for practices stand in it, and tell of none. */
  readonly isIntroduction: boolean;
  /** The model's log-odds by topic; null where it is not asked. */
  readonly scores: ReadonlyMap<string, number> | null;
}

function read(rules: LanguageRules, text: string): ClauseReading {
  const flat = flatten(text);
  if (rules.model === null || text.split(' ', MIN_WORDS).length < MIN_WORDS) {
    return { rules, text, flat, isIntroduction: false, features: new Set(), scores: null };
  }
  const model = rules.model();
  const features = listFeatures(text);
  const scores = scoreTopics(model, features);
  return {
    rules,
    text,
    flat,
    isIntroduction: INTRODUCES.test(flat) && text.split(' ', INTRODUCTION_WORDS).length < INTRODUCTION_WORDS,
    features,
    scores: new Map(model.topics.map((topic, at) => [topic, scores[at]!])),
  };
}

function match(rule: TopicRule, text: string): string | null {
  const found = rule.pattern.exec(text)?.[0];
  return found === undefined || rule.unless?.test(text) ? null : found.trim();
}

const toLabel = (rule: TopicRule, by: ReasonedTopic['by'], words: string): ReasonedTopic => ({
  topic: rule.topic,
  rule: rule.name,
  by,
  words: [words],
});

/** What headings name, each topic once. */
function readHeading(rules: LanguageRules, heading: string): ReasonedTopic[] {
  const flat = flatten(asRead(heading));
  const labels = new Map<string, ReasonedTopic>();
  for (const rule of rules.headings) {
    const words = labels.has(rule.topic) ? null : match(rule, flat);
    if (words !== null) labels.set(rule.topic, toLabel(rule, 'heading', words));
  }
  return [...labels.values()];
}

/** A practice that a topic is the main part of: what speaks for the one does not speak against the other. */
const WHOLE: Readonly<Record<string, string>> = { 'third-parties': 'any-third-party' };

/** How far the model agrees with a rule. A topic that it does not know it has nothing to say of. */
function assent(scores: ReadonlyMap<string, number>, topic: string): number {
  const own = scores.get(topic) ?? Number.POSITIVE_INFINITY;
  return Math.max(own, scores.get(WHOLE[topic] ?? topic) ?? own);
}

/** Topics by rules over the clause's words; those of which the model thinks otherwise are kept apart. */
function readRules({ rules, flat, scores, isIntroduction }: ClauseReading): {
  given: ReasonedTopic[];
  doubted: ReasonedTopic[];
} {
  const given = new Map<string, ReasonedTopic>();
  const doubted = new Map<string, ReasonedTopic>();
  for (const rule of rules.texts) {
    if (given.has(rule.topic)) continue;
    const words = match(rule, flat);
    if (words === null) continue;
    const needs = rule.needs === undefined || !isIntroduction ? rule.needs : Math.max(rule.needs, SPOKEN);
    const isDoubted = needs !== undefined && scores !== null && assent(scores, rule.topic) < needs;
    (isDoubted ? doubted : given).set(rule.topic, toLabel(rule, 'rule', words));
  }
  return {
    given: [...given.values()],
    doubted: [...doubted.values()].filter(({ topic }) => !given.has(topic)),
  };
}

/** Topics of which the model is sure, or nearly. */
function readModelTopics(
  { rules, features, scores }: ClauseReading,
  least: number,
  most = TOPICS.length,
): ReasonedTopic[] {
  if (scores === null || rules.model === null) return [];
  const model = rules.model();
  return TOPICS.map(({ name }) => ({ name, score: scores.get(name) ?? Number.NEGATIVE_INFINITY }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => ({
      topic: name,
      rule: `${name}/model`,
      by: 'model',
      words: explainScore(model, features, name),
    }));
}

const byOrder = new Map(TOPICS.map(({ name }, at) => [name, at]));
const inOrder = (labels: readonly ReasonedTopic[]) =>
  [...labels].sort((a, b) => byOrder.get(a.topic)! - byOrder.get(b.topic)!);

function without(labels: readonly ReasonedTopic[], others: readonly ReasonedTopic[]): ReasonedTopic[] {
  const names = new Set(others.map(({ topic }) => topic));
  return labels.filter(({ topic }) => !names.has(topic));
}

function labelReading(reading: ClauseReading, above: readonly ReasonedTopic[]): ReasonedLabels {
  const { rules, text } = reading;
  const { given, doubted } = readRules(reading);
  if (above.some(({ topic }) => topic === COMMENTARY)) {
    const kept = new Set(rules.texts.filter(({ inCommentary }) => inCommentary).map(({ name }) => name));
    const own = given.filter(({ rule }) => kept.has(rule));
    return { topics: inOrder([...own, ...above.filter(({ topic }) => topic === COMMENTARY)]), perhaps: [] };
  }
  const isShort = text.split(' ', SHORT_WORDS).length < SHORT_WORDS;
  const own = [...given, ...without(readModelTopics(reading, isShort ? SPOKEN_SHORT : SPOKEN), given)];
  const topics = own.length > 0 ? own : above;
  // A clause that is on something already, or only introduces the others, is doubted only for a good reason.
  const isTold = own.length > 0 || reading.isIntroduction;
  const maybe = readModelTopics(reading, isShort || isTold ? PERHAPS_SHORT : PERHAPS, MOST_PERHAPS);
  return {
    topics: inOrder(topics),
    perhaps: inOrder(without([...doubted, ...without(maybe, doubted)], topics)),
  };
}

/**
 * The labels of a clause that stands under a heading, in a language: by rules over its words, by the model where that is
 * sure, and, where neither finds anything, by the heading. A heading is labelled by what it names. Null where no rules
 * know the language.
 */
export function labelClause(clause: Clause, heading: string | null, language: string): ReasonedLabels | null {
  const rules = rulesFor(language);
  if (rules === null) return null;
  if (clause.kind === 'heading') return { topics: inOrder(readHeading(rules, clause.text)), perhaps: [] };
  const text = asRead(clause.text).slice(0, MAX_READ);
  return labelReading(read(rules, text), heading === null ? [] : readHeading(rules, heading));
}
