/**
 * How the parts of a figure are drawn: on a page by the class of each, coloured by the style sheet; in a file that stands
 * alone by attributes, on white, since it has no style sheet.
 */
export type FigurePart =
  | 'ground'
  | 'grid'
  | 'axis'
  | 'void'
  | 'band'
  | 'edge'
  | 'line'
  | 'dot'
  | 'hollow'
  | 'leader'
  | 'label'
  | 'tick'
  | 'unit'
  | 'count'
  | 'law'
  | 'law-tick';

export type Paint = (part: FigurePart, line?: number) => string;

/** Dashes of the lines, in order; '' is solid. */
const DASHES = ['', '7 4', '2 3', '12 3 2 3', '4 2', '10 4'];

const WIDTHS = [2.2, 2.2, 2.4, 2, 1.4, 1.4];

/** Three inks for six lines, as in trends.css: neighbours differ in ink and in dash. */
const INKS = ['#3e6e8c', '#8a5a00', '#1d1c1a'];

const dashOf = (line: number) => {
  const dash = DASHES[line % DASHES.length]!;
  return `${dash && ` stroke-dasharray="${dash}"`} stroke-width="${WIDTHS[line % WIDTHS.length]}"`;
};

/** By class; dashes and widths are geometry and stand in the figure itself. */
export const paintByClass: Paint = (part, line) => {
  const ink = line === undefined ? '' : ` ink-${(line % INKS.length) + 1}`;
  return ` class="trend-${part}${ink}"${part === 'line' ? dashOf(line!) : ''}`;
};

const MUTED = '#5b5850';

const ALONE: Readonly<Record<Exclude<FigurePart, 'line' | 'dot' | 'hollow'>, string>> = {
  ground: ' fill="#ffffff"',
  grid: ' stroke="#cfcabf" stroke-width="1"',
  axis: ' stroke="#857f73" stroke-width="1"',
  void: ' fill="#f2f0ea"',
  band: ' fill="#3e6e8c" fill-opacity="0.16"',
  edge: ' fill="none" stroke="#3e6e8c" stroke-width="1"',
  leader: ' stroke="#857f73" stroke-width="0.75"',
  label: ' fill="#1d1c1a"',
  tick: ` fill="${MUTED}"`,
  unit: ` fill="${MUTED}"`,
  count: ' fill="#857f73"',
  law: ` fill="${MUTED}"`,
  'law-tick': ' stroke="#857f73" stroke-width="1"',
};

/** Paints by attributes, for a file that stands alone. */
export const paintAlone: Paint = (part, line = 0) => {
  const ink = INKS[line % INKS.length];
  if (part === 'line') return ` fill="none" stroke="${ink}"${dashOf(line)}`;
  if (part === 'dot') return ` fill="${ink}"`;
  if (part === 'hollow') return ` fill="#ffffff" stroke="${ink}" stroke-width="1.4"`;
  return ALONE[part];
};
