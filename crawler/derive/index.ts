/** The door of derive: from payloads to texts, labels and histories. */
export { deriveAgain, deriveAll, derivePolicy, deriveStale, hasOldRules, renewTexts } from './derive.ts';
export { normalizeCaptures } from './normalize-capture.ts';
export { MARKDOWN_TYPE } from './payload-stage.ts';
export { todaysRules } from './rules.ts';
export { separatePolicies } from './separate-policies.ts';
export type { Rules, Stage } from './stages.ts';
export { textHash } from './text-stage.ts';
