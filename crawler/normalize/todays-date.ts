import { findDate } from '../core/index.ts';

/** The day on which a page was delivered, beside or before the title: nobody dates a policy by the day of the week. */

const WEEKDAY =
  /^\W{0,20}(?:(?:today|date|heute) ?(?:is|ist)? ?[:,]? )?(?:it\s+is\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?(?=[\s,])|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|luned[ìi]|marted[ìi]|mercoled[ìi]|gioved[ìi]|venerd[ìi]|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[\s,]+(?:(?:the|le|den|el|il)\s+)?/iu;

/** @returns how many characters at the beginning of a text are today's date and what separates it from the rest; 0 for none */
export function todaysDateLength(text: string): number {
  const day = WEEKDAY.exec(text)?.[0].length ?? 0;
  if (day === 0) return 0;
  const date = findDate(text.slice(day));
  if (!date || date.from > 0) return 0;
  const end = day + date.to;
  // "Monday, May 2001" is no day.
  if (!/\d\D+\d/.test(text.slice(day, end))) return 0;
  return text.length - text.slice(end).replace(/^[\s,.|·•–—:-]+/, '').length;
}
