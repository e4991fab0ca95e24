/**
 * Scripts that put no space between words, cut by rules of our own: engines differ in the dictionaries they segment with.
 * An ideograph says about what a word does; katakana spell whole words; the rest is cut into what is read as one sign.
 * (`\p{…}` follows the engine's Unicode version; blocks and roles of signs are those of Unicode 17.)
 */

/** Katakana with the long vowel mark, which belongs to no script, and the marks of the half-width ones. */
const KATAKANA = String.raw`\p{Script=Katakana}\u30fc\uff70\uff9e\uff9f`;

/** Any character of these scripts, to be used within `[…]`. */
export const UNSPACED_CLASS = String.raw`\p{Script=Han}\p{Script=Hiragana}${KATAKANA}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** A vowel written first, a consonant, and the vowels and tones around it. */
const THAI = String.raw`[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]*`;
const LAO = String.raw`[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eb0-\u0ebd\u0ec8-\u0ece]*`;
/** Consonants below each other, joined by a sign (coeng, virama); in Burmese also one that closes the syllable. */
const KHMER = String.raw`[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*`;
const BURMESE = String.raw`[\u1000-\u102a\u103f](?:\u1039[\u1000-\u1021]|\p{M}|[\u1000-\u1021]\u103a)*`;

/** One cluster of the scripts whose words are longer than that. */
const CLUSTER = String.raw`${THAI}|${LAO}|${KHMER}|${BURMESE}|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;

/** The alternatives of a word, without a group around them. */
export const UNSPACED_WORD = String.raw`\p{Script=Han}\p{M}*|[${KATAKANA}]+|\p{Script=Hiragana}\p{M}*\u30fc*|${CLUSTER}`;

/** Whether a word is a cluster: about three of those make a word. */
export const isCluster = (word: string): boolean =>
  /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/.test(word) && !/^\p{N}/u.test(word);

/** Clusters to a word, in the mean of running text: a word has five to six signs there, a cluster nearly two. */
export const CLUSTERS_A_WORD = 3;

/** Whether a text can hold any of these scripts: nearly none that is not written in one does. */
export const hasUnspaced = (text: string): boolean =>
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]/.test(text);

/** One sign of these scripts: what a search looks for side by side, katakana one by one too. */
export const UNSPACED_SIGN = String.raw`\p{Script=Han}\p{M}*|(?![\uff9e\uff9f])[${KATAKANA}][\uff9e\uff9f]?|\p{Script=Hiragana}\p{M}*|${CLUSTER}`;
