import type { Branch } from './parse-html.ts';

/**
 * What text wears besides weight, size and slant: the class its maker gave it, colour, typeface, ground, and whether it
 * is centred. None of it says anything by itself; lines of one dress among lines of another do (`recurring-looks.ts`).
 */
export interface Dress {
  readonly class: string;
  readonly color: string;
  readonly face: string;
  readonly ground: string;
  readonly align: string;
  /** The whole dress in one string: lines with equal ones are dressed alike. */
  readonly key: string;
}

export const NAKED: Dress = { class: '', color: '', face: '', ground: '', align: '', key: '' };

const MAX_VALUE = 60;
const settle = (value: string) => value.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, MAX_VALUE);

const declared = (css: string, name: string): string | undefined =>
  css.split(';').find((one) => one.slice(0, one.indexOf(':')).trim().toLowerCase() === name);
const readValue = (declaration: string | undefined) => declaration?.slice(declaration.indexOf(':') + 1);

/** The dress inside an element; the same object where it puts nothing on. */
export function dressOf({ name, attributes }: Branch, around: Dress): Dress {
  const css = attributes.style;
  const styled = css !== undefined && /color|align|family/i.test(css) ? css : '';
  const color = (name === 'font' ? attributes.color : undefined) ?? readValue(declared(styled, 'color'));
  const face = (name === 'font' ? attributes.face : undefined) ?? readValue(declared(styled, 'font-family'));
  const own = name === 'table' || name === 'hr' ? undefined : attributes.align;
  const align = name === 'center' ? 'center' : (own ?? readValue(declared(styled, 'text-align')));
  const ground = attributes.bgcolor ?? readValue(declared(styled, 'background-color'));
  const given = attributes.class;
  if ((color ?? face ?? align ?? ground ?? given) === undefined) return around;
  const dress = {
    class: given === undefined ? around.class : settle(given),
    color: color === undefined ? around.color : settle(color),
    face: face === undefined ? around.face : settle(face),
    ground: ground === undefined ? around.ground : settle(ground),
    align: align === undefined ? around.align : settle(align),
  };
  return { ...dress, key: [dress.class, dress.color, dress.face, dress.ground, dress.align].join('\t') };
}
