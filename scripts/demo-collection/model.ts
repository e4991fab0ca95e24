/** What the demo collection's folders hold once read and checked, and what is made of it. See data/demo/README.md. */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export interface ListItem {
  readonly inlines: readonly Inline[];
  readonly children: readonly ListItem[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** Wordings by key, in the order of the file. */
export type ClauseLibrary = ReadonlyMap<string, readonly Block[]>;

export const looks = [
  'font-table',
  'menu-table',
  'frameset',
  'word-export',
  'xhtml',
  'div-soup',
  'consent-banner',
  'hashed-classes',
  'accordion',
  'plain-text',
  'spa-shell',
] as const;
export type Look = (typeof looks)[number];

export const churns = ['today', 'counter', 'session', 'ads', 'copyright-year', 'nonce'] as const;
export type Churn = (typeof churns)[number];

export const eventKinds = ['moved', 'soft-404', 'parked', 'error'] as const;
export type EventKind = (typeof eventKinds)[number];

export const charsets = ['utf-8', 'windows-1252'] as const;
export const textHeadings = ['underlined', 'capitals', 'unadorned'] as const;
export const declarations = ['utf-8', 'iso-8859-1', 'windows-1252'] as const;

/** A link of the furniture: its text and its target. */
export type MenuLink = readonly [text: string, href: string];

/** How a site looked from a day on; everything taken over from the era before is filled in. */
export interface Era {
  readonly from: string;
  readonly look: Look;
  readonly chrome: Look;
  readonly charset: (typeof charsets)[number];
  readonly declared: (typeof declarations)[number] | null;
  readonly quotes: 'straight' | 'as-written';
  /** How headings of plain text are typed. */
  readonly textHeadings: (typeof textHeadings)[number];
  /** Characters in a line of plain text at most; null: every paragraph is one line. */
  readonly lineWidth: number | null;
  readonly home: string;
  readonly policy: string;
  readonly policyAs: string | null;
  readonly frame: string | null;
  readonly linkText: string;
  readonly headline: string;
  readonly blurbs: readonly string[];
  readonly menu: readonly MenuLink[];
  readonly owner: string;
  /** The year from which the owner claims copyright: that of the owner's first era. */
  readonly ownerSince: number;
  readonly churn: readonly Churn[];
  readonly homeCaptures: number;
  readonly server: string;
}

/** What the policy said from a day on. */
export interface PolicyText {
  readonly id: string;
  readonly from: string;
  /** The day the next text went live, or the end of the history. */
  readonly until: string;
  readonly title: string;
  readonly stated: string | null;
  readonly numbered: boolean;
  readonly keys: readonly string[];
  /** How many captures to spread over its life, or their timestamps. */
  readonly captures: number | readonly string[];
  readonly note: string;
}

export interface OtherPage {
  readonly url: string;
  readonly from: string;
  readonly until: string;
  readonly title: string;
  readonly keys: readonly string[];
  readonly captures: number;
}

export interface SiteEvent {
  readonly kind: EventKind;
  readonly url: string;
  readonly to: string | null;
  readonly from: string;
  readonly until: string;
  readonly captures: number;
  readonly status: number;
  readonly text: string | null;
}

/** A stretch of days: `from` belongs to it, `until` does not. */
export interface Stretch {
  readonly from: string;
  readonly until: string;
}

export interface Company {
  readonly name: string;
  readonly domain: string;
  readonly description: string;
  readonly clauses: ClauseLibrary;
  readonly eras: readonly Era[];
  readonly versions: readonly PolicyText[];
  readonly pages: readonly OtherPage[];
  readonly events: readonly SiteEvent[];
  readonly gaps: readonly Stretch[];
}

/** What differs between two captures of one page although nobody edited it; null where the era does not show it. */
export interface ChurnValues {
  readonly today: string | null;
  readonly hits: number | null;
  readonly session: string | null;
  readonly advert: Advert | null;
  readonly copyrightYear: number;
  readonly nonce: string | null;
}

export interface Advert {
  readonly words: string;
  readonly href: string;
}

/** One page ready to be put into the markup of its time. */
export interface PageToRender {
  readonly kind: 'policy' | 'home' | 'text';
  readonly url: string;
  readonly companyName: string;
  readonly title: string;
  readonly stated: string | null;
  readonly blocks: readonly Block[];
  readonly era: Era;
  readonly churn: ChurnValues;
}

/** A look: one page to its HTML (or plain text). */
export type Renderer = (page: PageToRender) => string;

/** What role a capture plays in the history, for listing and checking. */
export type CaptureRole = 'policy' | 'frame' | 'home' | 'page' | EventKind;

/** One thing an archive's crawler was answered. */
export interface PlannedCapture {
  readonly url: string;
  readonly timestamp: string;
  readonly role: CaptureRole;
  readonly look: Look;
  /** Id of the version whose text it shows, for policies. */
  readonly version: string | null;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly payload: Uint8Array;
}
