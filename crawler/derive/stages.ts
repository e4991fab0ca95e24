/** What derived state is made in, each stage from the one before: payload to Markdown, to clauses, to labels, to history. */
export const STAGES = ['payload', 'text', 'labels', 'history'] as const;

export type Stage = (typeof STAGES)[number];

/** The version of the rules of each stage, as rows carry it. */
export type Rules = Readonly<Record<Stage, string>>;

/** The files with which the rules of a stage begin; all that these import is theirs, too. Store and disk are none of it. */
export const ENTRIES: Readonly<Record<Stage, readonly string[]>> = {
  payload: ['crawler/derive/payload-stage.ts'],
  text: ['crawler/derive/text-stage.ts'],
  labels: ['crawler/derive/label-stage.ts', 'crawler/derive/gist-stage.ts'],
  history: ['crawler/derive/derive-history.ts', 'crawler/derive/separate-policies.ts'],
};
