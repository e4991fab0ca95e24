import { rule, type TopicRule } from './rule.ts';

/** Headings under which a policy gives advice on others, and promises nothing. */
export const COMMENTARY_RULES: readonly TopicRule[] = [
  rule(
    'commentary/tips',
    'heading',
    /\b(?:tips|advice|things to look for)\b.{0,60}\b(?:other|reviewing|sites)\b/i,
  ),
  rule('commentary/warning', 'heading', /\bwarning about (?:other )?(?:\w+ )?sites\b/i),
];
