import { createPhraseBook, languages, weighText } from '../core/index.ts';
import type { Reason } from './normalization.ts';
import { namesPolicy, ruleWordRate } from './policy-words.ts';

/** Whether what was extracted is a document at all, and if not, what it is instead. */

export interface Extracted {
  /** The extracted text, a clause a line. */
  readonly text: string;
  /** The heading that titles the text, or null; and what the page calls itself. */
  readonly heading: string | null;
  readonly pageTitle: string | null;
  /** The text's language, where it is known. */
  readonly language: string | null;
  /** What the sentences outside links in the extracted text weigh. */
  readonly proseChars: number;
  /** All text of the page, for telling what it is where it is no document. */
  readonly readPageText: () => string;
  readonly scriptChars: number;
  readonly readAsksPassword: () => boolean;
  readonly follow: string | null;
}

/** Lengths are those of text in Latin letters (`weighText`). A document has at least so much of sentences, or of any text under a title that names one. */
const MIN_PROSE = 300;
/** Even under such a title a few labels and links are none: two sentences are asked for. */
const MIN_NAMED_PROSE = 100;
/** Less than this of a thousand words is about data, rights or rules only where the page is about something else. */
const MIN_RULE_RATE = 9;
/** Pages of errors, walls and parking are short. */
const MAX_ERROR_TEXT = 2500;

/** Long texts say such words of anything: they are looked for where a page says what it is. */
const errorWords = createPhraseBook(languages.map((row) => row.notFound));
const BLOCKED =
  /access\s+(?:is\s+)?denied|forbidden|captcha|are\s+you\s+(?:a\s+)?(?:human|robot)|unusual\s+traffic|checking\s+your\s+browser|just\s+a\s+moment|verify(?:ing)?\s+you|request\s+(?:was\s+)?(?:blocked|unsuccessful)|enable\s+(?:javascript\s+and\s+)?cookies\s+to\s+continue|ddos|acc[èe]s\s+refus|zugriff\s+verweigert/iu;
const PARKED =
  /domain\s+(?:name\s+)?(?:is|may\s+be|has\s+been)\s+(?:for\s+sale|parked|expired|registered)|buy\s+this\s+domain|parked\s+(?:free|domain|page)|this\s+domain\s+(?:is\s+)?(?:for\s+sale|has\s+expired)|domain\s+parking|sponsored\s+listings|domain\s+(?:zu\s+verkaufen|steht\s+zum\s+verkauf)|domaine\s+(?:est\s+)?[àa]\s+vendre/iu;
const LOGIN =
  /\b(?:log|sign)\s?-?in\b|connectez-vous|se\s+connecter|connexion|anmelden|einloggen|iniciar\s+sesi|accedi\b|inloggen/iu;
const NEEDS_SCRIPT =
  /(?:enable|requires?|turn\s+on|activ\w{1,12})\s+(?:your\s+)?javascript|javascript\s+(?:is|must|to\s+be)\s/iu;

/** What a page without a document is. */
function nameEmptyPage(evidence: Extracted): Reason {
  const { pageTitle, follow, scriptChars } = evidence;
  const pageText = evidence.readPageText();
  const pageLength = weighText(pageText);
  const shown = `${pageTitle ?? ''} ${pageText.slice(0, MAX_ERROR_TEXT)}`;
  if (BLOCKED.test(shown) || (follow && /captcha|challenge/i.test(follow))) return 'blocked';
  if (errorWords.has(shown)) return 'soft-404';
  if (PARKED.test(shown)) return 'parked';
  if (evidence.readAsksPassword() || (LOGIN.test(shown) && pageLength < 1000 && scriptChars < 5000))
    return 'login';
  if (follow && pageLength < 1000) return 'redirect';
  if (NEEDS_SCRIPT.test(shown) || scriptChars > 20 * (pageLength + 100)) return 'script-shell';
  return 'too-short';
}

/** @returns null for a document */
export function judgeText(evidence: Extracted): Reason | null {
  const { text, heading, pageTitle, proseChars, language } = evidence;
  const length = weighText(text);
  const isNamed = namesPolicy(heading ?? '');
  const isEnough =
    proseChars >= MIN_PROSE || (isNamed && proseChars >= MIN_NAMED_PROSE && length >= MIN_PROSE);
  if (!isEnough) return nameEmptyPage(evidence);
  const isShort = length < MAX_ERROR_TEXT;
  if (isShort && !isNamed) {
    const head = `${pageTitle ?? ''} ${text.slice(0, 300)}`;
    if (BLOCKED.test(head)) return 'blocked';
    if (errorWords.has(head)) return 'soft-404';
    if (PARKED.test(head)) return 'parked';
    if (LOGIN.test(head) && evidence.readAsksPassword()) return 'login';
  }
  const isTitled = isNamed || namesPolicy(pageTitle ?? '');
  if (!isTitled && ruleWordRate(text, language) < MIN_RULE_RATE) return 'wrong-document';
  return null;
}
