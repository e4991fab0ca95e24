/**
 * What privacy policies are called, in link texts and in addresses. Weights from 0 to 1 order candidates and mean nothing
 * by themselves; the first pattern that fits decides.
 */

type Weights = readonly (readonly [pattern: RegExp, weight: number])[];

/** Full names of the document, language by language. */
const FULL_NAMES = [
  /privacy(?:\s{0,3}(?:&|and|,)\s{0,3}(?:\w{1,30}\s{1,3}){0,3})?\s{0,3}(?:polic(?:y|ies)|statement|notice)/u,
  /(?:policy|statement|notice)\s+(?:on|of|about|regarding)\s+(?:your\s+)?privacy/u,
  /(?:data|information)\s+(?:protection|privacy)\s+(?:policy|statement|notice|declaration)/u,
  /politique\s+(?:de\s+|relative\s+)(?:à\s+la\s+)?(?:confidentialit|protection|vie\s+priv|respect)/u,
  /(?:charte|d[ée]claration)\s+(?:de\s+|sur\s+)?(?:la\s+)?(?:confidentialit|vie\s+priv|donn|protection|respect)/u,
  /datenschutz(?:erkl|richtlini|hinweis|bestimm|information|bedingung|grunds)/u,
  /(?:hinweise|erklärung|informationen)\s+zum\s+datenschutz/u,
  /pol[íi]ticas?\s+de\s+(?:la\s+)?(?:privacidad|privacidade|protecci[óo]n|prote[çc][ãa]o|confidencialidad)/u,
  /(?:aviso|declaraci[óo]n|declara[çc][ãa]o)\s+de\s+(?:privacidad|privacidade|confidencialidad)/u,
  /informativa\s+(?:sulla\s+|sul\s+)?(?:privacy|trattamento|protezione)/u,
  /(?:politica|norme)\s+(?:sulla\s+|di\s+|della\s+)(?:privacy|riservatezza)/u,
  /privacy\s{0,3}-?\s{0,3}(?:verklaring|beleid|statement|reglement|policy)/u,
  /(?:integritets|sekretess|personuppgifts|dataskydds)(?:policy|policyn|meddelande)/u,
  /(?:privatlivs|persondata|databeskyttelses|fortroligheds)(?:politik|beskyttelse)/u,
  /personvern(?:erkl[æa]ring|policy|regler)?|tietosuoja(?:seloste|k[äa]yt[äa]nt[öo]|lauseke)|rekisteriseloste/u,
  /polityka\s+(?:prywatno|ochrony)|ochran[ay]\s+(?:osobn|soukrom)|z[áa]sady\s+ochrany|adatv[ée]delmi|gizlilik/u,
  /политика\s+конфиденциальности|защита\s+персональных|プライバシー|個人情報保護|隐私(?:政策|声明|权)|隱私|개인정보/u,
]
  .map((pattern) => pattern.source)
  .join('|');

/** Names that say the subject but not the kind of document. */
const SUBJECTS =
  'privacy|data\\s+protection|datenschutz|privacidad|confidentialit[ée]|vie\\s+priv[ée]e|privacidade|privatsph[äa]re|riservatezza|integritet|personvern|tietosuoja';

export const TEXT_WEIGHTS: Weights = [
  [new RegExp(FULL_NAMES, 'iu'), 1],
  [
    new RegExp(
      `^\\W*(?:your\\s+)?(?:${SUBJECTS})(?:\\s+(?:center|centre|rights|information|policies|info|matters))?\\W*$`,
      'iu',
    ),
    0.9,
  ],
  [
    /privacy|datenschutz|vie\s+priv[ée]e|donn[ée]es\s+personnelles|protecci[óo]n\s+de\s+datos|confidentialit|privacidad|riservatezza|persoonsgegevens|data\s+protection/iu,
    0.6,
  ],
  [
    /^\W*(?:legal(?:\s+(?:notice|notices|information|stuff|center|terms))?|terms(?:\s+(?:of\s+(?:use|service)|(?:and|&)\s+conditions))?|policies|mentions\s+l[ée]gales|impressum|rechtliches|aviso\s+legal|note\s+legali|colofon|about(?:\s+(?:us|this\s+site))?|help)\W*$/iu,
    0.2,
  ],
];

export const ADDRESS_WEIGHTS: Weights = [
  [
    /privacy[-_+ ]?(?:policy|policies|statement|notice|verklaring|beleid)|datenschutz|politique[-_]de[-_](?:confidentialite|protection)|pol[ií]tica[s]?[-_]de[-_]privaci|informativa[-_](?:sulla[-_])?privacy|aviso[-_]de[-_]privacidad|integritetspolicy|privatlivspolitik|polityka[-_]prywatnosci/i,
    0.8,
  ],
  [
    /(?:^|[/_.?=-])(?:privacy|privacyinfo)(?:[/_.&?-]|$)|confidentialite|privacidad|vie[-_]privee|data[-_]?protection|personvern|tietosuoja|integritet|riservatezza/i,
    0.7,
  ],
  [/priva(?:cy|te?pol)|\/priv\.(?:html?|asp|php)/i, 0.5],
];

export function weigh(value: string, weights: Weights): number {
  return weights.find(([pattern]) => pattern.test(value))?.[1] ?? 0;
}

/** Words beside the name that a link to a policy has at most: "our", "read the". */
const MAX_BESIDE = 2;

/** Whether a link's text is the very name of a privacy policy, and little else. */
export function isPolicyName(text: string): boolean {
  const named = TEXT_WEIGHTS.find(([pattern, weight]) => weight >= 0.9 && pattern.test(text))?.[0];
  if (named === undefined) return false;
  const beside = text.replace(named, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return beside.length <= MAX_BESIDE;
}

/** The subject in the spelling of urlkeys, as a regular expression for the index. */
export const URLKEY_PATTERN =
  '.*(privacy|datenschutz|confidentialite|privacidad|vie-privee|dataprotection|data-protection|riservatezza|integritet|privatliv|personvern|tietosuoja|prywatnosc).*';
