import {
  type Audience,
  createPhraseBook,
  languages,
  type PhraseBook,
  type RejectReason,
} from '../core/index.ts';
import { addressWords, isPolicyName, speaksOfPrivacy } from './policy-names.ts';

/**
 * What an address that speaks of privacy really is: the company's privacy policy, one of its other privacy policies, or a
 * page of another kind. Judged by link text and path, before anything is fetched.
 */

/** Names of policies beside the one for everybody, the first that fits first. */
const AUDIENCES: readonly Audience[] = [
  'applicants',
  'employees',
  'children',
  'california',
  'suppliers',
  'health',
  'investors',
];
const audienceBooks = AUDIENCES.map((audience): [Audience, PhraseBook] => [
  audience,
  createPhraseBook(languages.flatMap((row) => row.audiences[audience] ?? [])),
]);

const COOKIES = /cookie|クッキー|쿠키|คุกกี้/iu;
const settings = createPhraseBook(languages.map((row) => row.settings));
const otherDocuments = createPhraseBook(languages.map((row) => row.otherDocuments));
const SIGN_IN = /\/(?:log-?in|sign-?in|auth|oauth|sso|register|sign-?up)(?:[/.?]|$)/i;
const ARTICLE =
  /(?:^|[/.])(?:blog|blogs|news|newsroom|press|pressroom|press-releases?|media|stories|story|articles?|posts?|magazine|insights?|events?|webinars?|podcasts?|forums?|threads?|topics?|community|questions|wiki|kb|tag|tags|category|author|resources|whitepapers?|research|guides?|tips|aktuelles|presse|actualites?|noticias|nieuws|notizie)(?:[/.]|$)|\/(?:19|20)\d\d\/\d{1,2}\//i;
const PRODUCT =
  /\/(?:shop|store|product|products|item|items|catalog|catalogue|dp|apps?|plugins?|extensions?|addons?|marketplace|vendors?|sellers?|themes?|produkte?|produits?|productos?|boutique|tienda|winkel|collections?|directory|listing|reviews?)\//i;
const PRODUCT_WORDS =
  /privacy[-_\s]+(?:screen|filter|fence|fencing|film|curtain|glass|shield|hedge|panel|guard|protector|tint|blind|pod|booth|wall|lock|plus|pro|suite|app|badge)s?\b/iu;
const OTHER_DOCUMENT =
  /(?:^|[/_-])(?:terms|tos|terms-?of-?(?:use|service)|conditions|agb|cgu|cgv|eula|imprint|impressum|copyright|dmca|accessibility|acceptable-?use|disclaimer|refunds?|returns?|shipping|guidelines|security|code-of-conduct)(?:[/_.-]|$)/i;
const FILE = /\.(?:gif|jpe?g|png|svg|css|js|ico|xml|rss|zip|json|mp4|mp3)$/i;

/** Builders of seals, banners, maps and buttons, whose own policies stand on everybody's pages. */
const BUILT_IN =
  /(?:^|\.)(?:google|gstatic|youtube|facebook|instagram|twitter|x|linkedin|pinterest|tiktok|microsoft|apple|amazon|yahoo|aol|truste|trustarc|bbb|bbbonline|verisign|doubleclick|addthis|sharethis|disqus|hcaptcha|cloudflare|onetrust|cookiebot|iubenda|termsfeed|w3|wordpress|blogger|blogspot|tumblr|shopify|paypal|stripe|mailchimp|hotjar|zendesk|intercom|networkadvertising|aboutads|youronlinechoices|allaboutcookies|privacyalliance|p3ptoolbox|etrust|quantcast|comscore)\.(?:[a-z]{2,3}(?:\.[a-z]{2})?|info|org|net|eu|example|test)$/i;

export interface LinkKind {
  /** Name of the policy within the company: `privacy`, `applicants` … */
  readonly policy: string;
  readonly rejected: RejectReason | null;
}

/**
 * What a link leads to. `text` is `''` where there is none: an address found in the index. A link whose text is the very
 * name of a privacy policy is believed against its path.
 */
export function classifyLink(url: string, text: string): LinkKind {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const words = addressWords(url);
  return { policy: nameVariety(words, text), rejected: findObjection(host, words, text) };
}

/** A policy on cookies, unless its name, or failing that its address, speaks of privacy too. */
function isCookiePolicy(path: string, text: string): boolean {
  if (!COOKIES.test(`${path} ${text}`)) return false;
  return !speaksOfPrivacy(text === '' ? path.slice(path.lastIndexOf('/') + 1) || path : text);
}

function findObjection(host: string, path: string, text: string): RejectReason | null {
  const isNamed = isPolicyName(text);
  if (FILE.test(path.replace(/\?.*$/s, ''))) return 'file';
  if (settings.has(text) || (settings.has(path) && !isNamed)) return 'settings';
  if (SIGN_IN.test(path)) return 'sign-in';
  if (isCookiePolicy(path, text)) return 'cookie-policy';
  if (PRODUCT_WORDS.test(`${path} ${text}`.replaceAll('/', ' '))) return 'product';
  if (!isNamed) {
    if (ARTICLE.test(path) || /^(?:blog|news|press|forum|forums|community)\./i.test(host)) return 'article';
    if (PRODUCT.test(path)) return 'product';
    if ((OTHER_DOCUMENT.test(path) || otherDocuments.has(path)) && !speaksOfPrivacy(path))
      return 'other-document';
  }
  return BUILT_IN.test(host) ? 'other-company' : null;
}

/** Name of the policy that a path and a text, a link's or a title, speak of. */
export function nameVariety(path: string, text: string): string {
  const subject = `${text} ${path}`;
  return audienceBooks.find(([, book]) => book.has(subject))?.[0] ?? DEFAULT_POLICY;
}

/** Name of the policy for everybody, a domain's first: part of its addresses. */
export const DEFAULT_POLICY = 'privacy';
