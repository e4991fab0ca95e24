import { createPhraseBook, estimateWords, languages } from '../core/index.ts';
import { namesPrivacy } from './policy-words.ts';

/** Telling a text found where a privacy policy was looked for, and that is another document, by its title. */

/** Documents that stand beside privacy policies and speak of data too. */
const otherTitles = createPhraseBook(languages.map((row) => row.otherDocuments));

/** What cookies are called; most languages take the English word. */
const COOKIES =
  /cookie|クッキー|쿠키|คุกกี้|кук[иі]|çerez|evästee|eväste|vafrakök|küpsis|sīkdat|slapuk|piškot|kolačić|galetes|कुकी|עוגיות/iu;

/** In a title these make a policy of it: "Data Policy", "Use of your information". */
const data = createPhraseBook(languages.map((row) => row.data));

const privacyWords = createPhraseBook(languages.map((row) => row.personalData));

/** Mentions of privacy in a thousand words from which on the text is a policy, whatever its title. On real texts terms had up to 4.4, policies a median of 9. */
const POLICY_RATE = 6;

/** Whether a document of this title and text is something else than a privacy policy. Without a title nothing is said. */
export function isOtherDocument(title: string | null, text: string): boolean {
  if (title === null || namesPrivacy(title)) return false;
  // What a cookie policy says of cookies it says of privacy, too.
  if (COOKIES.test(title)) return true;
  if (!otherTitles.has(title) || data.has(title)) return false;
  return (1000 * privacyWords.count(text)) / Math.max(1, estimateWords(text)) < POLICY_RATE;
}
