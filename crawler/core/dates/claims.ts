import type { StatedDate } from '../model.ts';
import { foldInPlace } from './fold.ts';
import {
  type Expressions,
  expressionsOf,
  languagesFor,
  listDatePhrases,
  type Phrase,
  speaksOfDates,
} from './phrases.ts';
import { mayHoldDate, readDates, type WrittenDate } from './read-dates.ts';

/**
 * What a line says of its dates. Words make a date one the text gives for itself; dates of laws and of other versions are
 * none.
 */

/** How much a line can be trusted: it says little beside its date, or it is a sentence about the text, or neither. */
type Trust = 'line' | 'own sentence' | 'sentence';

/** What a line says of one of its dates. */
export interface Claim {
  readonly kind: StatedDate['kind'];
  readonly date: WrittenDate;
  readonly words: string;
  readonly language: string;
  readonly trust: Trust;
  /** Nothing says what the date is of: it stands alone, or behind the title. */
  readonly isBare: boolean;
}

interface FoldedLine {
  readonly text: string;
  readonly folded: string;
}

/** Most characters between what names the date and the date itself, and behind it. */
const MAX_BEFORE = 120;
const MAX_AFTER = 60;

/** Sentences end here; the point of an abbreviation right before the date does not count. */
const SENTENCE_END = /[.!?;。！？।]\s|[。！？।]/gu;

/** `…tickets/new.Version of`: an end without its space. */
const GLUED_END = /\p{Ll}[.!?](?=\p{Lu})/gu;

/** What stands between the beginning of a date's sentence, or the date before it, and the date. */
function sentenceBefore({ text, folded }: FoldedLine, from: number, to: number): string {
  const first = Math.max(from, to - MAX_BEFORE);
  const before = folded.slice(first, to);
  const ends = [...before.matchAll(SENTENCE_END), ...text.slice(first, to).matchAll(GLUED_END)]
    .map((end) => end.index + end[0].length)
    .sort((one, other) => one - other);
  const start = ends.findLast((end) => /\p{L}/u.test(before.slice(end))) ?? 0;
  return before.slice(start);
}

function sentenceAfter(folded: string, from: number): string {
  const after = folded.slice(from, from + MAX_AFTER);
  return after.slice(0, after.search(SENTENCE_END) >= 0 ? after.search(SENTENCE_END) + 1 : MAX_AFTER);
}

const holds = (text: string, expression: RegExp) => text !== '' && text.search(expression) >= 0;

function lastMatch(text: string, expression: RegExp): number {
  if (text === '') return -1;
  let last = -1;
  for (const { index } of text.matchAll(expression)) last = index;
  return last;
}

/** A new version that says what it replaces still speaks of itself. */
const REPLACES =
  /replac|supersed|ersetzt|remplac|sustituy|reemplaz|sostitui|substitui|vervang|erstatt|zastep|nahraz|замен|yerine|取代|代替/u;

/** Whether the words before a date give it to a law or to another version of the text. */
function isOthers(before: string, { document, law, other }: Expressions): boolean {
  const lawAt = lastMatch(before, law);
  if (lawAt >= 0 && lawAt > lastMatch(before, document)) return true;
  return holds(before, other) && !REPLACES.test(before);
}

/** Letters, an ideograph or syllable for three: those say as much. */
function weigh(text: string): number {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  )?.length;
  return (text.match(/\p{L}/gu)?.length ?? 0) + 2 * (wide ?? 0);
}

/** Most letters that a date line holds beside its date, and that stand before the words on it in a sentence of its own. */
const MAX_BESIDE = 30;
const MAX_SUBJECT = 60;
const MAX_DATE_LINE = 110;

/** The words nearest the date decide; those that only name a version, where nothing else does. */
function nearest(phrases: readonly Phrase[]): Phrase | undefined {
  return phrases.findLast((phrase) => !phrase.isName) ?? phrases.at(-1);
}

/** Phrases of one statement: `Last updated and effective`. */
const MAX_JOINT = 15;

