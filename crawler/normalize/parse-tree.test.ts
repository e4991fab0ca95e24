import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { type ElementNode, parseTree } from './parse-tree.ts';

/** Our nodes as a string. */
function write(node: ElementNode): string {
  const attributes = node.attributes.map(({ name, value }) => ` ${name}=${value}`).join('');
  const inner = node.children.map((child) => (child.isText ? `"${child.text}"` : write(child))).join('');
  return `<${node.name}${attributes}>${inner}</>`;
}

/** The same of the nodes that the parser makes by itself; comments part texts there. */
function writeOwn(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return `"${(node as DefaultTreeAdapterTypes.TextNode).value}"`;
  if (node.nodeName === '#comment' || node.nodeName === '#documentType') return '';
  const { tagName = '', attrs = [] } = node as Partial<DefaultTreeAdapterTypes.Element>;
  const { childNodes } = node as DefaultTreeAdapterTypes.ParentNode;
  const content = 'content' in node ? `<>${writeOwnChildren(node.content.childNodes)}</>` : '';
  const attributes = attrs.map(({ name, value }) => ` ${name}=${value}`).join('');
  return `<${tagName}${attributes}>${content}${writeOwnChildren(childNodes)}</>`;
}

const writeOwnChildren = (nodes: readonly DefaultTreeAdapterTypes.Node[]) =>
  nodes.map(writeOwn).join('').replaceAll('""', '');

/** Markup that makes the parser move what it has built: the places where another tree would differ. */
test.each([
  '<p>One <b>two <i>three</b> four</i> five',
  '<b><p>one</b> two</p> three',
  '<table>before<tr><td>cell</td>between</tr><b>bold<tr></table> after',
  '<p>kept<table><tr><td>a</table>', // without a doctype the table stays in the paragraph
  '<!doctype html><p>closed<table><tr><td>a</table>',
  '<template><p>inside</template><body class=a><body class=b id=c><p>text',
  '<p>a<!-- b -->c</p><!-- d --><p><!-- e --></p>',
  '<svg><foreignObject><p>x</foreignObject><a xlink:href=y></svg><math><mi>z</math>',
  '<a href=1>one<a href=2>two<div>three</a>four',
  '<b><b><b><b class=x>four<p>again',
  '<frameset><frame src=a><noframes>no</noframes></frameset>',
  '<ul><li>one<li>two<ul><li>three</ul></ul><select><option>x<option>y</select>',
])('builds the tree that the parser builds by itself: %s', (text) => {
  expect(write(parseTree(text))).toBe(writeOwn(parse(text)));
});
