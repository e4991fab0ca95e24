import type { SizeClass } from '../../../crawler/core/index.ts';
import {
  type PhraseCounts,
  policyKey,
  type TrendCompany,
  type TrendFacts,
  type TrendText,
  textIn,
} from './facts.ts';
import { perThousand, stepsIn, type TrendLine } from './measures.ts';
import type { TrendQuestion } from './question.ts';
import type { Slot } from './slots.ts';

/** What is behind a point of a chart: its companies, their texts, and what is true of each. */

export interface BehindRow {
  readonly domain: string;
  readonly policy: string;
  /** Slug of the version that counts; of the later version for a change. */
  readonly slug: string;
  /** Whether it is true of the text; null for measures and changes. */
  readonly holds: boolean | null;
  /** The version's measure; null where it has none. */
  readonly value: number | null;
  /** The change that counts, and the slug of the version before it; null where texts are counted. */
  readonly change: { readonly sizeClass: SizeClass; readonly left: string } | null;
}

export interface PointBehind {
  readonly slot: Slot;
  readonly line: string;
  /** The phrase as typed, for a search; null where the line is no phrase. */
  readonly phrase: string | null;
  /** Rows of which the line is true first, then the largest first. */
  readonly rows: readonly BehindRow[];
}

interface Asked {
  readonly question: TrendQuestion;
  readonly slots: readonly Slot[];
  readonly companies: readonly TrendCompany[];
  readonly lines: readonly TrendLine[];
  readonly topics: TrendFacts['topics'];
  readonly counts: ReadonlyMap<string, PhraseCounts>;
}

type Told = Pick<BehindRow, 'holds' | 'value'>;

/** What a line says of one text. */
function tellOf(
  { question, topics, counts }: Asked,
  line: number,
): (text: TrendText, company: TrendCompany) => Told {
  const measure = (value: number | null): Told => ({ holds: null, value });
  switch (question.metric) {
    case 'phrases': {
      const own = counts.get(question.phrases[line] ?? '');
      return (text, company) => {
        const uses = own?.get(policyKey(company))?.get(text.version) ?? 0;
        return { holds: uses > 0, value: uses };
      };
    }
    case 'topics': {
      const known = question.topics.map((name) => topics.findIndex((topic) => topic.name === name));
      const at = known.filter((one) => one >= 0)[line]!;
      return (text) => ({ holds: text.topics.includes(at), value: null });
    }
    case 'third-parties':
      return (text) => ({ holds: text.namesOthers, value: null });
    case 'length':
      return (text) => measure(text.words);
    case 'grade':
      return (text) => measure(text.grade);
    case 'clauses':
      return (text) => measure(text.clauses);
    default:
      return (text) => measure(perThousand(text.vague, text));
  }
}

function listChangeRows({ companies }: Asked, slot: Slot): BehindRow[] {
  return companies.flatMap((company) => {
    const slugOf = (version: number) => company.texts.find((text) => text.version === version)?.slug;
    return stepsIn(company, slot).flatMap(({ left, right, sizeClass }): BehindRow[] => {
      const [before, after] = [slugOf(left), slugOf(right)];
      if (before === undefined || after === undefined) return [];
      const { domain, policy } = company;
      return [{ domain, policy, slug: after, holds: null, value: null, change: { sizeClass, left: before } }];
    });
  });
}

/** The companies behind the point that a question opens; null where it opens none that is there. */
export function openPoint(asked: Asked): PointBehind | null {
  const { question, slots, companies, lines } = asked;
  const { point } = question;
  const slot = point && slots.find(({ name }) => name === point.slot);
  const line = point && lines[point.line - 1];
  if (!slot || !line) return null;
  const phrase = question.metric === 'phrases' ? question.phrases[point.line - 1]! : null;
  const named = { slot, line: line.name, phrase };
  if (question.metric === 'changes' || question.metric === 'quiet') {
    return { ...named, rows: listChangeRows(asked, slot) };
  }
  const tell = tellOf(asked, point.line - 1);
  const rows = companies.flatMap((company): BehindRow[] => {
    const text = textIn(company, slot);
    if (!text) return [];
    const { domain, policy } = company;
    return [{ domain, policy, slug: text.slug, change: null, ...tell(text, company) }];
  });
  const rank = ({ holds, value }: BehindRow) => (holds ? 1e9 : 0) + (value ?? -1);
  return {
    ...named,
    rows: rows.sort((a, b) => rank(b) - rank(a) || (a.domain < b.domain ? -1 : 1)),
  };
}
