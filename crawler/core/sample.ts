/**
 * Fetching less than everything: one capture per stretch of time, or only as many as it takes to see where the text
 * changes.
 */

/** How often a capture is wanted. */
export type Every = 'month' | 'quarter' | 'year' | 'all';

export const everyChoices: readonly Every[] = ['month', 'quarter', 'year', 'all'];

/** Why a capture that could have been fetched was not, with what each word means. */
export const passReasons = {
  'not-sampled': 'another capture of the same month, quarter or year was taken (`--every`)',
  'between-equal': 'the captures before and after it hold the same text (`--adaptive`)',
  'likely-known':
    'by the size of its record it most likely holds the text of the capture before or after it (`--adaptive`)',
  'beyond-limit': 'more captures than `--limit` allows in one run; the next run goes on',
  'never-a-policy':
    'captures from all of the address’s time were looked at, and none of them read like a policy; the rest is not asked for',
  endless:
    'the index lists more captures of the address than any page has; where the text differs was sought by bisecting, up to a limit',
} as const;

export type PassReason = keyof typeof passReasons;

function periodOf(timestamp: string, every: Every): string {
  const year = timestamp.slice(0, 4);
  if (every === 'year') return year;
  const month = Number(timestamp.slice(4, 6));
  return every === 'quarter' ? `${year} quarter ${Math.ceil(month / 3)}` : `${year} month ${month}`;
}

/**
 * One capture of each period: the first whose payload is there already or shared with one chosen before, else the
 * first. `timestamps` in time order, `digests` beside them. Returns the indexes kept, ascending.
 */
export function samplePeriods(
  timestamps: readonly string[],
  digests: readonly string[],
  isHeld: (index: number) => boolean,
  every: Every,
): number[] {
  if (every === 'all') return timestamps.map((_, index) => index);
  const periods = Map.groupBy(
    timestamps.map((_, index) => index),
    (index) => periodOf(timestamps[index]!, every),
  );
  const chosen = new Set<string>();
  const kept: number[] = [];
  for (const members of periods.values()) {
    const index = members.find((member) => isHeld(member) || chosen.has(digests[member]!)) ?? members[0]!;
    chosen.add(digests[index]!);
    kept.push(index);
  }
  return kept.sort((one, other) => one - other);
}

/** `count` of `items`, first and last among them, evenly spread. */
export function spreadEvenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  if (count === 1) return [items[0]!];
  return Array.from({ length: count }, (_, k) => items[Math.round((k * (items.length - 1)) / (count - 1))]!);
}