function startOf(phrases: readonly Phrase[], chosen: Phrase): number {
  let from = chosen.from;
  for (const phrase of phrases.slice(0, phrases.indexOf(chosen)).reverse()) {
    if (from - phrase.to <= MAX_JOINT) from = phrase.from;
  }
  return from;
}

/** Ideographs that run on before a phrase belong to its word. */
const RUN = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]{1,20}$/u;

function judgeTrust(
  { folded }: FoldedLine,
  from: number,
  to: number,
  before: string,
  expressions: Expressions,
): Trust {
  const beside = folded.slice(0, from) + folded.slice(to);
  const besides = weigh(beside.replace(expressions.document, ''));
  if (folded.length <= MAX_DATE_LINE && besides <= MAX_BESIDE) return 'line';
  const subject = folded.slice(Math.max(0, from - MAX_BEFORE), from);
  const own = before.length < subject.length ? before : subject;
  const isOwn = holds(before, expressions.document);
  return weigh(own) <= MAX_SUBJECT && (isOwn || weigh(own) <= 8) ? 'own sentence' : 'sentence';
}

/** A date of a line, with what stands before it in its sentence. */
interface DatePlace {
  readonly line: FoldedLine;
  readonly date: WrittenDate;
  readonly before: string;
  /** The whole sentence up to the date, whatever other dates it holds. */
  readonly sentence: string;
}

/** Most letters between the words that name a date and the date, unless they name the text. */
const MAX_BETWEEN = 40;

const isNear = (between: string, { document }: Expressions) =>
  weigh(between) <= MAX_BETWEEN || holds(between, document);

/** What the words before a date say of it in one language. */
function readBefore({ line, date, before }: DatePlace, language: string): Claim | null {
  const expressions = expressionsOf(language);
  const phrases = listDatePhrases(before, expressions);
  const chosen = nearest(phrases);
  if (!chosen || !isNear(before.slice(chosen.to), expressions)) return null;
  const offset = date.from - before.length;
  const at = offset + startOf(phrases, chosen);
  const from = at - (RUN.exec(line.folded.slice(Math.max(0, at - 20), at))?.[0].length ?? 0);
  const trust = judgeTrust(line, from, date.to, before.slice(0, Math.max(0, from - offset)), expressions);
  return { kind: chosen.kind, date, words: line.text.slice(from, date.to), language, trust, isBare: false };
}

