import { applyPatch } from 'diff';
import { expect, it } from 'vitest';
import { formatPatch } from './patch.ts';

const text = (...lines: string[]) => `${lines.join('\n\n')}\n`;
const LEFT = text('# Privacy', 'We set one cookie.', '## Logs', 'We keep them.');

it.each([
  ['an edit', text('# Privacy', 'We set two cookies.', '## Logs', 'We keep them.')],
  ['a rewrite', text('# New', ...Array.from({ length: 3000 }, (_, k) => `Sentence ${k}.`))],
  ['nothing', LEFT],
])('applied to the left text gives the right one: %s', (_name, right) => {
  const patch = formatPatch({ name: 'a.md', markdown: LEFT }, { name: 'b.md', markdown: right });
  expect(applyPatch(LEFT, patch)).toBe(right);
});
