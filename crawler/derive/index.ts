/** The door of derive: from payloads to texts, labels and histories. */
export { deriveAll, derivePolicy } from './derive.ts';
export { deriveHistory } from './derive-history.ts';
export { textHash } from './derive-text.ts';
export { MARKDOWN_TYPE, normalizeCaptures } from './normalize-capture.ts';
export { separatePolicies } from './separate-policies.ts';
