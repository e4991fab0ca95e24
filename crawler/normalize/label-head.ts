import { findDate } from '../core/index.ts';

/** `Cookies:  We set one.` in typed text: what stands before the colon may be a title, or a sentence's own beginning. */

/** What stands before the first colon; a dot may stand inside a name (`Favicon.ico requests`). */
const LABEL = /^(\p{Lu}[^.:;!?()"“]{1,59}(?:\.\w{1,20}[^.:;!?()"“]{0,40})?):(?:\s+|$)(.*)$/su;

/** Words of a label that is not written like a title: more of them are a clause. */
const MAX_WORDS = 4;
/** Words that clauses are made of, and those that only introduce what follows. */
const CLAUSE_WORD =
  /^(?:we|you|us|they|it|this|that|these|those|who|which|ours?|your|each|is|are|was|were|be|been|will|would|shall|should|may|might|can|could|must|do|does|did|has|have|had|includes?|collects?|uses?|records?|keeps?|shares?|sends?|gives?|asks?|means?|says?|following|follows|if|when|unless|because|please|wir|sie|wenn|falls|zum|beispiel|dazu|folgende[ns]?|nous|vous|si|exemple|notamment|suivante?s?|nosotros|usted|ejemplo|siguientes?|noi|voi|esempio|seguenti|wij|u|als|bijvoorbeeld|volgende|nós|você|exemplo|jeśli|przykład|następujące|мы|вы|если|например|следующие|notes?|examples?|instance|particular|short|important|warning|so)$/iu;
/** Short words that titles do not capitalize. */
const SMALL_WORD =
  /^(?:\P{L}*|an?|and|as|at|but|by|for|from|in|into|of|on|or|our|over|the|to|with|your|&)$/iu;

/** `For example`, written with capitals or not, in languages that typed policies come in. */
const EXAMPLE =
  /^(?:for example|for instance|zum beispiel|par exemple|por ejemplo|per esempio|bijvoorbeeld|por exemplo|na przykład|например)$/iu;

/** Short, and written like a title: in capitals word by word, or a few words that make no clause. */
function isTitleLike(label: string): boolean {
  if (EXAMPLE.test(label.trim())) return false;
  const words = label.trim().split(/\s+/);
  const isCapitalized = words.every((word) => SMALL_WORD.test(word) || /^\P{L}*\p{Lu}/u.test(word));
  if (isCapitalized && words.length > 1) return true;
  return words.length <= MAX_WORDS && !label.includes(',') && !words.some((word) => CLAUSE_WORD.test(word));
}

export interface LabelHead {
  readonly label: string;
  /** What follows the colon; `''` where the label stands alone. */
  readonly rest: string;
}

/** The label that a paragraph begins with and that titles it; null where it begins with a sentence, or names a date. */
export function readLabelHead(text: string): LabelHead | null {
  const [, label, rest] = LABEL.exec(text) ?? [];
  if (label === undefined || rest === undefined || !isTitleLike(label)) return null;
  const date = findDate(rest);
  return date && date.from === 0 ? null : { label, rest };
}
