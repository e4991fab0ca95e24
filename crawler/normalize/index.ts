/** The door of normalize: from bytes to the Markdown of a policy. */
export { detectLanguage } from './language.ts';
export type { Normalization, Payload } from './normalization.ts';
export { decodePayload, normalizeMarkdown, normalizePayload } from './normalize.ts';
export { isOtherDocument } from './other-document.ts';
export { classifyLink, DEFAULT_POLICY, nameVariety } from './policy-kinds.ts';
export { assessLink, findPolicyLinks, type PolicyLink, readPageLanguage } from './policy-links.ts';
export { isPolicyName, URLKEY_PATTERN } from './policy-names.ts';
export { type Provenance, parseProvenanceHeader } from './provenance-header.ts';
