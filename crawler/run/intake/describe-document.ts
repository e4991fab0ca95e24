import { basename } from 'node:path';
import { parseInstant } from '../../core/index.ts';
import { MARKDOWN_TYPE } from '../../derive/index.ts';
import { UserError } from '../../errors.ts';
import { type Provenance, parseProvenanceHeader } from '../../normalize/index.ts';
import { parseDomain } from '../domain.ts';
import { readLocalDocument } from './local-files.ts';

/** What the user says of files that do not say it themselves. */
export interface ImportOptions {
  readonly domain?: string;
  /** 14 digits. */
  readonly timestamp?: string;
  readonly url?: string;
}

/** One local document, with everything known of where it comes from. */
export interface Document {
  readonly file: string;
  readonly bytes: Buffer;
  readonly domain: string;
  /** 14 digits, or null: date unknown. */
  readonly timestamp: string | null;
  /** The address it was captured at, else `file:` and its name. */
  readonly original: string;
  /** Origin of the archive that holds the capture; '' where none does. */
  readonly archive: string;
  readonly contentType: string;
}

/** What a file says of itself. */
interface Claims {
  readonly provenance: Provenance | null;
  /** Where a saved page says it comes from. */
  readonly savedFrom: string | null;
  readonly contentType: string;
}

/** What a file is, from itself or from the options. @throws UserError where neither says the domain */
export function describeDocument(file: string, options: ImportOptions): Document {
  const bytes = readLocalDocument(file);
  const claims = readClaims(file, bytes);
  const { provenance, savedFrom, contentType } = claims;
  const stated = provenance ? parseDomain(provenance.domain) : null;
  if (stated && options.domain && !isWithin(stated, options.domain)) {
    throw new UserError(
      `${file} says that it is ${stated}'s policy, not ${options.domain}'s`,
      'Import it without --domain, which is for files that do not say whose they are.',
    );
  }
  const domain = options.domain ?? stated ?? domainOf(options.url ?? savedFrom);
  if (!domain) {
    throw new UserError(
      `${file} does not say whose policy it is`,
      'Add --domain example.com (and --date 2002-12-15 if you know when it stood there).',
    );
  }
  const dateOnly = provenance ? parseInstant(provenance.date) : null;
  const isHeaderTrusted = options.url === undefined && options.timestamp === undefined;
  return {
    file,
    bytes,
    domain,
    timestamp: options.timestamp ?? provenance?.timestamp ?? dateOnly,
    original: options.url ?? provenance?.original ?? savedFrom ?? `file:${basename(file)}`,
    archive: provenance?.mementoUrl && isHeaderTrusted ? new URL(provenance.mementoUrl).origin : '',
    contentType,
  };
}

/** Bytes at the beginning that show what a file is. */
const HEAD_LENGTH = 4096;

function readClaims(file: string, bytes: Buffer): Claims {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return { provenance: null, savedFrom: null, contentType: 'application/pdf' };
  }
  const head = bytes.subarray(0, HEAD_LENGTH).toString('latin1');
  // Without a charset: pages say themselves which they are in.
  if (/\.x?html?$/i.test(file) || /<(?:!doctype html|html|head|body)\b/i.test(head)) {
    return { provenance: null, savedFrom: readSavedFrom(head), contentType: 'text/html' };
  }
  if (bytes.includes(0)) {
    throw new UserError(
      `${file} is no text: it holds NUL bytes`,
      'WARC files, HTML, PDF, Markdown and plain text can be imported.',
    );
  }
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw new UserError(`${file} is empty`, 'Name a file that holds a policy.');
  const { provenance } = parseProvenanceHeader(text);
  const isMarkdown = provenance !== null || /\.(md|markdown)$/i.test(file);
  const contentType = isMarkdown ? MARKDOWN_TYPE : 'text/plain; charset=utf-8';
  return { provenance, savedFrom: null, contentType };
}

/** Browsers note the address of a page they save; pages name their own. */
function readSavedFrom(head: string): string | null {
  const saved = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]+)/i.exec(head)?.[1];
  const canonical = /<link\b[^<>]*\brel=["']?canonical["']?[^<>]*>/i.exec(head)?.[0];
  const named = saved ?? /\bhref=["'](https?:\/\/[^"']+)["']/i.exec(canonical ?? '')?.[1];
  return named && URL.canParse(named) ? named : null;
}

/** True for the domain itself and for hosts below it. */
function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}

function domainOf(url: string | null): string | null {
  return url === null ? null : parseDomain(new URL(url).hostname);
}
