import { createTwoFilesPatch } from 'diff';

/** Lines that may differ before the whole text is replaced instead: rewrites need no finer patch. */
const MAX_EDITS = 2000;

/**
 * A unified patch that turns the Markdown of one version into that of another, for `patch`, `git apply` and everything
 * else that reads one. A paragraph is a line of the Markdown, so this says which paragraphs differ; which words do, the
 * other forms of the change say.
 */
export function formatPatch(
  left: { readonly name: string; readonly markdown: string },
  right: { readonly name: string; readonly markdown: string },
): string {
  const patch = createTwoFilesPatch(
    left.name,
    right.name,
    left.markdown,
    right.markdown,
    undefined,
    undefined,
    {
      context: 1,
      maxEditLength: MAX_EDITS,
    },
  );
  return patch ?? replaceAll(left, right);
}

/** A patch of one piece that takes all lines out and puts all new ones in. */
function replaceAll(
  left: { readonly name: string; readonly markdown: string },
  right: { readonly name: string; readonly markdown: string },
): string {
  const out = left.markdown.split('\n').slice(0, -1);
  const into = right.markdown.split('\n').slice(0, -1);
  return [
    '===================================================================',
    `--- ${left.name}`,
    `+++ ${right.name}`,
    `@@ -1,${out.length} +1,${into.length} @@`,
    ...out.map((line) => `-${line}`),
    ...into.map((line) => `+${line}`),
    '',
  ].join('\n');
}
