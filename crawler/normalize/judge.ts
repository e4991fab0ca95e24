import type { Reason } from './normalization.ts';
import { namesPolicy, ruleWordRate } from './policy-words.ts';

/** Whether what was extracted is a document at all, and if not, what it is instead. */

export interface Evidence {
  /** The extracted text, a clause a line. */
  readonly text: string;
  /** The heading that titles the text, or null; and what the page calls itself. */
  readonly heading: string | null;
  readonly pageTitle: string | null;
  /** Characters of sentences outside links in the extracted text. */
  readonly proseChars: number;
  /** All text of the page, for telling what it is where it is no document. */
  readonly readPageText: () => string;
  readonly scriptChars: number;
  readonly asksPassword: boolean;
  readonly follow: string | null;
}

/** A document has at least so many characters of sentences, or of any text under a title that names one. */
const MIN_PROSE = 300;
/** Even under such a title a few labels and links are none: two sentences are asked for. */
const MIN_NAMED_PROSE = 100;
/** Less than this of a thousand words is about data, rights or rules only where the page is about something else. */
const MIN_RULE_RATE = 9;
/** Pages of errors, walls and parking are short. */
const MAX_ERROR_TEXT = 2500;

const SOFT_404 =
  /\b40[34]\b|\bnot\s+(?:be\s+)?found\b|page\s+(?:you|that|can\s?not|isn.t|no\s+longer|does\s?n.t|unavailable)|no\s+longer\s+(?:available|exists)|introuvable|n.existe\s+(?:pas|plus)|nicht\s+gefunden|existiert\s+nicht|no\s+(?:se\s+)?encontr|non\s+trovat|niet\s+gevonden|n[ãa]o\s+encontrad|erreur\s+404|fehler\s+404/iu;
const BLOCKED =
  /access\s+(?:is\s+)?denied|forbidden|captcha|are\s+you\s+(?:a\s+)?(?:human|robot)|unusual\s+traffic|checking\s+your\s+browser|just\s+a\s+moment|verify(?:ing)?\s+you|request\s+(?:was\s+)?(?:blocked|unsuccessful)|enable\s+(?:javascript\s+and\s+)?cookies\s+to\s+continue|ddos|acc[èe]s\s+refus|zugriff\s+verweigert/iu;
const PARKED =
  /domain\s+(?:name\s+)?(?:is|may\s+be|has\s+been)\s+(?:for\s+sale|parked|expired|registered)|buy\s+this\s+domain|parked\s+(?:free|domain|page)|this\s+domain\s+(?:is\s+)?(?:for\s+sale|has\s+expired)|domain\s+parking|sponsored\s+listings|domain\s+(?:zu\s+verkaufen|steht\s+zum\s+verkauf)|domaine\s+(?:est\s+)?[àa]\s+vendre/iu;
const LOGIN =
  /\b(?:log|sign)\s?-?in\b|connectez-vous|se\s+connecter|connexion|anmelden|einloggen|iniciar\s+sesi|accedi\b|inloggen/iu;
const NEEDS_SCRIPT =
  /(?:enable|requires?|turn\s+on|activ\w{1,12})\s+(?:your\s+)?javascript|javascript\s+(?:is|must|to\s+be)\s/iu;

/** What a page without a document is. */
function nameEmptyPage(evidence: Evidence): Reason {
  const { pageTitle, follow, scriptChars, asksPassword } = evidence;
  const pageText = evidence.readPageText();
  const shown = `${pageTitle ?? ''} ${pageText.slice(0, MAX_ERROR_TEXT)}`;
  if (BLOCKED.test(shown) || (follow && /captcha|challenge/i.test(follow))) return 'blocked';
  if (SOFT_404.test(shown)) return 'soft-404';
  if (PARKED.test(shown)) return 'parked';
  if (asksPassword || (LOGIN.test(shown) && pageText.length < 1000 && scriptChars < 5000)) return 'login';
  if (follow && pageText.length < 1000) return 'redirect';
  if (NEEDS_SCRIPT.test(shown) || scriptChars > 20 * (pageText.length + 100)) return 'script-shell';
  return 'too-short';
}

/** @returns null for a document */
export function judgeText(evidence: Evidence): Reason | null {
  const { text, heading, pageTitle, proseChars } = evidence;
  const isNamed = namesPolicy(heading ?? '');
  const isEnough =
    proseChars >= MIN_PROSE || (isNamed && proseChars >= MIN_NAMED_PROSE && text.length >= MIN_PROSE);
  if (!isEnough) return nameEmptyPage(evidence);
  const isShort = text.length < MAX_ERROR_TEXT;
  if (isShort && !isNamed) {
    const head = `${pageTitle ?? ''} ${text.slice(0, 300)}`;
    if (BLOCKED.test(head)) return 'blocked';
    if (SOFT_404.test(head)) return 'soft-404';
    if (PARKED.test(head)) return 'parked';
    if (evidence.asksPassword && LOGIN.test(head)) return 'login';
  }
  const isTitled = isNamed || namesPolicy(pageTitle ?? '');
  if (!isTitled && ruleWordRate(text) < MIN_RULE_RATE) return 'wrong-document';
  return null;
}
