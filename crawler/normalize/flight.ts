/**
 * Pages that a script builds from rows of text pushed into the document (React's "Flight"): each row has a number and
 * holds an element, a text of counted length, or a reference to other rows. Put together they are the page's HTML.
 */

/** Elements looked at, in all and one in another, and HTML written, at most. */
const MAX_STEPS = 1_000_000;
const MAX_DEPTH = 200;
const MAX_HTML = 4_000_000;
const MAX_WRITTEN = 16_000_000;

interface Budget {
  steps: number;
  chars: number;
}

/** The pushed strings of a script, unescaped; '' where it pushes none. */
export function readPushed(script: string): string {
  const parts: string[] = [];
  const push = /__next_f\.push\(\s*\[\s*1\s*,\s*/g;
  for (let match = push.exec(script); match; match = push.exec(script)) {
    const text = readLiteral(script, push.lastIndex);
    if (text !== null) parts.push(text);
  }
  return parts.join('');
}

/** The string literal that begins at `at`; null where none does. */
function readLiteral(script: string, at: number): string | null {
  if (script[at] !== '"') return null;
  let end = at + 1;
  while (end < script.length && script[end] !== '"') end += script[end] === '\\' ? 2 : 1;
  try {
    return JSON.parse(script.slice(at, end + 1)) as string;
  } catch {
    // A literal of JavaScript that is none of JSON.
    return null;
  }
}

/** Rows by number: texts, and elements as JSON. */
function readRows(stream: string): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  const start = /([\da-f]{1,6}):(?:T([\da-f]{1,7}),|([^\n]*)(?:\n|$))/y;
  let at = 0;
  while (at < stream.length) {
    start.lastIndex = at;
    const match = start.exec(stream);
    if (!match) {
      const next = stream.indexOf('\n', at);
      at = next < 0 ? stream.length : next + 1;
    } else if (match[2] !== undefined) {
      const text = takeBytes(stream, start.lastIndex, Number.parseInt(match[2], 16));
      rows.set(match[1]!, { text });
      at = start.lastIndex + text.length;
    } else {
      at = start.lastIndex;
      try {
        rows.set(match[1]!, JSON.parse(match[3]!));
      } catch {
        // A row of another kind: a module, a hint.
      }
    }
  }
  return rows;
}

/** As many bytes of UTF-8 as are asked for, as text. */
function takeBytes(stream: string, from: number, bytes: number): string {
  const slice = Buffer.from(stream.slice(from, from + bytes)).subarray(0, bytes);
  return slice.toString('utf8');
}

/** A text that stands for another row. */
const REFERENCE = /^\$L?([\da-f]{1,6})$/;
const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const MARKUP = /<(?:p|div|h[1-6]|ul|ol|li|br|section|table)\b/i;
const TAG = /^[a-z][a-z0-9-]*$/;
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr']);
/** Attributes that say what an element is or where it leads. */
const KEPT = ['href', 'id', 'role', 'hidden', 'aria-level', 'colspan', 'rowspan', 'start', 'type'];

class FlightWriter {
  private readonly rows: Map<string, unknown>;
  private readonly parts: string[] = [];
  private readonly open = new Set<string>();
  private readonly budget: Budget;
  private length = 0;

  constructor(rows: Map<string, unknown>, budget: Budget) {
    this.rows = rows;
    this.budget = budget;
  }

  private put(text: string): void {
    if (this.length > MAX_HTML || this.budget.chars < 0) return;
    this.parts.push(text);
    this.length += text.length;
    this.budget.chars -= text.length;
  }

  write(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || this.length > MAX_HTML || --this.budget.steps < 0 || this.budget.chars < 0)
      return;
    if (typeof value === 'string') this.writeString(value, depth);
    else if (typeof value === 'number') this.put(String(value));
    else if (Array.isArray(value)) {
      if (value[0] === '$' && value.length >= 4) this.writeElement(value, depth);
      else for (const child of value) this.write(child, depth + 1);
    } else if (typeof value === 'object' && value !== null && 'text' in value)
      this.put(this.textOf(String(value.text)));
  }

  private textOf(text: string): string {
    return MARKUP.test(text) ? text : escapeHtml(text);
  }

  private writeString(text: string, depth: number): void {
    if (!text.startsWith('$')) this.put(this.textOf(text));
    else if (text.startsWith('$$')) this.put(escapeHtml(text.slice(1)));
    else this.writeRow(REFERENCE.exec(text)?.[1], depth);
  }

  private writeRow(id: string | undefined, depth: number): void {
    if (id === undefined || this.open.has(id)) return;
    this.open.add(id);
    this.write(this.rows.get(id), depth + 1);
    this.open.delete(id);
  }

  private writeElement([, type, , given]: readonly unknown[], depth: number): void {
    const props = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
    const tag =
      typeof type === 'string' && TAG.test(type) && type !== 'script' && type !== 'style' ? type : null;
    if (type === 'script' || type === 'style') return;
    if (tag !== null) {
      const attributes = KEPT.flatMap((name) =>
        typeof props[name] === 'string'
          ? [` ${name}="${escapeHtml(props[name]).replace(/"/g, '&quot;')}"`]
          : [],
      );
      this.put(`<${tag}${attributes.join('')}>`);
      if (VOID.has(tag)) return;
    }
    const inner = props.dangerouslySetInnerHTML as { __html?: unknown } | undefined;
    if (typeof inner?.__html === 'string') this.writeInner(inner.__html, depth);
    else this.write(props.children, depth + 1);
    if (tag !== null) this.put(`</${tag}>`);
  }

  private writeInner(html: string, depth: number): void {
    const row = REFERENCE.exec(html)?.[1];
    if (row === undefined) this.put(html);
    else this.writeRow(row, depth);
  }

  finish(): string {
    return this.parts.join('');
  }
}

/**
 * The HTML that the rows of a stream make.
 * @returns the longest that one row makes with all it refers to; '' for none
 */
export function writeFlight(stream: string): string {
  const rows = readRows(stream);
  const referred = new Set([...stream.matchAll(/"\$L?([\da-f]{1,6})"/g)].map((match) => match[1]!));
  const budget = { steps: MAX_STEPS, chars: MAX_WRITTEN };
  let best = '';
  for (const [id, value] of rows) {
    if (referred.has(id) && rows.size > referred.size) continue;
    const writer = new FlightWriter(rows, budget);
    writer.write(value, 0);
    const html = writer.finish();
    if (html.length > best.length) best = html;
  }
  return best;
}
