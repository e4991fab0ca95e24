import { type Part, readPattern } from './read-pattern.ts';

/** Texts that would make an expression slow if anything can: what it repeats, repeated, where it is looked for. */

/** A text to be repeated, after a beginning. */
export interface Attack {
  readonly head: string;
  readonly unit: string;
}

/** Units that pages hold in long rows, whatever an expression is made of. */
const ODD_UNITS = [
  ...'a -*_[]()<>&;:.,@/"\'=#|\\1\n\t\u00a0é漢',
  ...[
    'a ',
    '1 ',
    '- ',
    'a@',
    'a.',
    '[a]',
    '](',
    '<a',
    '<a ',
    '<!--',
    '&amp;',
    '\r\n',
    '| ',
    '1, ',
    'a-b',
    '\u200b',
  ],
];
/** Attacks of one expression at most: a long list of words has thousands of repetitions that are all alike. */
const MAX_ATTACKS = 250;

/** A part that must stand so often, or more, is sampled so often. */
const MAX_COUNT = 40;

/** A text that a part takes; `turn` chooses among options and characters. */
function sample(part: Part, turn: number): string {
  if (part.kind === 'character') return part.samples[turn % part.samples.length] ?? 'a';
  if (part.kind === 'choice') return sample(part.options[turn % part.options.length]!, turn);
  if (part.kind === 'sequence') return part.parts.map((inner) => sample(inner, turn)).join('');
  return sample(part.body, turn).repeat(Math.max(1, Math.min(part.min, MAX_COUNT)));
}

/** How many turns show all of a repeated part's characters and choices, within reason. */
function countTurns(part: Part): number {
  if (part.kind === 'character') return Math.max(1, part.samples.length);
  if (part.kind === 'choice')
    return Math.min(6, Math.max(part.options.length, ...part.options.map(countTurns)));
  if (part.kind === 'sequence') return Math.max(1, ...part.parts.map(countTurns));
  return countTurns(part.body);
}

/** How often a part may repeat itself before it is worth an attack. */
const MAX_HARMLESS = 30;
/** Ways to spell what leads to a repetition. */
const LEADS = 3;

/** Each repetition without a near bound, with what leads to it. */
function visitRepeats(part: Part, leads: readonly string[], found: (part: Part, lead: string) => void): void {
  if (part.kind === 'choice') for (const option of part.options) visitRepeats(option, leads, found);
  if (part.kind === 'repeat') {
    if (part.max > MAX_HARMLESS) for (const lead of leads) found(part.body, lead);
    visitRepeats(part.body, leads, found);
  }
  if (part.kind !== 'sequence') return;
  let before = leads;
  for (const inner of part.parts) {
    visitRepeats(inner, before, found);
    before = before.map((lead, turn) => lead + sample(inner, turn));
  }
}

/** The attacks on one expression, each once. */
export function listAttacks(source: string, flags: string): Attack[] {
  const attacks = new Map<string, Attack>();
  const add = (head: string, unit: string) => {
    if (unit !== '' && attacks.size < MAX_ATTACKS) attacks.set(`${head}\0${unit}`, { head, unit });
  };
  const pattern = readPattern(source, flags);
  for (const unit of ODD_UNITS) add('', unit);
  visitRepeats(pattern, Array(LEADS).fill(''), (body, before) => {
    for (let turn = 0; turn < countTurns(body); turn++) {
      const unit = sample(body, turn);
      add(before, unit);
      add('', unit);
      add('', before + unit);
    }
  });
  for (let turn = 0; turn < countTurns(pattern); turn++) add('', sample(pattern, turn));
  return [...attacks.values()];
}
