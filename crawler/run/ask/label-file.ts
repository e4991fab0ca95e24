import {
  findStatedDate,
  labelClause,
  labellingOf,
  listHeadings,
  listPromises,
  listThirdParties,
  listVagueWords,
  type Naming,
  type PlacedClause,
  parseClauses,
  plainText,
  type ReasonedTopic,
  readNaming,
  type StatedDate,
  standTopics,
  type Term,
  type TopicStanding,
  tellShortLanguage,
  tidyMarkdown,
} from '../../core/index.ts';
import { todaysRules } from '../../derive/index.ts';
import { UserError } from '../../errors.ts';
import { detectLanguage, normalizePayload, parseProvenanceHeader } from '../../normalize/index.ts';
import { readLocalFile } from './normalize-file.ts';

/** Why a clause has a topic: the words a rule matched or that weighed most in the model, or those of the heading. */
export interface LabelReason {
  readonly topic: string;
  readonly by: ReasonedTopic['by'];
  readonly rule: string;
  readonly words: readonly string[];
}

/** What `label --json` says of a clause of a file. */
export interface LabelledClause
  extends Pick<PlacedClause, 'position' | 'kind' | 'level' | 'headingPath' | 'text'> {
  readonly file: string;
  readonly judged: boolean;
  /** Null where not judged. */
  readonly topics: readonly string[] | null;
  readonly perhaps: readonly string[] | null;
  readonly why: readonly LabelReason[];
  readonly terms: readonly { kind: string; text: string; start: number; end: number; rule: string }[];
  /** Kinds of terms that were looked for: the rules for promises and vague words know English. */
  readonly termsJudged: readonly Term['kind'][];
  /** The date the whole text states for itself. */
  readonly statedDate: StatedDate | null;
  readonly language: string | null;
  readonly rulesVersion: string;
}

export interface LabelledFile {
  readonly file: string;
  readonly language: string | null;
  readonly clauses: readonly LabelledClause[];
  /** How the text stands to each topic. */
  readonly standings: ReadonlyMap<string, TopicStanding>;
}

/** How a file is read: `language` is what somebody says it is in, `domain` whose policy it is. */
export interface LabelOptions {
  readonly language?: string;
  readonly domain?: string;
}

/** The Markdown of a file: written text as it stands, block by block; of pages and PDF what normalization keeps. */
async function readMarkdown(file: string): Promise<string> {
  const bytes = readLocalFile(file);
  const text = bytes.toString('utf8');
  const isPage = /\.x?html?$/i.test(file) || /^\s*<(?:!doctype|html|head|body)\b/i.test(text.slice(0, 2000));
  if (!isPage && !text.startsWith('%PDF-')) {
    const isTyped = !/\.(?:md|markdown)$/i.test(file) && !/^#{1,6} /m.test(text);
    return tidyMarkdown(parseProvenanceHeader(text).text, isTyped);
  }
  const { markdown, outcome, reason } = await normalizePayload({
    bytes,
    contentType: isPage ? 'text/html' : null,
    original: null,
    takesAnyText: true,
  });
  if (outcome === 'version') return markdown;
  throw new UserError(`${file} holds no text (${reason})`, 'Name HTML, Markdown, plain text or PDF files.');
}

const termsJudgedIn = (language: string | null): readonly Term['kind'][] =>
  language === 'en' ? ['third-party', 'promise', 'vague'] : ['third-party'];

/** What a clause names, promises and leaves open; the rules for the last two know English. */
function listTerms(clause: PlacedClause, domain: string, naming: Naming, language: string | null) {
  const terms = [
    ...listThirdParties(clause, domain, naming),
    ...(language === 'en' ? [...listPromises(clause, domain), ...listVagueWords(clause)] : []),
  ];
  return terms.map(({ kind, term, start, end, rule }) => ({ kind, text: term, start, end, rule }));
}

const NOTHING = { topics: [], perhaps: [] };

/** The labels of a local file's clauses, with their reasons. Reads no store. */
export async function labelFile(file: string, options: LabelOptions = {}): Promise<LabelledFile> {
  const clauses = parseClauses(await readMarkdown(file));
  const plain = clauses.map(({ text }) => plainText(text));
  const all = plain.join('\n');
  const language = options.language ?? detectLanguage(all) ?? tellShortLanguage(all);
  const labelling = labellingOf(language);
  const headings = listHeadings(clauses);
  const statedDate = findStatedDate(plain, language);
  const domain = options.domain ?? '';
  const naming = readNaming(clauses, domain);
  const rulesVersion = todaysRules().labels;
  const labels = clauses.map((clause, at) => {
    const heading = headings[at];
    return (
      (heading !== undefined && labelling && labelClause(clause, heading, labelling.language)) || NOTHING
    );
  });
  return {
    file,
    language,
    standings: standTopics({ labelling, clauses: clauses.map(({ kind }, at) => ({ kind, ...labels[at]! })) }),
    clauses: clauses.map((clause, at) => {
      const { position, kind, level, headingPath, text } = clause;
      const { topics, perhaps } = labels[at]!;
      return {
        file,
        position,
        kind,
        level,
        headingPath,
        text,
        judged: labelling !== null,
        topics: labelling && topics.map(({ topic }) => topic),
        perhaps: labelling && perhaps.map(({ topic }) => topic),
        why: topics.map(({ topic, by, rule, words }) => ({ topic, by, rule, words })),
        terms: listTerms(clause, domain, naming, language),
        termsJudged: termsJudgedIn(language),
        statedDate,
        language,
        rulesVersion,
      };
    }),
  };
}
