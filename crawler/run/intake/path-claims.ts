import { isTimestamp } from '../../core/index.ts';

/** What the folders that a file lies in say of it. */
export interface PathClaims {
  /** 14 digits. */
  readonly timestamp: string | null;
  readonly url: string | null;
  /** The service and the kind of document that a collection files it under; null outside of one. */
  readonly service: string | null;
  readonly kind: string | null;
}

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9](?:%3a\d+|:\d+)?$/i;

/**
 * Reads the layouts of tools that save captures. waybackpack: `TIMESTAMP/HOST/PATH`; wayback-machine-downloader with all
 * timestamps: `HOST/TIMESTAMP/PATH`; datasets of Open Terms Archive: `SERVICE/KIND/INSTANT.md`; their repositories, where
 * the commit gives the moment: `SERVICE/KIND.md`. Elsewhere a name that is nothing but a moment is one, and one that a copy's
 * name begins or ends with.
 */
export function readPathClaims(path: readonly string[], isCommitted: boolean): PathClaims {
  const stem = (path.at(-1) ?? '').replace(/\.[a-z0-9]{1,10}$/i, '');
  const folders = path.slice(0, -1);
  if (isCommitted) return { timestamp: null, url: null, ...readCollection(folders, stem) };
  const own = parseMoment(stem);
  if (own !== null) {
    const filed = isInstant(stem) ? readCollection(folders.slice(0, -1), folders.at(-1) ?? '') : NOT_FILED;
    return { timestamp: own, url: null, ...filed };
  }
  const at = folders.findLastIndex((folder) => parseMoment(folder) !== null);
  const written = readWrittenAddress(path.at(-1) ?? '');
  if (at < 0) return { timestamp: parseCopyMoment(stem), url: written, ...NOT_FILED };
  const url = written ?? readDatedAddress(path, at);
  return { timestamp: parseMoment(folders[at]!), url, ...NOT_FILED };
}

const NOT_FILED = { service: null, kind: null } as const;

/** Words that a kind of document is named with; what has none of them is a folder of another sort. */
const KIND =
  /\b(?:polic(?:y|ies)|privacy|terms|conditions|agreement|addendum|contract|guidelines|statement|notice|imprint|rules|standards|requirements|description|charter|principles|practices|licen[cs]e|code of conduct|cookies)\b/i;

function readCollection(above: readonly string[], name: string): Pick<PathClaims, 'service' | 'kind'> {
  // Later parts of a document that was split are filed as `KIND #2`.
  const kind = name.replace(/ #\d+$/, '');
  return KIND.test(kind) ? { service: above.at(-1) ?? null, kind } : NOT_FILED;
}

/** `http%3A%2F%2Fexample.com%2Fprivacy`: a name that is a whole address, escaped so that it can be one. */
function readWrittenAddress(name: string): string | null {
  if (!/^https?%3a%2f%2f/i.test(name)) return null;
  try {
    return new URL(decodeURIComponent(name)).href;
  } catch {
    return null;
  }
}

/** A folder named like the beginning of an address, where one was taken apart at its slashes. */
const SCHEME = /^(https?)(?::|%3a|_)?$/i;

function readDatedAddress(path: readonly string[], at: number): string | null {
  const scheme = SCHEME.exec(path[at + 1] ?? '')?.[1]?.toLowerCase();
  const after = path.slice(at + (scheme === undefined ? 1 : 2)).filter((name) => name !== '');
  const isInside = after.length > 1 && HOST.test(after[0]!);
  const host = isInside ? after[0]! : (path[at - 1] ?? '');
  if (!HOST.test(host)) return null;
  const address = `${scheme ?? 'http'}://${host.replace(/%3a/i, ':')}/${(isInside ? after.slice(1) : after).map(escapePart).join('/')}`;
  return URL.canParse(address) ? address : null;
}

/** Names keep the escapes of the address they were made of. */
const escapePart = (part: string): string =>
  encodeURI(part)
    .replace(/%25(?=[0-9a-f]{2})/gi, '%')
    .replace(/#/g, '%23');

/** ISO 8601 with whatever stands for its colons in names of files, and for the `T` between day and hour. */
const INSTANT =
  /^(\d{4})[-_.]?(\d\d)[-_.]?(\d\d)(?:T|--?|[ _])(\d\d)[-:_.]?(\d\d)[-:_.]?(\d\d)(?:[.,]\d+)?Z?$/i;

/** Whether a name is a moment to the second, as collections of dated texts have it. */
const isInstant = (name: string): boolean => INSTANT.test(name);

/** 14 digits of a name that is nothing but a moment: a timestamp, as archives have it in addresses, a day, an instant. */
export function parseMoment(name: string): string | null {
  const timestamp = /^(\d{14})(?:[a-z]{2}_)?$/.exec(name)?.[1];
  const digits = INSTANT.exec(name)?.slice(1).join('') ?? timestamp ?? toDay(name);
  return digits !== null && isTimestamp(digits) ? digits : null;
}

/** What in a name says that its date is the text's own and not that of a copy. */
const OWN_DATE = /effective|updated|revised|revision|version|valid|since|from|until|draft/i;
const DATE_FIRST = /^[([]?(\d{8}T\d{6}Z?|\d{14}|\d{8}|\d{4}-\d\d-\d\d)[ _.@)\]-]+(?=\D)/;
const DATE_LAST = /(?<=\D)[ _.@([-]{1,4}(\d{8}T\d{6}Z?|\d{14}|\d{8}|\d{4}-\d\d-\d\d)[)\]]?$/;

/** The moment that a copy's name begins or ends with, as people and tools date copies; null where it has none, or two. */
function parseCopyMoment(stem: string): string | null {
  if (OWN_DATE.test(stem)) return null;
  const [first, last] = [DATE_FIRST.exec(stem)?.[1], DATE_LAST.exec(stem)?.[1]];
  return first !== undefined && last !== undefined ? null : parseMoment(first ?? last ?? '');
}

const toDay = (name: string): string | null =>
  /^\d{4}-\d\d-\d\d$/.test(name) || /^(?:19|20)\d{6}$/.test(name)
    ? `${name.replaceAll('-', '')}000000`
    : null;
