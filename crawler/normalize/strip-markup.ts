/**
 * One pass over HTML text before it is parsed. It empties scripts, styles, drawings and comments, which are no text and
 * often the largest part of a page, and on which the parser spends most of its time; and it notices input built to
 * make the parser's own work grow with its square. It never decides what is an element: where it is in doubt, it
 * leaves the text as it is for the parser.
 */

export interface Stripped {
  readonly html: string;
  /** Contents of script elements that hold data rather than program: their `type` ends in `json`. */
  readonly data: readonly string[];
  /** Scripts that push rows of text into the document (`flight.ts`), back to back. */
  readonly pushes: string;
  /** Contents of the other scripts: programs. */
  readonly programs: readonly string[];
  /** Contents of style elements for screens. */
  readonly sheets: readonly string[];
  /** Characters of program and data in scripts. */
  readonly scriptChars: number;
  /** Elements nested thousands deep, or a tag with tens of thousands of attributes. */
  readonly isTrap: boolean;
}

/** Browsers stop at a depth of 512. */
const MAX_DEPTH = 3000;
/** Longest tag, quoted values left out, that is no trap. */
const MAX_TAG_LENGTH = 100_000;
/** Tags that never end; so many of them are a trap for this pass, which then leaves the page alone. */
const MAX_BROKEN_TAGS = 200;

const START = /<(?:(!--)|(\/?)([a-z][a-z0-9]*))/gi;
/** What remains of a tag, quoted values taken whole. Unrolled, so that it backtracks over nothing. */
const REST = /[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>/y;
/** What stands before data that is assigned to a name. */
const ASSIGNED =
  /^\s{0,200}(?:(?:window|self|globalThis)\.|var\s|let\s|const\s)[\w$.]{1,80}\s{0,5}=\s{0,5}(?=[{[])/;
/** A style element for paper or for windows of some width. */
const OTHER_MEDIA = /\bmedia\s*=\s*["']?(?!\s*(?:all|screen)\s*["'>])/i;
const COMMENT_END = /-?>|[\s\S]*?--!?>/y;
const CONTENT_ENDS: Readonly<Record<string, RegExp>> = {
  script: /<\/script[\s/>]/gi,
  style: /<\/style[\s/>]/gi,
  svg: /<\/?svg[\s/>]/gi,
};
/** Elements that must be closed; the others close by themselves and do not nest. */
const NESTING = new Set(
  'div span section article main center blockquote ul ol dl table form font'.split(' '),
);

class Stripper {
  private readonly html: string;
  private readonly kept: string[] = [];
  private readonly data: string[] = [];
  private readonly sheets: string[] = [];
  private readonly pushes: string[] = [];
  private readonly programs: string[] = [];
  private keptUntil = 0;
  private scriptChars = 0;
  private depth = 0;
  private brokenTags = 0;
  /** Names of elements of which no end is left in the page: one look for it is enough. */
  private readonly endless = new Set<string>();
  private isTrap = false;

  constructor(html: string) {
    this.html = html;
  }

  strip(): Stripped {
    START.lastIndex = 0;
    for (let match = START.exec(this.html); match && !this.isTrap; match = START.exec(this.html)) {
      const end = match[1] ? this.readComment(match.index) : this.readTag(match);
      START.lastIndex = Math.max(end, match.index + 2);
      if (this.brokenTags > MAX_BROKEN_TAGS) break;
    }
    const html = this.kept.join('') + this.html.slice(this.keptUntil);
    const { data, programs, sheets, scriptChars, isTrap } = this;
    return { html, data, pushes: this.pushes.join('\n'), programs, sheets, scriptChars, isTrap };
  }

  private drop(from: number, to: number): void {
    this.kept.push(this.html.slice(this.keptUntil, from));
    this.keptUntil = to;
  }

  /** An unclosed comment swallows the rest of the page, as it does in browsers. */
  private readComment(at: number): number {
    COMMENT_END.lastIndex = at + 4;
    const end = COMMENT_END.test(this.html) ? COMMENT_END.lastIndex : this.html.length;
    this.drop(at, end);
    return end;
  }

  private readTag(match: RegExpExecArray): number {
    const name = match[3]!.toLowerCase();
    REST.lastIndex = START.lastIndex;
    if (!REST.test(this.html)) {
      this.brokenTags++;
      return match.index + match[0].length;
    }
    const end = REST.lastIndex;
    if (end - match.index > MAX_TAG_LENGTH) this.checkLength(match.index, end);
    if (NESTING.has(name)) {
      this.depth = Math.max(0, this.depth + (match[2] ? -1 : 1));
      if (this.depth > MAX_DEPTH) this.isTrap = true;
    }
    const contentEnd = match[2] ? undefined : CONTENT_ENDS[name];
    return contentEnd ? this.readContent(name, this.html.slice(match.index, end), end, contentEnd) : end;
  }

  private checkLength(from: number, to: number): void {
    const bare = this.html.slice(from, to).replace(/"[^"]*"|'[^']*'/g, '');
    if (bare.length > MAX_TAG_LENGTH) this.isTrap = true;
  }

  private readContent(name: string, tag: string, from: number, contentEnd: RegExp): number {
    if (this.endless.has(name)) return from;
    contentEnd.lastIndex = from;
    const end = contentEnd.exec(this.html);
    if (!end) this.endless.add(name);
    if (!end || tag.endsWith('/>') || (name === 'svg' && end[0][1] !== '/')) return from;
    const content = this.html.slice(from, end.index);
    if (name === 'script') {
      // A script written inside a script's comment: where that one ends is the parser's business.
      const comment = content.indexOf('<!--');
      if (comment >= 0 && /<script/i.test(content.slice(comment))) return from;
      this.scriptChars += content.length;
      if (/\btype\s*=\s*["']?[\w./+-]*json/i.test(tag)) this.data.push(content);
      else if (content.includes('__next_f.push(')) this.pushes.push(content);
      else {
        this.programs.push(content);
        this.readAssigned(content);
      }
    }
    if (name === 'style' && !OTHER_MEDIA.test(tag)) this.sheets.push(content);
    this.drop(from, end.index);
    return end.index;
  }

  /** `window.__STATE__ = {…}`: data that a script takes over whole. */
  private readAssigned(content: string): void {
    const head = ASSIGNED.exec(content)?.[0];
    const end = content.trimEnd().replace(/;$/, '');
    if (head !== undefined && /[}\]]$/.test(end)) this.data.push(end.slice(head.length));
  }
}

export function stripMarkup(html: string): Stripped {
  return new Stripper(html).strip();
}
