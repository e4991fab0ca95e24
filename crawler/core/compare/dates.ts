/** Names of months, also shortened, in the languages most policies are written in. */
const MONTHS = [
  'jan(?:uary|uar|vier)?|feb(?:ruary|ruar|brero|braio)?|f[ée]vr(?:ier)?|m[aä]r(?:ch|z|s|zo|ço)?|apr(?:il|ile)?|avr(?:il)?',
  'may|mai|mayo|maggio|maio|june?|juin|juni|junio|giugno|junho|july?|juil(?:let)?|juli|julio|luglio|julho',
  'aug(?:ust|ustus)?|ao[uû]t|agosto|sept?(?:ember|embre|iembre)?|settembre|setembro|o[ck]t(?:ober|obre|ubre)?|ottobre|outubro',
  'nov(?:ember|embre|iembre|embro)?|d[eé][cz](?:ember|embre|iembre|embro)?|dicembre|diciembre|dezembro',
  'januari|februari|maart|augustus|janeiro|fevereiro|março|abril|abr|enero|gennaio|febbraio|marzo|aprile',
].join('|');
const YEAR = String.raw`(?:19|20)\d\d`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)?`;

/**
 * Dates and years as policies write them. A number that stands in no date (an age, a number of days) is not one, and a
 * month without day or year is a word.
 */
const DATE = new RegExp(
  [
    String.raw`\b(?:${MONTHS})\.? (?:${DAY},? )?(?:of )?${YEAR}\b`,
    String.raw`\b(?:${MONTHS})\.? ${DAY}(?![\w.])`,
    String.raw`\b${DAY} (?:of |de )?(?:${MONTHS})\b\.?(?:,? (?:de )?${YEAR}\b)?`,
    String.raw`\b${YEAR}[-/.]\d{1,2}[-/.]\d{1,2}\b`,
    String.raw`\b\d{1,2}[-/.]\d{1,2}[-/.](?:${YEAR}|\d\d)\b`,
    String.raw`\b${YEAR}\b`,
  ].join('|'),
  'gi',
);

/** The text with each date and year replaced by the same mark: equal results differ in dates alone. */
export function maskDates(text: string): string {
  // `may 2` in small letters is no date: languages that write months so put the day first.
  return text.replace(DATE, (date) => (/^\p{Ll}\D+\d{1,2}\D*$/u.test(date) ? date : '\u0000'));
}
