import { isControl, type Measure, type Measures } from './measure.ts';
import { type Branch, isBlock, textOf } from './parse-html.ts';
import { namesPolicy } from './policy-words.ts';

/** What is laid over the page: dialogs by their role, or named like one and with something to press. */

const OVERLAY_NAMES =
  /(?:^|[\s_-])(?:modals?|pop-?up|dialog|overlay|lightbox|offcanvas|toast|consent)(?:$|[\s_-])|cookies?[_-]?(?:bar|banner|consent|pop-?up|modal|law|wall|dialog|layer|overlay|message|alert|settings|preferences)|(?:^|[\s_-])(?:gdpr|cmp|ccpa)(?:$|[\s_-])/i;
/** An overlay that only its name tells, or its words, holds at most this share of a page's sentences. */
const MAX_NAMED_SHARE = 0.4;
/** What is left of a page without its dialogs, where they held more than that, is at least so long. */
const MIN_REST = 300;

/** What the buttons of a consent dialog say, in the languages of policies. */
const CONSENT_WORDS =
  /\b(?:accept|allow|agree|reject|decline|deny|refuse|autoriser|accepter|j.accepte|refuser|akzeptieren|zustimmen|ablehnen|aceptar|rechazar|accetta|rifiuta|accepteren|weigeren|aceitar|rejeitar)/iu;
/** Longest consent dialog without a name; longer ones have one. */
const MAX_CONSENT = 2500;

export const namesOf = ({ attributes }: Branch) => `${attributes.class ?? ''} ${attributes.id ?? ''}`.trim();

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
export const isHeading = (branch: Branch) => HEADINGS.has(branch.name);

export function holds(branch: Branch, test: (inner: Branch) => boolean): boolean {
  return branch.children.some((child) => typeof child !== 'string' && (test(child) || holds(child, test)));
}

/** A box about cookies that asks for a decision. */
function asksConsent(branch: Branch): boolean {
  const asks = holds(branch, (inner) => isControl(inner) && CONSENT_WORDS.test(textOf(inner)));
  return asks && /cookie|traceur|consent/i.test(textOf(branch));
}

const isNamed = (branch: Branch) =>
  isBlock(branch.name) && !isHeading(branch) && OVERLAY_NAMES.test(namesOf(branch));

function isDialog(branch: Branch): boolean {
  const { name, attributes } = branch;
  if (name === 'dialog' || attributes['aria-modal'] === 'true') return true;
  return /^(?:alert)?dialog$/i.test(attributes.role ?? '') || (isNamed(branch) && asksConsent(branch));
}

/** Something laid over the page that no role says is. */
function isNamedOverlay(branch: Branch, measure: Measure, total: Measure): boolean {
  if (measure.prose > total.prose * MAX_NAMED_SHARE || measure.controlCount === 0) return false;
  if (isNamed(branch)) return true;
  return isBlock(branch.name) && measure.prose > 0 && measure.chars <= MAX_CONSENT && asksConsent(branch);
}

/** What is laid over the page, wherever in the tree its maker put it; outermost branches only. */
export function findOverlays(body: Branch, measures: Measures): Map<Branch, string> {
  const total = measures.of.get(body)!;
  const dialogs: Branch[] = [];
  const named: Branch[] = [];
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      const measure = measures.of.get(child);
      if (!measure || measure.chars === 0) continue;
      if (isDialog(child)) dialogs.push(child);
      else if (isNamedOverlay(child, measure, total)) named.push(child);
      else visit(child);
    }
  };
  visit(body);
  return new Map([...believeDialogs(body, dialogs, measures), ...named].map((branch) => [branch, 'overlay']));
}

/**
 * A dialog is none of the text, however long, where a text is left without it. Where nearly nothing is left, one that
 * asks for consent to cookies is still none; another may be how the page shows its text.
 */
function believeDialogs(body: Branch, dialogs: readonly Branch[], measures: Measures): Branch[] {
  const proseOf = (branch: Branch) => measures.of.get(branch)!.prose;
  const total = proseOf(body);
  const rest = total - dialogs.reduce((sum, dialog) => sum + proseOf(dialog), 0);
  const isTitled = (branch: Branch): boolean =>
    !dialogs.includes(branch) &&
    ((isHeading(branch) && namesPolicy(textOf(branch))) ||
      branch.children.some((child) => typeof child !== 'string' && isTitled(child)));
  const isLeft = rest >= MIN_REST || rest >= total * (1 - MAX_NAMED_SHARE) || isTitled(body);
  return dialogs.filter((dialog) => isLeft || proseOf(dialog) < MIN_REST || asksConsent(dialog));
}
