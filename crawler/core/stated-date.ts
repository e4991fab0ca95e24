import type { StatedDate } from './model.ts';

/** Dates that a text gives for itself: read as written, left undecided where day and month cannot be told apart. */

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'januar', 'jänner', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['february', 'feb', 'février', 'fevrier', 'februar', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march', 'mar', 'mars', 'märz', 'maerz', 'marzo', 'maart', 'março'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei', 'maio'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'junho'],
  ['july', 'jul', 'juillet', 'juli', 'julio', 'luglio', 'julho'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'augustus'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oct', 'octobre', 'oktober', 'okt', 'octubre', 'ottobre', 'outubro'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'décembre', 'decembre', 'dezember', 'dez', 'diciembre', 'dicembre', 'dezembro'],
];
const MONTH_NUMBERS = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const MONTH = [...MONTH_NUMBERS.keys()].sort((one, other) => other.length - one.length).join('|');

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const YEAR = String.raw`((?:19|20)\d{2})`;
const DATE_FORMS: readonly [RegExp, (parts: readonly string[]) => [string, string, string]][] = [
  [new RegExp(String.raw`\b${YEAR}-(\d{2})-(\d{2})\b`, 'iu'), ([y, m, d]) => [y!, m!, d!]],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])${DAY}(?:\s+(?:day\s+)?(?:of|de))?[\s-]+(${MONTH})\.?(?:\s+(?:de|del|of))?[\s,-]+${YEAR}\b`,
      'iu',
    ),
    ([d, m, y]) => [y!, m!, d!],
  ],
  [
    new RegExp(String.raw`(?<!\p{L})(${MONTH})\.?[\s-]+${DAY}[\s,-]+${YEAR}\b`, 'iu'),
    ([m, d, y]) => [y!, m!, d!],
  ],
  [/\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d{2})\b/iu, ([a, b, y]) => [y!, `${a}/${b}`, '']],
  [new RegExp(String.raw`(?<!\p{L})(${MONTH})\.?,?\s+(?:de\s+)?${YEAR}\b`, 'iu'), ([m, y]) => [y!, m!, '']],
];

const KINDS: readonly [StatedDate['kind'], RegExp][] = [
  [
    'updated',
    /(?<!\p{L})(?:(?:last\s+)?(?:updated?|modif(?:ied|ication)|revis(?:ed|ion)|changed?(?!\p{L})|amended)|version|mise?\s+[àa]\s+jour|derni[èe]re\s+(?:modification|r[ée]vision)|modifi[ée]e?|stand\b|zuletzt|aktualisier|letzte\s+(?:[äa]nderung|aktualisierung)|actualiza|[úu]ltima|modificaci[óo]n|aggiorna|ultima\s+modifica|laatst|bijgewerkt|gewijzigd|atualiza)/iu,
  ],
  [
    'effective',
    /effective|in\s+effect|comes?\s+into\s+(?:force|effect)|entr[ée]e?\s+en\s+vigueur|en\s+vigueur|date\s+d['’]effet|g[üu]ltig\s+(?:ab|seit)|in\s+kraft|wirksam|vigente|en\s+vigor|entrada\s+en\s+vigor|in\s+vigore|ingangsdatum|van\s+kracht/iu,
  ],
  ['posted', /posted|published|publication|publi[ée]e?|ver[öo]ffentlicht|publicad|pubblicat|gepubliceerd/iu],
];

interface FoundDate {
  readonly iso: string | null;
  readonly from: number;
  readonly to: number;
}

const pad = (number: number) => String(number).padStart(2, '0');

function toIso(year: string, month: string, day: string): string | null {
  let number = MONTH_NUMBERS.get(month.toLowerCase()) ?? Number(month);
  let date = Number(day);
  if (month.includes('/')) {
    // Two numbers: decided only where one of them cannot be a month.
    const [first, second] = month.split('/').map(Number) as [number, number];
    if (year.length !== 4 || (first <= 12 && second <= 12 && first !== second)) return null;
    [number, date] = first > 12 ? [second, first] : [first, second];
  }
  const isReal = number >= 1 && number <= 12 && date >= 1 && date <= 31;
  return isReal ? `${year}-${pad(number)}-${pad(date)}` : null;
}

/** The first date in a text, however it is written. */
export function findDate(text: string): FoundDate | null {
  let best: FoundDate | null = null;
  for (const [form, order] of DATE_FORMS) {
    const match = form.exec(text);
    if (!match || (best && match.index >= best.from)) continue;
    const [year, month, day] = order(match.slice(1));
    best = { iso: toIso(year, month, day), from: match.index, to: match.index + match[0].length };
  }
  return best;
}

/** Most words between what names the date and the date itself. */
const MAX_DISTANCE = 60;

/** Reads a date from one line of text that says what the date is of. */
function readLine(line: string, isWhole: boolean): StatedDate | null {
  const date = findDate(line);
  if (!date) return null;
  const before = line.slice(Math.max(0, date.from - MAX_DISTANCE), date.from);
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1);
  let kind: StatedDate['kind'] | null = null;
  let from = date.from;
  for (const [name, words] of KINDS) {
    const match = words.exec(clause);
    if (match && (kind === null || date.from - clause.length + match.index < from)) {
      kind = name;
      from = date.from - clause.length + match.index;
    }
  }
  if (kind) return { kind, date: date.iso, words: line.slice(from, date.to) };
  const isBare = isWhole && date.to - date.from >= line.trim().length - 2;
  return isBare ? { kind: 'posted', date: date.iso, words: line.slice(date.from, date.to) } : null;
}

/** Lines at each end of a text among which its own date is looked for. */
const RIM = 12;
const MAX_LINE = 400;

/**
 * The date a text states for itself, from lines near its beginning, else near its end.
 * @param lines plain text of the clauses in reading order
 */
export function findStatedDate(lines: readonly string[]): StatedDate | null {
  const rim = [...lines.slice(0, RIM), ...lines.slice(Math.max(RIM, lines.length - RIM)).reverse()];
  let bare: StatedDate | null = null;
  for (const line of rim) {
    if (!/\d{2}/.test(line)) continue;
    const found = readLine(line.slice(0, MAX_LINE), line.length <= 40);
    if (found && found.kind !== 'posted') return found;
    bare ??= found;
  }
  return bare;
}
