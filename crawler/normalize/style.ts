import type { Style } from './line.ts';
import type { Branch } from './parse-html.ts';

/** What markup says about looks, as far as it marks headings, emphasis and links. */

const STRONG = new Set(['b', 'strong', 'th']);
const EMPHASIS = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const UNDERLINE = new Set(['u', 'ins']);
/** Fields and pictures: never text of the page. */
const INVISIBLE = new Set(
  'input select textarea img map area object embed applet audio video datalist iframe head title'.split(' '),
);

export function isInvisible(branch: Branch): boolean {
  return INVISIBLE.has(branch.name);
}

/** Steps of `<font size>`, to a tenth, for a size in a style attribute; ordinary text is 16 px, 12 pt, 1 em, 100 %. */
function sizeSteps(amount: number, unit: string): number {
  const scale = { px: 16, pt: 12, em: 1, rem: 1, '%': 100 }[unit.toLowerCase()];
  if (!scale || !(amount > 0)) return 0;
  return Math.round((10 * Math.log(amount / scale)) / Math.log(1.2)) / 10;
}

function fontSize(value: string): number | null {
  const size = /^\s*([+-]?)(\d)/.exec(value);
  if (!size) return null;
  const steps = Number(size[2]);
  return size[1] === '' ? steps - 3 : size[1] === '+' ? steps : -steps;
}

/** Value of the first of some declarations that has one; a name may be part of `font`, which says all at once. */
const WEIGHT = /(?:^|;)\s*font(?:-weight\s*:\s*(\w+)|\s*:[^;]*?\b(bold|[6-9]00)\b)/i;
const SIZE = /(?:^|;)\s*font(?:-size\s*:\s*|\s*:[^;]*?(?<![\d.]))([\d.]+)\s*(px|pt|r?em|%)/i;

function readStyleAttribute(css: string, style: Style): Style {
  let { strong, emphasis, underline, size } = style;
  const weight = WEIGHT.exec(css);
  if (weight) strong = /^bold|^[6-9]00$/i.test(weight[1] ?? weight[2]!);
  const slant = /font-style\s*:\s*(\w+)/i.exec(css)?.[1];
  if (slant) emphasis = /italic|oblique/i.test(slant);
  if (css.split(';').some((one) => /^\s*text-decoration/i.test(one) && /underline/i.test(one)))
    underline = true;
  const measure = SIZE.exec(css);
  if (measure) {
    const steps = sizeSteps(Number(measure[1]), measure[2]!);
    size = /^(?:em|%)$/i.test(measure[2]!) ? style.size + steps : steps;
  }
  return { ...style, strong, emphasis, underline, size };
}

/** The style inside a branch, given the one around it; the same object where nothing changes. */
export function styleOf(branch: Branch, around: Style, resolve: (href: string) => string | null): Style {
  const { name, attributes } = branch;
  let style = around;
  if (STRONG.has(name)) style = { ...style, strong: true };
  else if (EMPHASIS.has(name)) style = { ...style, emphasis: true };
  else if (UNDERLINE.has(name)) style = { ...style, underline: true };
  else if (name === 'big') style = { ...style, size: style.size + 1 };
  else if (name === 'small') style = { ...style, size: style.size - 1 };
  else if (name === 'font') style = { ...style, size: fontSize(attributes.size ?? '') ?? style.size };
  else if (name === 'a' && attributes.href !== undefined && !attributes.href.trim().startsWith('#')) {
    style = { ...style, href: resolve(attributes.href) };
  }
  const css = attributes.style;
  return css && /font|text-decoration/i.test(css) ? readStyleAttribute(css, style) : style;
}

/** Whether text is struck out: it stood there once, or is offered no more. */
export function isStruck({ name, attributes }: Branch): boolean {
  if (name === 'del' || name === 's' || name === 'strike') return true;
  const css = attributes.style;
  return css !== undefined && /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*line-through/i.test(css);
}

/** Whether the page's own markup says a browser shows nothing here. What a search in the page brings up is shut, not hidden. */
export function isHidden(branch: Branch): boolean {
  const { attributes } = branch;
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return true;
  const css = attributes.style;
  return css !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(css);
}
