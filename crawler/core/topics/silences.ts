/** How often a topic was said to be passed over by policies of the gold, and in how many that was false. */
export interface MeasuredSilences {
  readonly policies: number;
  readonly topics: Readonly<Record<string, readonly [claimed: number, false: number]>>;
}

/**
 * Measured on the invented policies of `core/gold`, by language: what a claim of silence is worth. Written by
 * `scripts/gold-labels.ts`; `gold.test.ts` holds that it is so.
 */
export const SILENCES: Readonly<Record<string, MeasuredSilences>> = {
 "en": {
  "policies": 24,
  "topics": {
   "collection": [0, 0],
   "use": [0, 0],
   "third-parties": [0, 0],
   "advertising": [12, 0],
   "cookies": [5, 1],
   "log-files": [13, 3],
   "analytics": [17, 2],
   "location": [18, 2],
   "mailing-lists": [15, 2],
   "choice": [1, 0],
   "rights": [3, 0],
   "retention": [7, 0],
   "security": [3, 1],
   "transfer-abroad": [12, 2],
   "transfer-buyer": [18, 0],
   "legal-disclosure": [11, 1],
   "children": [8, 0],
   "policy-change": [9, 0],
   "do-not-track": [17, 0],
   "law-specific": [11, 1],
   "outside-links": [19, 1],
   "seals": [22, 0],
   "contact": [2, 1]
  }
 },
 "de": {
  "policies": 12,
  "topics": {
   "collection": [1, 1],
   "use": [1, 1],
   "third-parties": [0, 0],
   "advertising": [8, 0],
   "cookies": [5, 0],
   "log-files": [5, 0],
   "analytics": [9, 1],
   "location": [10, 0],
   "mailing-lists": [8, 0],
   "choice": [3, 1],
   "rights": [2, 1],
   "retention": [0, 0],
   "security": [3, 1],
   "transfer-abroad": [8, 0],
   "transfer-buyer": [11, 0],
   "legal-disclosure": [7, 0],
   "children": [7, 0],
   "policy-change": [7, 0],
   "do-not-track": [11, 0],
   "law-specific": [12, 0],
   "outside-links": [10, 0],
   "seals": [12, 0],
   "contact": [1, 0]
  }
 },
 "fr": {
  "policies": 12,
  "topics": {
   "collection": [1, 1],
   "use": [1, 0],
   "third-parties": [0, 0],
   "advertising": [8, 0],
   "cookies": [4, 0],
   "log-files": [8, 0],
   "analytics": [9, 0],
   "location": [9, 0],
   "mailing-lists": [9, 0],
   "choice": [3, 0],
   "rights": [1, 0],
   "retention": [0, 0],
   "security": [1, 0],
   "transfer-abroad": [8, 0],
   "transfer-buyer": [11, 0],
   "legal-disclosure": [8, 0],
   "children": [7, 0],
   "policy-change": [6, 0],
   "do-not-track": [11, 0],
   "law-specific": [12, 0],
   "outside-links": [10, 0],
   "seals": [12, 0],
   "contact": [0, 0]
  }
 }
};
