import { type Block, blockText } from './block.ts';
import type { Reason } from './normalization.ts';
import { namesPolicy } from './policy-words.ts';

/** Whether what was extracted is a document at all, and if not, what it is instead. */

export interface Evidence {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly pageTitle: string | null;
  readonly page: { readonly linkShare: number; readonly proseChars: number; readonly text: string };
  readonly follow: string | null;
  readonly isJudged: boolean;
}

/** A document has at least so many characters of sentences. */
const MIN_PROSE = 300;

export function judgeText({ blocks, title, page, follow, isJudged }: Evidence): Reason | null {
  const length = blocks.reduce((sum, block) => sum + blockText(block).length, 0);
  if (length === 0) return 'too-short';
  if (!isJudged) return null;
  if (page.proseChars < MIN_PROSE && length < 2 * MIN_PROSE) return follow ? 'redirect' : 'too-short';
  if (page.proseChars < 2 * MIN_PROSE && !namesPolicy(title ?? '')) return 'too-short';
  return null;
}
