import type { Comparison } from '../model.ts';
import { listWords } from '../tokens.ts';
import { listReplacements } from './substitutions.ts';

/** Words by which readers are addressed, in languages that tell strangers from friends; the first of each is named. */
const FORMS: readonly { readonly formal: readonly string[]; readonly familiar: readonly string[] }[] = [
  {
    formal: ['vous', 'votre', 'vos', 'vôtre', 'vôtres'],
    familiar: ['tu', 'te', 'toi', 'ton', 'ta', 'tes', 'tien'],
  },
  {
    formal: ['sie', 'ihnen', 'ihr', 'ihre', 'ihren', 'ihrem', 'ihrer', 'ihres'],
    familiar: ['du', 'dir', 'dich', 'dein', 'deine', 'deinen', 'deinem', 'deiner', 'deines'],
  },
  { formal: ['u', 'uw'], familiar: ['je', 'jij', 'jou', 'jouw'] },
  { formal: ['usted', 'ustedes'], familiar: ['tú', 'ti', 'tu', 'tus'] },
];
/** Places from which one form of address stands for another. */
const FEWEST = 2;

/** `says “tu” for “vous”`: where readers are addressed as friends who were strangers, or the other way round; '' elsewhere. */
export function tellFormOfAddress({ changes }: Pick<Comparison, 'changes'>): string {
  const replaced = changes
    .flatMap(({ spans }) => listReplacements(spans))
    .map(({ removed, added }) => [removed, added].map((text) => new Set(listWords(text.toLowerCase()))));
  for (const { formal, familiar } of FORMS) {
    const count = (was: readonly string[], is: readonly string[]) =>
      replaced.filter(
        ([removed, added]) => was.some((word) => removed!.has(word)) && is.some((word) => added!.has(word)),
      ).length;
    const [nearer, further] = [count(formal, familiar), count(familiar, formal)];
    if (nearer >= FEWEST && further === 0) return `says “${familiar[0]}” for “${formal[0]}”`;
    if (further >= FEWEST && nearer === 0) return `says “${formal[0]}” for “${familiar[0]}”`;
  }
  return '';
}
