/**
 * What readers of policies look for first, in the three languages whose texts it was tried on: who gets data, for what, for how
 * long, and what one can do about it. In other languages a sentence weighs by its new words alone.
 */
const ENGLISH = String.raw`sell|sold|sale|shar(?:e[sd]?|ing)|disclos\w*|train(?:ed|ing)?|artificial intelligence|machine learning|AI|biometric\w*|health|genetic|location|children|minors|under (?:13|16)|advertis\w*|third part(?:y|ies)|affiliates?|partners|retain\w*|retention|delet\w*|opt[ -]out|consent|arbitration|track\w*|profil\w*|never|do not|will not|no longer|may only|only (?:use|share)|government|law enforcement|transfer\w*|merger|facial|voice|contacts?|messages`;
const FRENCH = String.raw`vend(?:re|ons|ent|us?)|partag\w*|divulg\w*|communiqu\w*|entraîn\w*|intelligence artificielle|apprentissage automatique|biométri\w*|santé|génétiques?|localisation|géolocalisation|enfants|mineurs|publici\w*|tiers|affiliées?|partenaires|conserv\w*|supprim\w*|effac\w*|consentement|profilage|jamais|ne (?:vend|partage)\w*|autorités|transf[eé]r\w*|fusion|faciale?|sensibles`;
const GERMAN = String.raw`verkauf\w*|weitergeb\w*|weitergabe|teilen|offenleg\w*|trainier\w*|künstliche\w* Intelligenz|maschinell\w* Lernen\w*|biometrisch\w*|Gesundheit\w*|genetisch\w*|Standort\w*|Kinder\w*|Minderjährig\w*|Werbe?\w*|Dritt\w*|verbundene\w*|Partner\w*|aufbewahr\w*|Aufbewahrung\w*|lösch\w*|Einwilligung\w*|Widerspruch\w*|niemals|nicht mehr|Behörden|übermitt\w*|Übermittlung\w*|Gesichts\w*`;

/** One expression for each language, between letters of any script. */
const WEIGHTY: readonly RegExp[] = [ENGLISH, FRENCH, GERMAN].map(
  (words) =>
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${words.replaceAll('\\w', '[\\p{L}\\p{N}_]')})(?![\p{L}\p{N}])`,
      'giu',
    ),
);

/** A weighty word, in small letters, with its place. */
export interface WeightyWord {
  readonly word: string;
  readonly index: number;
}

/** The weighty words of a text: those of the language that has most of them there. */
export function listWeighty(text: string): WeightyWord[] {
  return WEIGHTY.map((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ word: word.toLowerCase(), index })),
  ).reduce((most, one) => (one.length > most.length ? one : most));
}
