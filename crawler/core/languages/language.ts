/**
 * One row of the table of languages: everything the program knows of a language, in one place. Whoever looks for policies,
 * names, judges, dates or shows them reads it here and keeps no list of their own.
 *
 * Phrases are written as one text, separated by commas, in the notation of `phrase-book.ts`: case and accents do not
 * count, `x*` stands for every word that begins with x and `*x*` for every one that holds it, `a/b` is a choice, `(a)` may
 * be missing, `~` is any one word. Languages written without spaces, and Korean, are looked for as they stand.
 */
export type Phrases = string;

/** Writing systems by their ISO 15924 names. */
export type Script =
  | 'Latn'
  | 'Cyrl'
  | 'Grek'
  | 'Arab'
  | 'Hebr'
  | 'Deva'
  | 'Thai'
  | 'Laoo'
  | 'Khmr'
  | 'Hani'
  | 'Kana'
  | 'Hang';

/** For whom a policy beside the one for everybody is; the name the policy goes by within its company. */
export type Audience =
  | 'applicants'
  | 'employees'
  | 'children'
  | 'california'
  | 'suppliers'
  | 'health'
  | 'investors';

export interface Language {
  /** ISO 639-1; `no` for both written forms of Norwegian, `zh` for both scripts of Chinese. */
  readonly code: string;
  /** ISO 639-3 codes by which trigram models know it, none where they do not. */
  readonly trigramCodes: readonly string[];
  /** The language's name in English, and as its own speakers write it. */
  readonly name: string;
  readonly ownName: string;
  readonly scripts: readonly Script[];
  /** The direction its text runs in, as `dir` of HTML has it. */
  readonly direction: 'ltr' | 'rtl';
  /** Small words that every text in it uses again and again; '' where the script alone tells the language. */
  readonly commonWords: Phrases;

  /** What privacy policies are called: full names of the document. */
  readonly policies: Phrases;
  /** The subject alone, as links and headings name it: "Privacy", "Datenschutz". */
  readonly privacy: Phrases;
  /** What a text on privacy cannot do without: "personal data" and its variants. */
  readonly personalData: Phrases;
  /** Kinds of documents: policy, statement, notice, rules. */
  readonly documentKinds: Phrases;
  /** Other documents that stand beside policies: terms, imprint, conditions of sale. */
  readonly otherDocuments: Phrases;
  /** In a title these make a policy of it: "Data Policy", "Use of your information". */
  readonly data: Phrases;
  /** Links to pages that may lead on to a policy: legal notices, about us, help. */
  readonly hubs: Phrases;
  /** Links to pages that may do so where none of those did: the map of the site, the forms to sign up and to write. */
  readonly entrances: Phrases;
  /** Pages to choose settings on, and forms of request. */
  readonly settings: Phrases;
  /** Words, beside personalData, that documents about data, rights and rules use all the time and others hardly. */
  readonly ruleWords: Phrases;
  readonly audiences: Readonly<Partial<Record<Audience, Phrases>>>;
  /** What an error page says that is answered with status 200. */
  readonly notFound: Phrases;
  /** What an address holds that leads to a policy in it; letters beyond ASCII stand in addresses as coded bytes. */
  readonly addressParts: Phrases;
  /** Last parts of addresses at which policies usually stand, commonest first, in ASCII. */
  readonly paths: Phrases;
}
