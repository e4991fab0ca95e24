import type { Clause } from '../model.ts';

/** Pseudo-random numbers from 0 to 1 from a seed, the same everywhere (mulberry32, by Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A document of invented clauses, and the same after seeded deletions, insertions, edits and moves. */
export function inventDocuments(seed: number): { left: Clause[]; right: Clause[] } {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const words =
    'we you share keep name address log cookie partner never may delete order 30 days card letter'.split(' ');
  const sentence = () =>
    `${Array.from({ length: 3 + Math.floor(random() * 15) }, () => pick(words)).join(' ')}.`;
  const clause = (): Clause => ({
    kind: random() < 0.2 ? 'heading' : 'paragraph',
    level: 1,
    text: sentence(),
  });
  const left = Array.from({ length: Math.floor(random() * 30) }, clause);
  const right = left.flatMap((own) => {
    const dice = random();
    if (dice < 0.1) return [];
    if (dice < 0.2) return [own, clause()];
    if (dice < 0.3) return [{ ...own, text: own.text.replace(/\w+/, pick(words)) }];
    return dice < 0.35 ? [own, own] : [own];
  });
  if (right.length > 3 && random() < 0.5) right.push(...right.splice(1, 1));
  return { left, right };
}

/** Two texts of which the second is the first after seeded edits, with oddities of punctuation and characters. */
export function inventTexts(seed: number, length: number): { left: string; right: string } {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const words = [
    'we',
    'keep',
    'your',
    'data',
    'log-files',
    'user’s',
    '3.1',
    '😀',
    '信息',
    'the',
    'and',
    'share',
    'é',
  ];
  const gaps = [' ', ' ', ' ', ' ', ', ', '. ', '  ', ' — ', '; ', ' (', ') ', '\u00a0'];
  const left = Array.from({ length }, () => pick(words) + pick(gaps));
  const right = left.flatMap((piece) => {
    const dice = random();
    if (dice < 0.1) return [];
    if (dice < 0.2) return [piece, pick(words) + pick(gaps)];
    return [dice < 0.3 ? pick(words) + pick(gaps) : piece];
  });
  return { left: left.join(''), right: right.join('') };
}
