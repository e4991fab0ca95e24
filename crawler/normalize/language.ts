import { francAll } from 'franc';
import { languageOfScript, languages, mainScript, voteOnLanguages, weighText } from '../core/index.ts';

/** Codes of the trigram model, with those of the table. */
const CODES = new Map(
  languages.flatMap(({ code, trigramCodes }) =>
    trigramCodes.map((trigrams): [string, string] => [trigrams, code]),
  ),
);
const ONLY = [...CODES.keys()];

/** Characters looked at in each of three places: enough to be sure, few enough to be quick. */
const SAMPLE = 400;
/** Less text than this, as if in Latin letters, tells nothing. */
const MIN_WEIGHT = 80;
/** What the trigrams say weighs this much against the small words; both are 1 for the likeliest language. */
const TRIGRAM_WEIGHT = 2;
/** What trigrams say of a language that their model does not know. */
const UNKNOWN_TRIGRAMS = 0.9;

/** Small words are enough where they come this often in a hundred words, and twice as often as any other language's. */
const SURE_RATE = 5;
const SURE_LEAD = 2;

/** Beginning, middle and end of a text, so that a paragraph in another language does not decide. */
function sampleText(text: string): string {
  if (text.length <= 3 * SAMPLE) return text;
  const middle = (text.length - SAMPLE) >> 1;
  return [0, middle, text.length - SAMPLE].map((from) => text.slice(from, from + SAMPLE)).join('\n');
}

/** How well the trigrams of a text fit each language, by its code. */
function scoreTrigrams(text: string): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [trigrams, score] of francAll(text, { only: ONLY })) {
    const code = CODES.get(trigrams);
    if (code !== undefined) scores.set(code, Math.max(scores.get(code) ?? 0, score));
  }
  return scores;
}

/** Code of a text's language in the table of languages; null where the text is too short to tell, or in none of them. */
export function detectLanguage(text: string): string | null {
  const sample = sampleText(text);
  const letters = sample.replace(/[^\p{L}\p{M}]+/gu, '');
  if (weighText(letters) < MIN_WEIGHT) return null;
  const script = mainScript(sample);
  const sole = languageOfScript(sample);
  if (sole !== null || script === null) return sole;
  const votes = voteOnLanguages(sample, script);
  const most = votes[0]?.rate ?? 0;
  if (most === 0) return null;
  if (most >= SURE_RATE && most >= SURE_LEAD * (votes[1]?.rate ?? 0)) return votes[0]!.code;
  const trigrams = scoreTrigrams(sample);
  const scored = votes.map(({ code, rate }) => ({
    code,
    score: rate / most + TRIGRAM_WEIGHT * (trigrams.get(code) ?? UNKNOWN_TRIGRAMS),
  }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).code;
}
