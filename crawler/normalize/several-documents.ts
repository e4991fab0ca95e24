import type { Measures } from './measure.ts';
import { isHeading } from './overlays.ts';
import { type Branch, textOf } from './parse-html.ts';
import { namesPolicy, namesPrivacy } from './policy-words.ts';

/** Pages that hold several documents one after the other, each under a title of its own: the policy's part is the policy. */

/** Longest title of a document among others. */
const MAX_TITLE = 80;
/** Each of the documents has at least so many characters of sentences. */
const MIN_PROSE = 150;

interface DocumentHead {
  readonly branch: Branch;
  readonly level: number;
  readonly text: string;
  /** Where it stands among all of the page's characters. */
  readonly from: number;
}

function readHeads(main: Branch, measures: Measures): DocumentHead[] {
  const heads: DocumentHead[] = [];
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      if (!isHeading(child)) visit(child);
      else {
        const text = textOf(child);
        const from = measures.of.get(child)?.from ?? 0;
        if (text !== '') heads.push({ branch: child, level: Number(child.name[1]), text, from });
      }
    }
  };
  visit(main);
  return heads;
}

/** A title of a document of its own: no clause, which is numbered or asks. */
const namesDocument = ({ text }: DocumentHead) =>
  text.length <= MAX_TITLE && !/^\W*\d|\?\s*$/.test(text) && namesPolicy(text);

/** Characters of sentences from each position to the next. */
function proseBetween(main: Branch, measures: Measures, borders: readonly number[]): number[] {
  const sums = borders.map(() => 0);
  let at = -1;
  const visit = (branch: Branch): void => {
    let inner = 0;
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      visit(child);
      inner += measures.of.get(child)?.prose ?? 0;
    }
    const { prose = 0, from = 0 } = measures.of.get(branch) ?? {};
    if (prose <= inner) return;
    at = borders.findLastIndex((border) => border <= from);
    if (at >= 0) sums[at]! += prose - inner;
  };
  visit(main);
  return sums;
}

export interface Documents {
  /** What belongs to the other documents. */
  readonly others: ReadonlyMap<Branch, string>;
  /** Whether other documents stand there that cannot be told from the policy. */
  readonly areMixed: boolean;
}

const ONE: Documents = { others: new Map(), areMixed: false };

/** Titles of documents looked at; a page with more is an index. */
const MAX_DOCUMENTS = 12;

/**
 * The parts of the documents beside the policy. They are told apart where all headings of a rank name documents, and
 * none above them speaks of privacy: there the policy has several parts.
 * @param title what titles the main element from outside
 */
export function findOtherDocuments(main: Branch, title: Branch | null, measures: Measures): Documents {
  const heads = readHeads(main, measures);
  const first = heads.find(namesDocument);
  if (!first || (title && namesPolicy(textOf(title)))) return ONE;
  const above = heads.slice(0, heads.indexOf(first));
  const ranked = heads.filter(({ level, from }) => level <= first.level && from >= first.from);
  const named = ranked.filter((head) => head.level === first.level && namesDocument(head));
  const policy = named.find(({ text }) => namesPrivacy(text));
  const isPlural = named.some(({ text }) => !namesPrivacy(text)) && named.length <= MAX_DOCUMENTS;
  if (!policy || !isPlural || above.some(({ text }) => namesPrivacy(text))) return ONE;
  const prose = proseBetween(
    main,
    measures,
    named.map(({ from }) => from),
  );
  if (prose.some((count) => count < MIN_PROSE)) return ONE;
  if (ranked.length > named.length) return { ...ONE, areMixed: true };
  const next = named[named.indexOf(policy) + 1];
  return {
    others: cut(main, measures, policy.from, next?.from ?? Number.POSITIVE_INFINITY),
    areMixed: false,
  };
}

/** All branches before one position and from another on, outermost only. */
function cut(main: Branch, measures: Measures, from: number, to: number): Map<Branch, string> {
  const others = new Map<Branch, string>();
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      const measure = typeof child === 'string' ? undefined : measures.of.get(child);
      if (typeof child === 'string' || !measure || measure.chars === 0) continue;
      const end = measure.from + measure.chars;
      if (end <= from || measure.from >= to) others.set(child, 'another document');
      else if (measure.from < from || end > to) visit(child);
    }
  };
  visit(main);
  return others;
}
