import { isPolicyName } from './policy-names.ts';

/**
 * What an address that speaks of privacy really is: the company's privacy policy, one of its other privacy policies, or a
 * page of another kind. Judged by link text and path, before anything is fetched.
 */

/** Why an address that speaks of privacy is not taken for a policy, with what each word means. */
export const rejectReasons = {
  'cookie-policy': 'a policy on cookies alone',
  settings: 'a page to choose settings, not a text',
  'sign-in': 'leads through a log-in or another form',
  article: 'a blog post, press release or help article about privacy',
  product: 'a product or its own policy, in a shop or directory',
  'other-document': 'another document: terms, imprint, guidelines',
  'other-company': 'a policy of another company: a service built into the page, a seal',
  file: 'an image, a script or a feed',
} as const;

export type RejectReason = keyof typeof rejectReasons;

/** Names of policies beside the one for everybody, by whom or what they are for. */
const VARIETIES: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'applicants',
    /applicant|job[-_ ]?seeker|candidate|recruit|career|\bjobs?\b|hiring|bewerb|karriere|stellen|candidat|recrutement|emploi|reclutamiento|empleo|sollicit|vacature|recluta|lavora|candidature|rekryter|recrutamento/iu,
  ],
  [
    'employees',
    /employee|\bstaff\b|workforce|personnel\b(?!.*donn)|mitarbeiter|besch[äa]ftigte|salari[ée]s|empleados|medewerkers|dipendenti|colaboradores/iu,
  ],
  [
    'children',
    /child|\bkids?\b|minors|coppa|under[-_ ]?13|kinder|jugendliche|enfants|mineurs|menores|ni[ñn]os|kinderen|bambini|minori|crian[çc]as/iu,
  ],
  ['california', /california|ccpa|cpra/iu],
  [
    'suppliers',
    /supplier|vendor|(?:business[-_ ])?partner|merchant|reseller|lieferant|gesch[äa]ftspartner|fournisseur|partenaire|proveedor|leverancier|fornitor/iu,
  ],
  ['health', /hipaa|health|patient|gesundheit|sant[ée]\b/iu],
  ['investors', /investor|shareholder|aktion[äa]r|actionnaire|accionista/iu],
];

const COOKIES = /cookie/iu;
const PRIVACY =
  /privac|datenschutz|privatsph|confidential|vie[-_\s]priv|donn[ée]es|protecci|riservatezza|trattamento|persoonsgegevens|integritet|personvern|tietosuoja|prote[çc][ãa]o|dados|data[-_\s]?protection/iu;
const SETTINGS =
  /settings?\b|preferences?\b|preference[-_]?cent|\bchoices\b|opt[-_ ]?out|unsubscribe|do[-_ ]?not[-_ ]?sell|consent[-_ ]?(?:manager|tool)|einstellungen|pr[ée]f[ée]rences|r[ée]glages|param[èe]tres|ajustes|configuraci[óo]n|preferencias|instellingen|voorkeuren|impostazioni|preferenze|inst[äa]llningar|configura[çc][õo]es|request[-_ ]?form|dsar|subject[-_ ]?access/iu;
const SIGN_IN = /\/(?:log-?in|sign-?in|auth|oauth|sso|register|sign-?up)(?:[/.?]|$)/i;
const ARTICLE =
  /(?:^|[/.])(?:blog|blogs|news|newsroom|press|pressroom|press-releases?|media|stories|story|articles?|posts?|magazine|insights?|events?|webinars?|podcasts?|forums?|threads?|topics?|community|questions|wiki|kb|tag|tags|category|author|resources|whitepapers?|research|guides?|tips|aktuelles|presse|actualites?|noticias|nieuws|notizie)(?:[/.]|$)|\/(?:19|20)\d\d\/\d{1,2}\//i;
const PRODUCT =
  /\/(?:shop|store|product|products|item|items|catalog|catalogue|p|dp|apps?|plugins?|extensions?|addons?|marketplace|vendors?|sellers?|themes?|produkte?|produits?|productos?|boutique|tienda|winkel|collections?|directory|listing|reviews?)\//i;
