/** Links that HTML itself knows nothing of: what a script follows, goes on to, or makes of a page's data. */

/** What stands in quotes in a script, without blanks. */
const QUOTED = /["']([^"'\s]{1,500})["']/g;
/** A whole address, or a path with a slash or an ending in it. */
const LIKE_ADDRESS = /^(?:https?:\/\/|[^:]*[/.][^:.])[^:]*/;

const findAddress = (script: string): string | null =>
  [...script.matchAll(QUOTED)].find(([, text]) => LIKE_ADDRESS.test(text!))?.[1] ?? null;

/** The address that a click on an element leads to by its script; null where it says none. */
export function readClickTarget(attributes: Readonly<Record<string, string>>): string | null {
  const { href = '', onclick = '' } = attributes;
  const isPlain = href !== '' && !/^(?:#|javascript:)/i.test(href.trim());
  return isPlain ? null : (findAddress(decodeScript(href)) ?? findAddress(onclick));
}

/** A script in an address may have its quotes escaped. */
function decodeScript(href: string): string {
  try {
    return /^javascript:/i.test(href.trim()) ? decodeURIComponent(href) : '';
  } catch {
    return href;
  }
}

const GOES_ON =
  /\blocation(?:\.href)?\s{0,20}=\s{0,20}["']([^"'\s]{1,500})["']|\blocation\.(?:replace|assign)\s{0,20}\(\s{0,20}["']([^"'\s]{1,500})["']/;

/** Where a page's script sends every reader on to; null where none does. */
export function readGoesOn(script: string): string | null {
  const [, assigned, called] = GOES_ON.exec(script) ?? [];
  return assigned ?? called ?? null;
}

/** Data larger than this, and values after so many, are not looked at. */
const MAX_DATA = 4_000_000;
const MAX_VALUES = 200_000;
const MAX_DEPTH = 60;
/** Longest name of a link. */
const MAX_NAME = 200;

const ADDRESS = /^(?:https?:\/\/|\/)\S{1,500}$/;

/**
 * Names and addresses that stand in one object of a page's data, or the address in an object within: a menu as scripts
 * keep it. Each name with each address, at most so many as a page has links.
 */
export function listDataLinks(data: readonly string[]): (readonly [name: string, address: string])[] {
  const links: [string, string][] = [];
  let left = MAX_VALUES;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || left-- <= 0) return;
    const inner = Object.values(value);
    if (!Array.isArray(value)) {
      const own = inner.filter((text) => typeof text === 'string');
      const nested = inner.flatMap((child) => (isRecord(child) ? Object.values(child) : []));
      const addresses = [...own, ...nested].filter((text) => typeof text === 'string' && ADDRESS.test(text));
      const names = own.filter((text) => text.length <= MAX_NAME && /\S/.test(text) && !ADDRESS.test(text));
      if (addresses.length <= 2)
        for (const name of names) for (const address of addresses) links.push([name, address as string]);
    }
    for (const child of inner) visit(child, depth + 1);
  };
  for (const json of data) if (json.length <= MAX_DATA) visit(parseOrNull(json), 0);
  return links;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseOrNull(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Program text with its escaped quotes, slashes and angles as they are once it runs. */
const unescapeProgram = (program: string): string =>
  program
    .replace(/\\(["'/])/g, '$1')
    .replace(/\\(?:u00|x)3c/gi, '<')
    .replace(/\\(?:u00|x)3e/gi, '>');

/** An object written out in a program, without others in it. */
const LITERAL = /\{[^{}]{1,600}\}/g;

/** Names and addresses that stand in one object of a program: `{text: "Privacy", url: "/p"}`. */
export function listLiteralLinks(programs: readonly string[]): (readonly [name: string, address: string])[] {
  const literals = programs.flatMap((program) =>
    program.length > MAX_DATA ? [] : [...unescapeProgram(program).matchAll(LITERAL)],
  );
  return literals.flatMap(([literal]) => {
    const texts = [...literal.matchAll(/"([^"\n]{1,500})"|'([^'\n]{1,500})'/g)].map(
      (match) => match[1] ?? match[2]!,
    );
    const addresses = texts.filter((text) => ADDRESS.test(text));
    const names = texts.filter((text) => text.length <= MAX_NAME && !ADDRESS.test(text));
    return addresses.length > 2
      ? []
      : names.flatMap((name) => addresses.map((address): [string, string] => [name, address]));
  });
}

/** The markup with links in it that programs write into the page. */
export const readWrittenMarkup = (programs: readonly string[]): string =>
  programs
    .filter((program) => program.length <= MAX_DATA)
    .map(unescapeProgram)
    .filter((program) => /<a\s/i.test(program))
    .join('\n');

/** Whether an address is put together by a program rather than written out. */
export const isPutTogether = (address: string): boolean => /["'`+{}<>$\s]/.test(address);

/** Attributes in which elements keep the address that a script leads to. */
const KEPT_ADDRESS = /^data-(?:[\w-]{1,40}-)?(?:href|url|link|target)$/;

/** The address that an element keeps for a script; undefined where it keeps none. */
export const readKeptAddress = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(attributes).find(([name, value]) => KEPT_ADDRESS.test(name) && ADDRESS.test(value))?.[1];

/** Data that elements keep for a script: `data-props='{…}'`. */
export const listKeptData = (attributes: Readonly<Record<string, string>>): string[] =>
  Object.values(attributes).filter((value) => /^\s{0,20}[[{]\s{0,20}["{[]/.test(value));
