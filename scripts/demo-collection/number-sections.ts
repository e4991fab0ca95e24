import type { Block } from './model.ts';

/** Types a number before every section heading: `1. Cookies`. The number is text, as it was on the pages of the time. */
export function numberSections(blocks: readonly Block[]): readonly Block[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return block;
    number += 1;
    return { ...block, inlines: [{ kind: 'text', text: `${number}. ` }, ...block.inlines] };
  });
}
