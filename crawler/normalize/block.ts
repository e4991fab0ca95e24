import type { StyledText } from './line.ts';

/** One block of the text to be written: what stands on one line of the Markdown. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  /** Rank of a heading from 1; nesting depth of an item or of a paragraph inside one; 0 otherwise. */
  level: number;
  /** `-` or `7.` of an item, else null. */
  marker: string | null;
  runs: readonly StyledText[];
  cells?: readonly (readonly StyledText[])[];
  /** First row of a table. */
  readonly isFirstRow?: boolean;
}

export function blockText(block: Block): string {
  return block.runs.map((run) => run.text).join('');
}
