import type { TopicStanding } from '../../../crawler/core/index.ts';
import { companyAddress, topicAddress } from '../addresses.ts';
import { escapeHtml } from '../html.ts';
import { policyTitle } from '../labels.ts';
import type { PolicyName } from '../model.ts';
import { findAsOf, findLatest } from '../policy/as-of.ts';
import type { TopicVersion } from './topic-history.ts';

/** How a text stands to the topics. */
export interface TopicStands {
  /** False where no rules know its language: of what it says nothing is known. */
  readonly isJudged: boolean;
  /** Names of the topics it speaks of. */
  readonly topics: readonly string[];
  /** Topics of which the text perhaps speaks. */
  readonly perhaps: readonly string[];
}

/** How each version of a policy stands to the topics. Also the wire of the matrix. */
export interface TopicPresence extends PolicyName {
  readonly versions: readonly (TopicVersion & TopicStands)[];
}

export interface MatrixTopic {
  readonly name: string;
  readonly title: string;
}

type Cell = TopicStanding | 'either' | 'gap' | 'not-archived';

const GLYPHS: Readonly<Record<Cell, readonly [glyph: string, words: string]>> = {
  spoken: ['●', 'speaks of it'],
  perhaps: ['◌', 'perhaps: no rule found it, the model thinks it may be there'],
  silent: ['○', 'says nothing'],
  'not-judged': ['–', 'not judged: no rules for the text’s language'],
  either: ['◐', 'changed about then: one of two texts speaks of it'],
  gap: ['?', 'not known: gap'],
  'not-archived': ['·', 'not archived'],
};

/** How a text stands to one topic. */
export function standingOf({ isJudged, topics, perhaps }: TopicStands, topic: string): TopicStanding {
  if (!isJudged) return 'not-judged';
  if (topics.includes(topic)) return 'spoken';
  return perhaps.includes(topic) ? 'perhaps' : 'silent';
}

function cellOf(presence: TopicPresence, topic: string, day: string | null): Cell {
  const { versions } = presence;
  const found = day === null ? findLatest(versions) : findAsOf(versions, day);
  const stands = (at: number) => standingOf(versions[at]!, topic);
  if (found.kind === 'seen') return stands(found.at);
  if (found.kind === 'undated') return stands(0);
  if (found.kind === 'before-first') return 'not-archived';
  if (found.kind === 'after-last') return 'gap';
  const [before, after] = [stands(found.before), stands(found.after)];
  if (before === after) return before;
  if (found.isGap) return 'gap';
  const kinds = new Set([before, after]);
  if (kinds.has('not-judged')) return 'not-judged';
  return kinds.has('spoken') ? 'either' : 'perhaps';
}

/** The rows of the matrix as HTML: a glyph in each cell with its words for those who hear the page. */
export function renderMatrixRows(
  policies: readonly TopicPresence[],
  topics: readonly MatrixTopic[],
  day: string | null,
): string {
  return policies
    .map((presence) => {
      const cells = topics.map(({ name }) => {
        const cell = cellOf(presence, name, day);
        const [glyph, words] = GLYPHS[cell];
        return `<td class="cell-${cell}"><span aria-hidden="true">${glyph}</span><span class="spoken">${words}</span></td>`;
      });
      const { domain, policy, versions } = presence;
      const name = policy === 'privacy' ? domain : `${domain}, ${policyTitle(policy)}`;
      const undated = versions.every((version) => version.firstDay === null);
      const aside = undated ? ' <span class="aside">date unknown</span>' : '';
      return (
        `<tr><th scope="row"><a href="${escapeHtml(companyAddress(domain))}">${escapeHtml(name)}</a>${aside}</th>` +
        `${cells.join('')}</tr>`
      );
    })
    .join('');
}

/** The heads of the matrix: topics as links to their pages. */
export function renderMatrixHeads(topics: readonly MatrixTopic[]): string {
  return topics
    .map(({ name, title }) => `<th scope="col"><a href="${topicAddress(name)}">${escapeHtml(title)}</a></th>`)
    .join('');
}

/** What the glyphs mean. */
export const matrixLegend: readonly (readonly [glyph: string, words: string])[] = Object.values(GLYPHS);
