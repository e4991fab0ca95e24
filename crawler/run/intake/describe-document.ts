import { gunzipSync } from 'node:zlib';
import { parseInstant } from '../../core/index.ts';
import { MARKDOWN_TYPE } from '../../derive/index.ts';
import { UserError } from '../../errors.ts';
import { type Provenance, parseProvenanceHeader } from '../../normalize/index.ts';
import { DEFAULT_POLICY } from '../address.ts';
import { parseDomain } from '../domain.ts';
import { parseArchivedAddress } from './archived-address.ts';
import { HEAD_LENGTH, recognizeFormat } from './formats.ts';
import { findMapEntry, type MapEntry } from './import-map.ts';
import { readMhtml } from './mhtml.ts';
import { claimAddress, NO_CLAIMS, type PageClaims, readPageClaims } from './page-claims.ts';
import { type PathClaims, readPathClaims } from './path-claims.ts';
import type { LocalSource } from './sources.ts';

/** What the user says of files that do not say it themselves. */
export interface ImportOptions {
  readonly domain?: string;
  /** 14 digits. */
  readonly timestamp?: string;
  readonly url?: string;
  readonly policy?: string;
  readonly map?: readonly MapEntry[];
}

/** Everything known of where a local document comes from. */
export interface Document {
  readonly file: string;
  readonly domain: string;
  /** Name of the policy that it is a text of. */
  readonly policy: string;
  /** 14 digits, or null: date unknown. */
  readonly timestamp: string | null;
  /** The address it was captured at, else `file:` and its name. */
  readonly original: string;
  /** Under which address of its policy it is kept; that of a collection's document is the same for all its states. */
  readonly address: string;
  /** Origin of the archive that holds the capture; '' where none does. */
  readonly archive: string;
  /** Service of a collection, where only `--domain` says whose it is. */
  readonly unnamedService: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly source: LocalSource;
}

/** Why a file is no document to be taken in. */
export interface PassedOver {
  readonly file: string;
  /** Why it was left out, in words for people, the same for all files of a kind. */
  readonly passed: string;
  /** Service that no domain is known of. */
  readonly service: string | null;
}

/** What a document holds, and what it says of itself. */
export interface Content {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly provenance: Provenance | null;
  readonly claims: PageClaims;
}

/** Files that lie beside documents and are about them. */
const ABOUT =
  /^(?:readme|licen[cs]e|copying|notice|changelog|changes|contributing|authors|code[_-]of[_-]conduct)\b/i;

/**
 * What a file is, from itself, from where it lies, or from the options.
 * @throws UserError for a file that cannot be a document, or contradicts the options
 */
export async function describeDocument(
  source: LocalSource,
  options: ImportOptions,
): Promise<Document | PassedOver> {
  const place = readPathClaims(source.path, source.commit !== null);
  const passedKind = passKind(source, place, options);
  if (passedKind) return passedKind;
  const { provenance, claims } = await readContent(source);
  const stated = provenance ? parseDomain(provenance.domain) : null;
  checkDomain(source.name, stated, options);
  const url = options.url ?? provenance?.original ?? claims.url ?? place.url;
  const mapped = findMapEntry(options.map ?? [], source.path, url);
  const said = stated ?? mapped?.domain ?? null;
  const domain = said ?? options.domain ?? domainOf(url);
  if (domain === null) {
    const passed =
      place.service === null
        ? 'that do not say whose policy they are'
        : `of a service without a domain: ${place.service}`;
    return { file: source.name, passed, service: place.service };
  }
  if (isAbout(source, stated, claims))
    return { file: source.name, passed: 'about other files', service: null };
  const policy =
    provenance?.policy ?? mapped?.policy ?? options.policy ?? kindSlug(place.kind) ?? DEFAULT_POLICY;
  return {
    file: source.name,
    domain,
    policy,
    timestamp: options.timestamp ?? momentOf(source, provenance, claims, place),
    ...addressOf(source, place, url),
    archive: options.url || options.timestamp ? '' : archiveOf(provenance, claims),
    unnamedService: said === null && options.domain !== undefined ? place.service : null,
    headers: headersOf(source),
    source,
  };
}

function checkDomain(file: string, stated: string | null, { domain }: ImportOptions): void {
  if (stated === null || domain === undefined || isWithin(stated, domain)) return;
  throw new UserError(
    `${file} says that it is ${stated}'s policy, not ${domain}'s`,
    'Import it without --domain, which is for files that do not say whose they are.',
  );
}

/** A file that was found, not named, and is about others: never a policy, unless it says that it is. */
function isAbout(source: LocalSource, stated: string | null, claims: PageClaims): boolean {
  if (source.isNamed || stated !== null || claims.url !== null) return false;
  return ABOUT.test(source.path.at(-1) ?? '');
}

