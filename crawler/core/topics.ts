import { findTitle } from './clauses.ts';
import type { Clause, ClauseLabels, Labelling, PlacedClause, TextLabels, Topic } from './model.ts';
import { labelClause } from './topics/label.ts';
import { JUDGED_LANGUAGES, listRules } from './topics/languages.ts';
import { TOPICS } from './topics/list.ts';

export { JUDGED_LANGUAGES, listRules, TOPICS };

/** By which rules a text in a language is labelled; null where none are written for it, or the language is not known. */
export function labellingOf(language: string | null): Labelling | null {
  if (language === null || !JUDGED_LANGUAGES.includes(language)) return null;
  return { language };
}

/**
 * Labels of clauses by language, heading and words: what versions share is judged once. Whoever keeps one empties it
 * when it has grown too large.
 */
export type LabelCache = Map<string, ClauseLabels>;

const NOTHING: ClauseLabels = { topics: [], perhaps: [] };
const bare = ({ topic, rule }: Topic): Topic => ({ topic, rule });

function labelOnce(
  clause: Clause,
  heading: string | null,
  language: string,
  cache: LabelCache,
): ClauseLabels {
  const key = [language, clause.kind === 'heading' ? 'h' : '', heading ?? '', clause.text].join('\n');
  const known = cache.get(key);
  if (known) return known;
  const { topics, perhaps } = labelClause(clause, heading, language) ?? NOTHING;
  const labels = { topics: topics.map(bare), perhaps: perhaps.map(bare) };
  cache.set(key, labels);
  return labels;
}

/**
 * The nearest heading that each clause stands under; null where that is the document's own title, which labels nothing:
 * under \u201cPrivacy and Cookies Policy\u201d a clause on opening hours is not one on cookies. The title itself is undefined.
 */
export function listHeadings(clauses: readonly PlacedClause[]): (string | null | undefined)[] {
  const title = findTitle(clauses);
  return clauses.map(({ headingPath }, at) => {
    if (at === title) return undefined;
    const isBelowTitle = title >= 0 && at > title && headingPath.length === 1;
    return isBelowTitle ? null : (headingPath.at(-1) ?? null);
  });
}

/** The labels of a whole text in a language. */
export function labelText(
  clauses: readonly PlacedClause[],
  language: string | null,
  cache: LabelCache = new Map(),
): TextLabels {
  const labelling = labellingOf(language);
  if (labelling === null) return { labelling, clauses: clauses.map(() => NOTHING) };
  const headings = listHeadings(clauses);
  const labels = clauses.map((clause, at) => {
    const heading = headings[at];
    return heading === undefined ? NOTHING : labelOnce(clause, heading, labelling.language, cache);
  });
  return { labelling, clauses: labels };
}

/** The topics of one English clause under headings, the nearest last. */
export function labelTopics(clause: Clause, headingPath: readonly string[]): Topic[] {
  return (labelClause(clause, headingPath.at(-1) ?? null, 'en') ?? NOTHING).topics.map(bare);
}
