import type { Removal, StatedDate } from '../core/index.ts';

/** What the archive, or a local file, holds for one capture. */
export interface Payload {
  readonly bytes: Uint8Array;
  /** The response's `content-type`, or null. */
  readonly contentType: string | null;
  /** The captured response's `content-encoding`, where known; codings are also recognised by their first bytes. */
  readonly contentEncoding?: string | null;
  /** The URL that was captured, for resolving links; null where unknown. */
  readonly original: string | null;
  /** The user wants whatever text there is, whether or not it reads like a policy. Default false. */
  readonly takesAnyText?: boolean;
}

/** What normalizing one payload gave. */
export interface Normalization {
  readonly outcome: 'version' | 'not-a-policy' | 'failed';
  /** Why it is no version, one word of `reasons`; null for a version. */
  readonly reason: Reason | null;
  readonly title: string | null;
  /** ISO 639-1 code, or null where the text is too short to tell. */
  readonly language: string | null;
  readonly statedDate: StatedDate | null;
  /** The text in the one fixed spelling, ending in one line end; `''` unless `outcome` is `version`. */
  readonly markdown: string;
  readonly removed: readonly Removal[];
  readonly flags: readonly Flag[];
  /** Absolute URL of the content frame, the refresh target or the only link the page points to. */
  readonly follow: string | null;
  /** Label of the character encoding the payload was decoded with; null for a PDF or where nothing was decoded. */
  readonly charset: string | null;
}

/** Why a payload gives no version, with what each word means. */
export const reasons = {
  // failed
  empty: 'no bytes, or nothing but white space',
  undecodable: 'the bytes are no text, HTML or PDF, or a content coding is damaged',
  oversized: 'larger than the program is willing to read',
  'too-costly': 'of more tags, lines or text than the program is willing to work on',
  truncated: 'coded bytes that end before their end: half a text',
  // not a policy
  'too-short': 'too few sentences outside links to be a policy',
  'soft-404': 'an error page answered with status 200',
  parked: 'a parked or expired domain',
  login: 'a log-in wall',
  blocked: 'the answer of a firewall, captcha or consent wall to the crawler',
  'script-shell': 'an application shell whose text only scripts would write',
  frameset: 'frames only; the text is in the frame named in follow',
  redirect: 'a page that only points to another address',
  'wrong-document': 'another document: a home page, terms, help',
} as const;

export type Reason = keyof typeof reasons;

/** Named doubts about a text, with what each means. */
export const flags = {
  mojibake: 'damaged characters: undecodable bytes, or text decoded twice',
  pdf: 'text extracted from a PDF',
  'plain-text': 'a plain text page, structure read from its typing',
  'embedded-data': 'the text was read from data inside a script',
  noframes: 'the text was read from what the page gives to browsers without frames',
  'several-documents': 'the page holds other documents beside the policy, and where each ends cannot be told',
  truncated: 'the payload ends before its document does',
  approximate: 'a work limit was reached; some of the page was not looked at',
  'undecided-date': 'a stated date leaves day and month undecided',
} as const;

export type Flag = keyof typeof flags;