/** Collections hold documents of many kinds: privacy policies are taken, others where they are asked for by name. */
function passKind(source: LocalSource, { kind }: PathClaims, options: ImportOptions): PassedOver | null {
  const slug = kindSlug(kind);
  // The user named the folder of this kind, or a file in it.
  const isChosen = source.isNamed || (source.commit === null && source.path.length === 2);
  if (kind === null || slug === null || isChosen || slug === options.policy) return null;
  if (options.policy === undefined && /privacy/.test(slug)) return null;
  if (findMapEntry(options.map ?? [], source.path, null)?.policy) return null;
  return { file: source.name, passed: `of another kind: ${kind}`, service: null };
}

/** `Privacy Policy` to `privacy`, `Terms of Service` to `terms-of-service`. */
function kindSlug(kind: string | null): string | null {
  const words = (kind ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.filter((word, k) => word !== 'policy' || k !== words.length - 1).join('-');
  return slug === '' ? null : slug.slice(0, 60);
}

/** What the text says of itself comes before what says it of the text. */
function momentOf(
  source: LocalSource,
  provenance: Provenance | null,
  claims: PageClaims,
  place: PathClaims,
): string | null {
  const headed = provenance?.timestamp ?? (provenance?.date ? parseInstant(provenance.date) : null);
  if (headed !== null) return headed;
  if (claims.archive !== '') return claims.timestamp;
  return source.commit?.timestamp ?? place.timestamp ?? claims.timestamp;
}

function archiveOf(provenance: Provenance | null, claims: PageClaims): string {
  const memento = provenance?.mementoUrl;
  if (!memento) return claims.archive;
  return parseArchivedAddress(memento)?.archive ?? new URL(memento).origin;
}

function addressOf(source: LocalSource, { service, kind }: PathClaims, url: string | null) {
  if (url !== null) return { original: url, address: url };
  const { commit, path } = source;
  if (commit === null) {
    const name = kind === null ? path.at(-1)! : [...(service === null ? [] : [service]), kind].join('/');
    return { original: `file:${name}`, address: `file:${name}` };
  }
  const address = `file:${path.slice(1).join('/')}`;
  return { original: commit.url ?? `${address}@${commit.id}`, address };
}

function headersOf({ commit }: LocalSource): Record<string, string> {
  if (commit === null) return {};
  return {
    'x-source-commit': commit.id,
    ...(commit.sources.length > 0 ? { 'x-source': commit.sources.join(' ') } : {}),
  };
}

/** True for the domain itself and for hosts below it. */
function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

function domainOf(url: string | null): string | null {
  return url === null ? null : parseDomain(new URL(url).hostname);
}

/** Largest text that a packed file is unpacked to. */
const MAX_UNPACKED = 64 * 1024 * 1024;

/** A document's own bytes, and what they say. @throws UserError for what is no document */
export async function readContent(source: LocalSource): Promise<Content> {
  const bytes = unpack(source.name, await source.read());
  const format = recognizeFormat(source.name, bytes.subarray(0, HEAD_LENGTH));
  if (typeof format === 'object') {
    const what = format.foreign.startsWith('no text')
      ? format.foreign
      : `${format.foreign}, which is not read`;
    throw new UserError(`${source.name} is ${what}`, format.remedy);
  }
  switch (format) {
    case 'pdf':
      return { bytes, contentType: 'application/pdf', provenance: null, claims: NO_CLAIMS };
    case 'html':
      // Without a charset: pages say themselves which they are in.
      return {
        bytes,
        contentType: 'text/html',
        provenance: null,
        claims: readPageClaims(bytes.toString('latin1')),
      };
    case 'mhtml':
      return readSavedWhole(source.name, bytes);
    case 'text':
      return readTextContent(source.name, bytes);
    default:
      throw new UserError(
        `${source.name} is a ${format === 'warc' ? 'WARC' : format === 'sqlite' ? 'SQLite' : 'packed'} file inside another`,
        'Unpack it, and import it by itself.',
      );
  }
}

function unpack(name: string, bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
  } catch (error) {
    throw new UserError(
      `${name} is compressed with gzip, and cannot be unpacked: ${(error as Error).message}`,
      'It is damaged or cut: get it again.',
    );
  }
}

function readSavedWhole(name: string, bytes: Buffer): Content {
  const page = readMhtml(bytes);
  if (!page) {
    throw new UserError(
      `${name} is a mail or MHTML file without a page in it`,
      'Save the page as HTML, and import that.',
    );
  }
  const said = claimAddress(page.url, page.timestamp);
  const inside = readPageClaims(page.bytes.toString('latin1'));
  const claims = said.archive === '' && inside.archive !== '' ? inside : said;
  return { bytes: page.bytes, contentType: page.contentType, provenance: null, claims };
}

function readTextContent(name: string, bytes: Buffer): Content {
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw new UserError(`${name} is empty`, 'Name a file that holds a policy.');
  const { provenance } = parseProvenanceHeader(text);
  const isMarkdown = provenance !== null || /\.(md|markdown)$/i.test(name.replace(/@[0-9a-f]+$/, ''));
  return {
    bytes,
    contentType: isMarkdown ? MARKDOWN_TYPE : 'text/plain; charset=utf-8',
    provenance,
    claims: NO_CLAIMS,
  };
}
