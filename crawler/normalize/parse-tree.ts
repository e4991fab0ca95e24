import { html, parse, type Token, type TreeAdapter } from 'parse5';

/**
 * HTML text to the parser's own tree, in nodes that hold what we read and no more. The only file that knows the parser. It
 * follows the HTML standard, as browsers do; a lenient one lost whole texts of the old web. Nodes for everybody's use, with
 * three tables of attributes an element, took a tenth of the time of reading a page, and their library a third of a second
 * of every start.
 */

export interface TextNode {
  readonly isText: true;
  text: string;
  parent: ElementNode | null;
}

export interface ElementNode {
  readonly isText: false;
  /** `''` for the document. */
  readonly name: string;
  readonly namespace: html.NS;
  attributes: readonly Token.Attribute[];
  readonly children: ParsedNode[];
  parent: ElementNode | null;
}

export type ParsedNode = ElementNode | TextNode;

interface NodeTypes {
  node: ParsedNode;
  parentNode: ElementNode;
  childNode: ParsedNode;
  document: ElementNode;
  documentFragment: ElementNode;
  element: ElementNode;
  commentNode: TextNode;
  textNode: TextNode;
  template: ElementNode;
  documentType: never;
}

const makeElement = (
  name: string,
  namespace: html.NS,
  attributes: readonly Token.Attribute[],
): ElementNode => ({
  isText: false,
  name,
  namespace,
  attributes,
  children: [],
  parent: null,
});

const makeText = (text: string): TextNode => ({ isText: true, text, parent: null });

/** Stands for every comment; it is put nowhere. */
const COMMENT = makeText('');

function insertAt(parent: ElementNode, at: number, node: ParsedNode): void {
  if (node === COMMENT) return;
  if (at === parent.children.length) parent.children.push(node);
  else parent.children.splice(at, 0, node);
  node.parent = parent;
}

function insertTextAt(parent: ElementNode, at: number, text: string): void {
  const before = parent.children[at - 1];
  if (before?.isText) before.text += text;
  else insertAt(parent, at, makeText(text));
}

/** Makes one tree. What the parser asks only to write a tree down again is answered with nothing. */
class TreeMaker implements TreeAdapter<NodeTypes> {
  private mode = html.DOCUMENT_MODE.NO_QUIRKS;

  createDocument = () => makeElement('', html.NS.HTML, []);
  createDocumentFragment = () => makeElement('', html.NS.HTML, []);
  createElement = makeElement;
  createTextNode = makeText;
  createCommentNode = () => COMMENT;

  appendChild(parent: ElementNode, node: ParsedNode): void {
    insertAt(parent, parent.children.length, node);
  }
  insertBefore(parent: ElementNode, node: ParsedNode, next: ParsedNode): void {
    insertAt(parent, parent.children.indexOf(next), node);
  }
  insertText(parent: ElementNode, text: string): void {
    insertTextAt(parent, parent.children.length, text);
  }
  insertTextBefore(parent: ElementNode, text: string, next: ParsedNode): void {
    insertTextAt(parent, parent.children.indexOf(next), text);
  }
  detachNode(node: ParsedNode): void {
    node.parent?.children.splice(node.parent.children.indexOf(node), 1);
    node.parent = null;
  }
  setTemplateContent(template: ElementNode, content: ElementNode): void {
    this.appendChild(template, content);
  }
  adoptAttributes(element: ElementNode, attributes: readonly Token.Attribute[]): void {
    const known = new Set(element.attributes.map(({ name }) => name));
    element.attributes = [...element.attributes, ...attributes.filter(({ name }) => !known.has(name))];
  }
  setDocumentMode(_: ElementNode, mode: html.DOCUMENT_MODE): void {
    this.mode = mode;
  }

  getDocumentMode = () => this.mode;
  getTemplateContent = (template: ElementNode) => template.children[0] as ElementNode;
  getFirstChild = (parent: ElementNode) => parent.children[0] ?? null;
  getChildNodes = (parent: ElementNode) => parent.children;
  getParentNode = (node: ParsedNode) => node.parent;
  getAttrList = (element: ElementNode) => element.attributes as Token.Attribute[];
  getTagName = (element: ElementNode) => element.name;
  getNamespaceURI = (element: ElementNode) => element.namespace;
  getTextNodeContent = (node: TextNode) => node.text;
  isTextNode = (node: ParsedNode): node is TextNode => node.isText;
  isElementNode = (node: ParsedNode): node is ElementNode => !node.isText;

  setDocumentType(): void {}
  isCommentNode = (_: ParsedNode): _ is TextNode => false;
  isDocumentTypeNode = (_: ParsedNode): _ is never => false;
  getCommentNodeContent = () => '';
  getDocumentTypeNodeName = () => '';
  getDocumentTypeNodePublicId = () => '';
  getDocumentTypeNodeSystemId = () => '';
  getNodeSourceCodeLocation = () => null;
  setNodeSourceCodeLocation(): void {}
  updateNodeSourceCodeLocation(): void {}
}

/** The document of an HTML text. */
export function parseTree(text: string): ElementNode {
  return parse<NodeTypes>(text, { treeAdapter: new TreeMaker() });
}
