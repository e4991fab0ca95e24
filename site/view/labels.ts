import { type Change, isLackingGist, LANGUAGE_NAMES, type SizeClass } from '../../crawler/core/index.ts';

/** The words for classes, kinds, reasons and doubts: written once, used on every page. */

/** A step's class, as a reader sees it named. */
export const sizeLabels: Readonly<Record<SizeClass, string>> = {
  invisible: 'nothing a reader sees',
  date: 'dates only',
  order: 'order only',
  small: 'small change',
  medium: 'medium change',
  large: 'large change',
  'very large': 'very large change',
  rewrite: 'rewrite',
};

/** A step as far as its name goes. */
type NamedStep = { readonly sizeClass: SizeClass; readonly gist: string | null };

/** What a step is called one of whose texts lacks clauses that stand before and after it; null for any other. */
export function lackingLabel({ gist }: Pick<NamedStep, 'gist'>): string | null {
  if (!isLackingGist(gist)) return null;
  const [count = ''] = /one clause|\d{1,9} clauses/.exec(gist!) ?? [];
  return gist!.startsWith('Again') ? `${count} back again` : `a capture without ${count}`;
}

/** What a step is called: by its size, unless it tells more of a capture than of the policy. */
export const stepLabel = (step: NamedStep): string => lackingLabel(step) ?? sizeLabels[step.sizeClass];

export const sizeExplanations: Readonly<Record<SizeClass, string>> = {
  invisible: 'link targets, typography or markup only',
  date: 'only dates or figures differ',
  order: 'the same words in another order',
  small: 'up to 5 words',
  medium: 'up to 50 words',
  large: 'up to 500 words',
  'very large': 'over 500 words',
  rewrite: 'fewer than a fifth of the words carried over',
};

/** Names of the two sides where they are not one text earlier and later, but two companies' texts. */
export interface SideNames {
  readonly left: string;
  readonly right: string;
}

/** What a change is called above its text. */
export function changeLabel(change: Change, isHeading: boolean): string {
  const many = (count: number) => (count === 2 ? 'two' : String(count));
  switch (change.kind) {
    case 'added':
      return isHeading ? 'new heading' : 'new clause';
    case 'removed':
      return isHeading ? 'heading no longer present' : 'clause no longer present';
    case 'split':
      return `one clause became ${many(change.right.length)}`;
    case 'merged':
      return `${many(change.left.length)} clauses became one`;
    case 'edited':
      if (change.significance === 'date') return 'dates changed';
      return isHeading ? 'heading changed' : 'edited';
    default:
      if (change.moved) return 'words unchanged';
      return change.significance === 'links' ? 'a link leads elsewhere' : 'typography only';
  }
}

/** Doubts about a text: a line for lists and a sentence with the effect for the page itself. */
const flagTexts: Readonly<Record<string, readonly [line: string, effect: string]>> = {
  mojibake: [
    'damaged characters',
    'Some characters of this capture are damaged: they may differ from what a reader saw then.',
  ],
  pdf: ['text from a PDF', 'The text was taken from a PDF; its headings and lists may be lost.'],
  'plain-text': ['plain text page', 'The page was plain text; headings and lists were read from its typing.'],
  'embedded-data': ['text from a script', 'The text was read from data inside a script, not from the page.'],
  noframes: [
    'text for browsers without frames',
    'The text was read from what the page gives to browsers without frames; others may have seen another.',
  ],
  'several-documents': [
    'several documents on the page',
    'The page holds other documents beside the policy, and where each ends cannot be told.',
  ],
  truncated: [
    'capture incomplete',
    'The capture ends before its page does: clauses may be missing at the end.',
  ],
  approximate: ['not fully read', 'The page is so large that some of it was not looked at.'],
  'undecided-date': [
    'stated date undecided',
    'The policy states a date whose day and month cannot be told apart; it is not used.',
  ],
};

/** A flag that says how a text was read, without putting it in doubt: not shown in lists. */
export const isCalmFlag = (flag: string): boolean => flag === 'plain-text';

export const flagLine = (flag: string): string => flagTexts[flag]?.[0] ?? flag.replaceAll('-', ' ');
export const flagEffect = (flag: string): string => flagTexts[flag]?.[1] ?? `Marked: ${flagLine(flag)}.`;

/** A policy that a company keeps in another language as well: `privacy-fr` is `privacy` in French. */
function splitLanguage(policy: string): { stem: string; language: string | null } {
  const [, stem = '', code = ''] = /^(.+)-([a-z]{2})$/.exec(policy) ?? [];
  const language = LANGUAGE_NAMES[code];
  return language === undefined ? { stem: policy, language: null } : { stem, language };
}

/** Whether two policies of a company are one in two languages. */
export const areTranslations = (one: string, other: string): boolean =>
  one !== other && splitLanguage(one).stem === splitLanguage(other).stem;

/** The policy's name in running text: `privacy` becomes `Privacy policy`. */
export function policyTitle(policy: string): string {
  const { stem, language } = splitLanguage(policy);
  if (language !== null) return `${policyTitle(stem)} in ${language}`;
  const words = policy.replaceAll('-', ' ');
  return policy === 'privacy' ? 'Privacy policy' : `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}