/** `As of 25 May 2018 |`: nothing else on the line, or a mark that parts it from the rest. */
function readOpening({ line, date, before }: DatePlace, language: string): Claim | null {
  if (!/^\P{L}*$/u.test(line.folded.slice(0, date.from - before.length))) return null;
  const match = [...before.matchAll(expressionsOf(language).opening)][0];
  const rest = line.folded.slice(date.to).split(/[|(·•\n]/)[0]!;
  if (!match || weigh(rest) > 4 || weigh(before.slice(0, match.index)) > 0) return null;
  if (weigh(before.slice(match.index + match[0].length)) > 12) return null;
  const from = date.from - before.length + match.index;
  const isDay =
    /^(?:dat|fecha|дат|תאריך|тарих|tarih|tanggal|日|날짜|일자|तारीख|तिथि|दिनांक|วันที่|paiv|pvm|ημερ|تاريخ|التاريخ)/u;
  const kind = isDay.test(match[0]) ? 'posted' : 'effective';
  return { kind, date, words: line.text.slice(from, date.to), language, trust: 'line', isBare: false };
}

/** `2018年5月25日改定`, `Bu politika 25.05.2018 tarihinde güncellenmiştir`: the verb stands last. */
function readBehind({ line, date, before }: DatePlace, language: string): Claim | null {
  const expressions = expressionsOf(language);
  const after = sentenceAfter(line.folded, date.to);
  const chosen = listDatePhrases(after, expressions)[0];
  if (!chosen || chosen.isName || holds(after.slice(0, chosen.from), expressions.other)) return null;
  const to = date.to + chosen.to + (/^[\p{L}\p{M}]*/u.exec(after.slice(chosen.to))?.[0].length ?? 0);
  const trust = judgeTrust(line, date.from, to, before, expressions);
  // `20 May 2014: Updated the list of vendors` is an entry of a log.
  if (/^:/.test(after) && weigh(line.folded.slice(to)) > 4) return null;
  const isOwn = trust === 'own sentence' && holds(before, expressions.document);
  if (trust !== 'line' && !isOwn) return null;
  return { kind: chosen.kind, date, words: line.text.slice(date.from, to), language, trust, isBare: false };
}

/** Longest line that is nothing but a date, or a title and a date. */
const MAX_BARE = 40;
const MAX_TITLE = 90;

/** What joins a date to the title before it. */
const JOINT = /(?:[(|:,-] ?| (?:vom|of|du|del|van|z dnia|ze dne|от|від|av|fra) )$/u;

function isTitled(before: string, language: string | null): boolean {
  if (!JOINT.test(before) || /[.!?]\s/.test(before)) return false;
  const isNamed = (code: string) => holds(before, expressionsOf(code).document);
  const code = languagesFor(language, before).find(isNamed);
  return code !== undefined && !isOthers(before, expressionsOf(code));
}

/** A date by itself, or right behind the title: `Privacy Policy (25 May 2018)`. */
function readBare(line: FoldedLine, date: WrittenDate, language: string | null): Claim | null {
  const { text, folded } = line;
  const isWhole = date.sign === 'name' || date.sign === 'units' || date.day > 0;
  if (!isWhole || text.length > MAX_TITLE || weigh(folded.slice(date.to)) > 2) return null;
  const isAlone = text.length <= MAX_BARE && date.to - date.from >= text.trim().length - 3;
  if (!isAlone && !isTitled(folded.slice(0, date.from), language)) return null;
  const words = text.slice(date.from, date.to);
  return { kind: 'posted', date, words, language: '', trust: 'line', isBare: true };
}

/** What words say of a date: those before it, then those that open its line, then those behind it. */
function readNamed(place: DatePlace, language: string | null): Claim | null {
  const isOwn = (code: string) => code === 'en' || code === language;
  // A sentence in a language that is not the text's is not read: words of many languages look alike.
  const { folded } = place.line;
  const takesAny = language === null || (folded.length <= MAX_DATE_LINE && speaksOfDates(folded));
  const languages = languagesFor(language, folded).filter((code) => takesAny || isOwn(code));
  const isForeign = () =>
    languages.some((code) => isOwn(code) && isOthers(place.sentence, expressionsOf(code)));
  for (const read of [readBefore, readOpening, readBehind]) {
    const claims = languages.flatMap((code) => {
      const claim = read(place, code);
      const isTaken = claim && (claim.trust === 'line' || language === null || isOwn(code));
      return isTaken && !isOthers(place.sentence, expressionsOf(code)) ? [claim] : [];
    });
    // Where the language is not known, the one that has a word for most of the line.
    if (claims.length > 0 && isForeign()) return null;
    if (claims.length > 0) return language === null ? claims.reduce(longer) : claims[0]!;
  }
  return null;
}

const longer = (one: Claim, other: Claim) => (other.words.length > one.words.length ? other : one);

/** What one line states of its dates: the first that words name, else the first by itself. */
export function readClaim(text: string, language: string | null): Claim | null {
  if (!mayHoldDate(text)) return null;
  const line = { text, folded: foldInPlace(text) };
  let start = 0;
  let bare: Claim | null = null;
  for (const date of readDates(text, language, true)) {
    const before = sentenceBefore(line, start, date.from);
    const sentence = sentenceBefore(line, 0, date.from);
    const claim = readNamed({ line, date, before, sentence }, language);
    if (claim) return claim;
    bare ??= readBare(line, date, language);
    start = date.to;
  }
  return bare;
}
