import { describe, expect, test } from 'vitest';
import { parseClauses } from '../../crawler/core/clauses.ts';
import { nameAnchors } from '../../crawler/core/index.ts';
import { plainLabel, safeHref } from './html.ts';
import { renderInline, splitCells } from './inline.ts';
import { addLeads, listContents, renderText } from './text.ts';

function render(markdown: string): string {
  const clauses = parseClauses(markdown);
  return renderText(addLeads(markdown, clauses, nameAnchors(clauses)));
}

/** Without the links beside headings, which every heading has. */
const bare = (html: string) => html.replace(/ <a class="pilcrow".*?<\/a>/g, '').replace(/ id="[^"]*"/g, '');

describe('renderInline', () => {
  test('keeps emphasis and links', () => {
    expect(renderInline('**Cookies** and *[help](https://a.example/x?a=1&b=2)*')).toBe(
      '<strong>Cookies</strong> and <a href="https://a.example/x?a=1&amp;b=2" rel="nofollow noopener noreferrer"><em>help</em></a>',
    );
  });

  test.each([
    ['[x](javascript:alert(1))', 'x'],
    ['[x](data:text/html,y)', 'x'],
    ['[x](//host/path)', 'x'],
    ['\\<script>alert(1)\\</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a "quote" & \\<b>', 'a &quot;quote&quot; &amp; &lt;b&gt;'],
    ['[x](https://a.example/"><script>)', '[x](https://a.example/&quot;&gt;&lt;script&gt;)'],
  ])('%s is harmless', (markdown, html) => {
    const rendered = renderInline(markdown);
    expect(rendered).not.toMatch(/<(?!\/?(?:a|em|strong)\b)/);
    if (!markdown.startsWith('[x](https')) expect(rendered).toBe(html);
    expect(rendered).not.toContain('javascript:');
  });
});

test('only web and mail links may be followed', () => {
  expect(safeHref('HTTPS://a.example/')).toBe('HTTPS://a.example/');
  expect(safeHref('mailto:a@b.example')).toBe('mailto:a@b.example');
  for (const href of [
    'javascript:x',
    ' https://a.example',
    'ftp://a.example',
    '/x',
    'http://',
    'vbscript:x',
  ]) {
    expect(safeHref(href)).toBeNull();
  }
});

test('labels lose direction marks and line ends', () => {
  expect(plainLabel('a\u202eb\n c\u0007')).toBe('a b c'.replace('a b', 'ab'));
});

describe('renderText', () => {
  test('pushes headings below the page heading, whatever their rank was', () => {
    expect(bare(render('# Title\n\n### Deep\n\ntext\n'))).toBe('<h2>Title</h2><h3>Deep</h3><p>text</p>');
  });

  test('nests lists and keeps the numbers that the policy gave', () => {
    const html = bare(render('## H\n\n- one\n  - inner\n- two\n\n3. three\n'));
    expect(html).toBe(
      '<h2>H</h2><ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul><ol><li value="3">three</li></ol>',
    );
  });

  test('keeps a further paragraph inside its item', () => {
    expect(bare(render('## H\n\n- one\n\n  more\n- two\n'))).toBe(
      '<h2>H</h2><ul><li>one<p>more</p></li><li>two</li></ul>',
    );
  });

  test('makes a table of rows, with heads where the Markdown rules them off', () => {
    expect(bare(render('## H\n\n| A | B |\n|---|---|\n| c | d \\| e |\n'))).toContain(
      '<tbody><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>c</td><td>d | e</td></tr></tbody>',
    );
  });

  test('shows a label of ours unless it repeats the first words', () => {
    expect(render('No heading stands above these plain words of a policy.\n')).not.toContain('class="label"');
  });

  test('gives every clause an anchor of its own that no part of the page has', () => {
    const clauses = parseClauses('## Cookies\n\none\n\ntwo\n\n## Cookies\n\n## _main\n\n## 名前\n');
    const anchors = nameAnchors(clauses);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors[0]).toBe('cookies');
    for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9]/);
  });
});

test('contents are the headings, or labels of ours where there are none', () => {
  const list = (markdown: string) => {
    const clauses = parseClauses(markdown);
    return listContents(addLeads(markdown, clauses, nameAnchors(clauses))).map((entry) => [
      entry.label,
      entry.isOurs,
    ]);
  };
  expect(list('# T\n\n## A\n\nx\n\n## B\n\ny\n')).toEqual([
    ['T', false],
    ['A', false],
    ['B', false],
  ]);
  expect(list('First paragraph here.\n\nSecond paragraph here.\n')).toEqual([
    ['First paragraph here.', true],
    ['Second paragraph here.', true],
  ]);
});

test('cells are cut at pipes that are not escaped; empty ones stay', () => {
  expect(splitCells('a | b \\| c | ')).toEqual(['a', 'b \\| c', '']);
});

test('contents of a long text leave out what stands deepest', () => {
  const markdown = Array.from(
    { length: 40 },
    (_, at) => `# Part ${at}\n\n## Section ${at} a\n\nWords.\n\n## Section ${at} b\n\nWords.\n`,
  ).join('\n');
  const clauses = parseClauses(markdown);
  const contents = listContents(addLeads(markdown, clauses, nameAnchors(clauses)));
  expect(contents).toHaveLength(40);
  expect(contents.every(({ depth }) => depth === 0)).toBe(true);
});