const PRODUCT_WORDS =
  /privacy[-_\s]+(?:screen|filter|fence|fencing|film|curtain|glass|shield|hedge|panel|guard|protector|tint|blind|pod|booth|wall|lock|plus|pro|suite|app|badge)s?\b/iu;
const OTHER_DOCUMENT =
  /(?:^|[/_-])(?:terms|tos|terms-?of-?(?:use|service)|conditions|agb|cgu|cgv|eula|imprint|impressum|copyright|dmca|accessibility|acceptable-?use|disclaimer|refunds?|returns?|shipping|guidelines|security|code-of-conduct)(?:[/_.-]|$)/i;
const FILE = /\.(?:gif|jpe?g|png|svg|css|js|ico|xml|rss|zip|json|mp4|mp3)$/i;

/** Builders of seals, banners, maps and buttons, whose own policies stand on everybody's pages. */
const BUILT_IN =
  /(?:^|\.)(?:google|gstatic|youtube|facebook|instagram|twitter|x|linkedin|pinterest|tiktok|microsoft|apple|amazon|yahoo|aol|truste|trustarc|bbb|bbbonline|verisign|doubleclick|addthis|sharethis|disqus|hcaptcha|cloudflare|onetrust|cookiebot|iubenda|termsfeed|w3|wordpress|blogger|blogspot|tumblr|shopify|paypal|stripe|mailchimp|hotjar|zendesk|intercom|networkadvertising|aboutads|youronlinechoices|allaboutcookies|privacyalliance|p3ptoolbox|etrust|quantcast|comscore)\.(?:[a-z]{2,3}(?:\.[a-z]{2})?|info|org|net|eu)$/i;

export interface LinkKind {
  /** Name of the policy within the company: `privacy`, `applicants` … */
  readonly policy: string;
  readonly rejected: RejectReason | null;
}

/** Host and path, decoded where that is possible. */
function readable(url: string): { host: string; path: string } {
  try {
    const { hostname, pathname, search } = new URL(url);
    try {
      return { host: hostname, path: decodeURIComponent(pathname + search) };
    } catch {
      return { host: hostname, path: pathname + search };
    }
  } catch {
    return { host: '', path: url };
  }
}

/**
 * What a link leads to. `text` is `''` where there is none: an address found in the index. A link whose text is the very
 * name of a privacy policy is believed against its path.
 */
export function classifyLink(url: string, text: string): LinkKind {
  const { host, path } = readable(url);
  const policy = nameVariety(path, text);
  return { policy, rejected: findObjection(host, path, text) };
}

function findObjection(host: string, path: string, text: string): RejectReason | null {
  const isNamed = isPolicyName(text);
  const subject = `${path} ${text}`;
  if (FILE.test(path.replace(/\?.*$/s, ''))) return 'file';
  if (SETTINGS.test(text) || (SETTINGS.test(path) && !isNamed)) return 'settings';
  if (SIGN_IN.test(path)) return 'sign-in';
  const isCookies = COOKIES.test(subject);
  if (isCookies && !PRIVACY.test(text === '' ? path.slice(path.lastIndexOf('/') + 1) || path : text))
    return 'cookie-policy';
  if (PRODUCT_WORDS.test(subject.replaceAll('/', ' '))) return 'product';
  if (isNamed) return BUILT_IN.test(host) ? 'other-company' : null;
  if (ARTICLE.test(path) || /^(?:blog|news|press|forum|forums|community)\./i.test(host)) return 'article';
  if (PRODUCT.test(path)) return 'product';
  if (OTHER_DOCUMENT.test(path) && !PRIVACY.test(path)) return 'other-document';
  if (BUILT_IN.test(host)) return 'other-company';
  return null;
}

/** Name of the policy that a path and a text, a link's or a title, speak of. */
export function nameVariety(path: string, text: string): string {
  const subject = `${text} ${path.replace(/[-_/.]+/g, ' ')}`;
  return VARIETIES.find(([, words]) => words.test(subject))?.[0] ?? DEFAULT_NAME;
}

/** The policy for everybody. */
export const DEFAULT_NAME = 'privacy';
