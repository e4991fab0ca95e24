import { FORM, FORM_AT_END, MAX_READ, NAME, NAME_WITH_FORM, pattern, START } from './company-name.ts';
import { fold } from './own-domain.ts';
import { SPELLING } from './policy-word.ts';
import type { ClauseText } from './self-name.ts';

const FORMER = `(?:formerly|previously|f/k/a|d/b/a|a/k/a|fka|dba|(?:doing business|trading) as|now)(?: known as)?`;
const BINDS =
  'operated|owned|run|produced|provided|published|offered|controlled|subsidiary|affiliate|member|division|part|brand';
/** Companies one after the other, two or more. */
const RUN = new RegExp(
  `${START}${NAME}${FORM}(?:(?:,? and |,? or |, |; )(?:the )?${NAME}${FORM}){1,20}`,
  'gu',
);
/** A company and its other name. */
const RENAMED = pattern(String.raw`${START}${NAME}${FORM}?,? \(?(?:the )?${FORMER} [‘“'"]?${NAME}${FORM}?`);
/** `Example is operated by`, `Example, a subsidiary of`: whose a company is. */
const BOUND = pattern(
  String.raw`${START}${NAME}${FORM}?(?: \([^()]{0,60}\))?,? (?:\(?[\p{Ll}-]{1,20} ){0,6}(?:${BINDS})(?: and \p{Ll}{1,20})?(?: to you)? (?:by|of)(?: the)? ${NAME}${FORM}`,
);
/** `Example's subsidiary Sample Ltd.` */
const RELATED = pattern(
  String.raw`${START}${NAME}['’]s? (?:[\p{Ll}-]{1,20} )?(?:subsidiary|affiliate|parent)(?: company)?,? ${NAME}${FORM}`,
);
const MAY_TIE = new RegExp(`${FORM}(?![\\p{L}\\p{N}])`, 'u');
const isKnownName = (name: string) => SPELLING.has(fold(name)) || SPELLING.has(fold(name.split(' ')[0]!));

/** Names of a clause that stand in a row with one of the publisher's, or that one is bound to. */
function* findTied(text: string, isOwn: (name: string) => boolean): Iterable<string> {
  for (const [run] of text.matchAll(RUN)) {
    const members = [...run.matchAll(NAME_WITH_FORM)].map(([, name]) => name!);
    if (members.some(isOwn) && members.every((name) => isOwn(name) || !isKnownName(name))) yield* members;
  }
  for (const [, one, other] of text.matchAll(RENAMED)) {
    if (isOwn(one!) || isOwn(other!)) yield* [one!, other!];
  }
  for (const ties of [BOUND, RELATED]) {
    for (const [, one, other] of text.matchAll(ties)) if (isOwn(one!)) yield other!;
  }
}

/** Names that the text ties to those that are known to be the publisher's. */
export function listTiedNames(lines: readonly ClauseText[], names: readonly string[]): string[] {
  const foldBare = (name: string) => fold(name.replace(FORM_AT_END, ''));
  const own = new Set(names.map(foldBare).filter((name) => name.length > 2));
  const isOwn = (name: string) => {
    const folded = foldBare(name);
    return own.has(folded) || [...own].some((one) => one.length > 4 && folded.startsWith(one));
  };
  const found: string[] = [];
  for (const { kind, text } of lines) {
    if (kind === 'row' || !MAY_TIE.test(text)) continue;
    for (const name of findTied(text.slice(0, MAX_READ), isOwn)) {
      found.push(name);
      own.add(foldBare(name));
    }
  }
  return found;
}
