import { GERMAN_RULES } from './de.ts';
import { DUTCH_RULES, POLISH_RULES } from './dutch-polish.ts';
import { ENGLISH_RULES } from './en.ts';
import { FRENCH_RULES } from './fr.ts';
import { ENGLISH_HEADINGS } from './headings-en.ts';
import { CHINESE_RULES, JAPANESE_RULES } from './ja-zh.ts';
import { readModel, type TopicModel } from './model.ts';
import { ITALIAN_RULES, PORTUGUESE_RULES, SPANISH_RULES } from './romance.ts';
import type { TopicRule } from './rule.ts';
import { WEIGHTS as ENGLISH_WEIGHTS } from './weights-en.ts';

/** What is known of a language: rules for headings and for texts, and a model where one has learned it. */
export interface LanguageRules {
  readonly headings: readonly TopicRule[];
  readonly texts: readonly TopicRule[];
  readonly model: (() => TopicModel) | null;
}

/** A model is read when it is first asked. */
function once(packed: string): () => TopicModel {
  let model: TopicModel | null = null;
  return () => {
    model ??= readModel(packed);
    return model;
  };
}

const split = (rules: readonly TopicRule[], headings: readonly TopicRule[] = []) => ({
  headings: [...headings, ...rules.filter(({ where }) => where === 'heading')],
  texts: rules.filter(({ where }) => where === 'text'),
});

const LANGUAGES: ReadonlyMap<string, LanguageRules> = new Map([
  ['en', { ...split(ENGLISH_RULES, ENGLISH_HEADINGS), model: once(ENGLISH_WEIGHTS) }],
  ['de', { ...split(GERMAN_RULES), model: null }],
  ['fr', { ...split(FRENCH_RULES), model: null }],
  ['es', { ...split(SPANISH_RULES), model: null }],
  ['it', { ...split(ITALIAN_RULES), model: null }],
  ['nl', { ...split(DUTCH_RULES), model: null }],
  ['pt', { ...split(PORTUGUESE_RULES), model: null }],
  ['pl', { ...split(POLISH_RULES), model: null }],
  ['ja', { ...split(JAPANESE_RULES), model: null }],
  ['zh', { ...split(CHINESE_RULES), model: null }],
]);

/** Languages whose texts can be judged, by their ISO 639-1 codes. */
export const JUDGED_LANGUAGES: readonly string[] = [...LANGUAGES.keys()];

/** The rules of a language, or null where there are none. */
export const rulesFor = (language: string): LanguageRules | null => LANGUAGES.get(language) ?? null;

/** All rules of a language, those for headings first. */
export const listRules = (language: string): readonly TopicRule[] => {
  const rules = rulesFor(language);
  return rules === null ? [] : [...rules.headings, ...rules.texts];
};
