import { companyAddress, topicAddress } from '../addresses.ts';
import { escapeHtml } from '../html.ts';
import { policyTitle } from '../labels.ts';
import type { PolicyName } from '../model.ts';
import { findAsOf, findLatest } from '../policy/as-of.ts';
import type { TopicVersion } from './topic-history.ts';

/** Which topics each version of a policy speaks of. Also the wire of the matrix. */
export interface TopicPresence extends PolicyName {
  readonly versions: readonly (TopicVersion & { readonly topics: readonly string[] })[];
}

export interface MatrixTopic {
  readonly name: string;
  readonly title: string;
}

type Cell = 'says' | 'silent' | 'either' | 'gap' | 'not archived';

const GLYPHS: Readonly<Record<Cell, readonly [glyph: string, words: string]>> = {
  says: ['●', 'speaks of it'],
  silent: ['○', 'says nothing'],
  either: ['◐', 'changed about then: one of two texts speaks of it'],
  gap: ['?', 'not known: gap'],
  'not archived': ['·', 'not archived'],
};

function cellOf(presence: TopicPresence, topic: string, day: string | null): Cell {
  const { versions } = presence;
  const found = day === null ? findLatest(versions) : findAsOf(versions, day);
  const speaks = (at: number) => versions[at]!.topics.includes(topic);
  if (found.kind === 'seen') return speaks(found.at) ? 'says' : 'silent';
  if (found.kind === 'undated') return speaks(0) ? 'says' : 'silent';
  if (found.kind === 'before-first') return 'not archived';
  if (found.kind === 'after-last') return 'gap';
  const [before, after] = [speaks(found.before), speaks(found.after)];
  if (before === after) return before ? 'says' : 'silent';
  return found.isGap ? 'gap' : 'either';
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
        return `<td class="cell-${cell.replace(' ', '-')}"><span aria-hidden="true">${glyph}</span><span class="spoken">${words}</span></td>`;
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
