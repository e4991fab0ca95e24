/** Figures in words. No `Intl`: the same bytes from every engine. */

/** `12 versions`, `1 version`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** `12 345`, with thin spaces that do not break; four digits stay together. */
export function groupDigits(count: number): string {
  const digits = String(Math.round(count));
  return digits.length < 5 ? digits : digits.replace(/\B(?=(?:\d{3}){1,7}$)/g, '\u202f');
}

/** A share as whole percent, the sign never on a line of its own: never 0 or 100 where something, or not all, is meant. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 'less than 1\u00a0%';
  return `${rounded === 100 && share < 1 ? 99 : rounded}\u00a0%`;
}

/** `4.2 MB`, in powers of ten. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}
