/**
 * The topics and the rules that give them, for English texts. The topics are OPP-115's categories (Wilson and others,
 * 2016) with the refinements that studies of privacy policies use. A topic says what a clause is about, never what it
 * permits or promises.
 */
export interface TopicDefinition {
  /** Stands in addresses and in the dataset. */
  readonly name: string;
  readonly title: string;
  readonly covers: string;
}

export const TOPICS: readonly TopicDefinition[] = [
  {
    name: 'collection',
    title: 'Collection',
    covers: 'what personal information is collected, and how it is given',
  },
  { name: 'use', title: 'Use', covers: 'what the information collected is used for' },
  { name: 'third-parties', title: 'Third parties', covers: 'sharing with, and collection by, anyone else' },
  { name: 'advertising', title: 'Advertising', covers: 'advertisements, advertisers and ad networks' },
  {
    name: 'cookies',
    title: 'Cookies',
    covers: 'cookies, web beacons, clear gifs, local storage, fingerprints',
  },
  {
    name: 'log-files',
    title: 'Log files',
    covers: 'what servers and devices record by themselves: addresses, pages, times',
  },
  { name: 'analytics', title: 'Analytics', covers: 'measuring and profiling of use, aggregate statistics' },
  { name: 'location', title: 'Location', covers: 'where a person or device is' },
  { name: 'mailing-lists', title: 'Mailings', covers: 'newsletters, promotional messages, unsubscribing' },
  { name: 'choice', title: 'Choice', covers: 'opting in or out, consent, settings' },
  {
    name: 'rights',
    title: 'Access and rights',
    covers: 'seeing, correcting, deleting, exporting; objecting, complaining',
  },
  { name: 'retention', title: 'Retention', covers: 'how long information is kept, and when it is deleted' },
  { name: 'security', title: 'Security', covers: 'how information is protected, and breaches' },
  {
    name: 'transfer',
    title: 'Transfer',
    covers: 'moving information to other countries, or to a buyer of the company',
  },
  {
    name: 'legal-disclosure',
    title: 'Legal disclosure',
    covers: 'disclosure to courts and authorities, protection of rights',
  },
  { name: 'children', title: 'Children', covers: 'children and minors, parents, age limits' },
  {
    name: 'policy-change',
    title: 'Changes to the policy',
    covers: 'how the policy itself changes, and how one learns of it',
  },
  { name: 'do-not-track', title: 'Do not track', covers: 'signals of a browser against tracking' },
  { name: 'law-specific', title: 'Law-specific parts', covers: 'residents of a state or region, named laws' },
  {
    name: 'outside-links',
    title: 'Outside links',
    covers: 'links to sites of others, and that their practices differ',
  },
  { name: 'seals', title: 'Seals', covers: 'seal and self-regulation programs, for or against' },
  { name: 'contact', title: 'Contact', covers: 'how to reach the company about privacy' },
  { name: 'commentary', title: 'Commentary', covers: 'matter that is not policy: tips, opinions on others' },
];

export interface TopicRule {
  /** Unique; stored with each label it gives. */
  readonly name: string;
  readonly topic: string;
  /** Where the pattern is looked for: the clause's words, the headings it stands under (or is), or both. */
  readonly where: 'text' | 'heading' | 'both';
  readonly pattern: RegExp;
  /** Where this matches the clause's words, the rule does not fire. */
  readonly unless?: RegExp;
  /** True where the label is given to commentary too. */
  readonly inCommentary?: boolean;
}

const PERSONAL = String.raw`(?:personal(?:ly)?(?:[- ]identif\w+)?|identif\w+|your|user|customer|visitor|private) (?:\w+ )?(?:information|data|details)`;

const rule = (
  name: string,
  where: TopicRule['where'],
  pattern: RegExp,
  more: Pick<TopicRule, 'unless' | 'inCommentary'> = {},
): TopicRule => ({ name, topic: name.slice(0, name.indexOf('/')), where, pattern, ...more });

/** Patterns meet text as read, in any case. (`\b` and `\w` know ASCII only, which suits English.) */
export const TOPIC_RULES: readonly TopicRule[] = [
  rule(
    'collection/heading',
    'heading',
    /\b(?:collect(?:ion|ed|s)?|gather\w*|customer information|information (?:you|that you) (?:give|provide|share))\b/i,
  ),
  rule(
    'collection/we-collect',
    'text',
    /\b(?:we|us|site|service|company|\w+\.com|websites?)\b(?: \w+){0,6} (?:collect|gather|obtain|ask (?:you )?for|request|receive)s?\b(?: \w+){0,6} (?:information|data|names?|address(?:es)?|details)\b/i,
  ),
  rule(
    'collection/is-collected',
    'text',
    /\b(?:information|data)\b(?: \w+){0,5} (?:is|are|be|been|was|were)(?: not)? (?:\w+ )?(?:collected|gathered|obtained)\b|\b(?:information|data) (?:that )?(?:we|is|are)? ?collect(?:ed|s)?\b/i,
  ),
  rule('collection/will-ask', 'text', new RegExp(String.raw`\bask (?:you )?for (?:your )?${PERSONAL}`, 'i')),
  rule(
    'use/heading',
    'heading',
    /\b(?:how we use|use of (?:\w+ )?(?:information|data)|uses? (?:and|&)|purposes?)\b/i,
  ),
  rule(
    'use/we-use',
    'text',
    /\b(?:uses?|used|using|process(?:es|ed)?)\b(?: \w+){0,4} (?:information|data)\b|\b(?:information|data)\b(?: \w+){0,8} (?:is|are|be) (?:also )?used (?:to|for|by|in)\b/i,
  ),
  rule(
    'third-parties/heading',
    'heading',
    /\b(?:third[- ]part(?:y|ies)|shar(?:e|ed|ing)|disclos\w+|partners?|affiliates?|service providers?|recipients?)\b/i,
  ),
  rule(
    'third-parties/named',
    'text',
    /\bthird[- ]part(?:y|ies)\b(?! (?:beneficiar|licensor))|\b(?:our|selected|business|advertising|trusted|marketing|outside) (?:\w+ )?(?:partners?|contractors?|vendors?)\b|\b(?:service providers?|affiliate[ds]?(?: compan(?:y|ies))?|subsidiar(?:y|ies)|sub-?processors?)\b/i,
  ),
  rule(
    'third-parties/share',
    'text',
    /\b(?:share|sell|rent|trade|lease|disclose|release|transfer|provide|distribute|disseminat\w+)s?\b(?: \w+){0,8} (?:information|data|lists?)\b(?: \w+){0,8} (?:to|with)\b/i,
    { unless: /\bprovide[sd]? (?:us|to us)\b(?!.*\b(?:share|sell|rent)\b)/i },
  ),
  rule('advertising/heading', 'heading', /\b(?:advertis\w+|ads?|ad (?:networks?|servers?)|banners?)\b/i),
  rule(
    'advertising/words',
    'text',
    /\badvertis(?:ers?|ing|ements?)\b|\b(?:banner|targeted|personali[sz]ed|interest-based) ads?\b|\bads? (?:networks?|servers?|appearing|partners?|served)\b|\bserve (?:\w+ )?ads?\b/i,
  ),
  rule(
    'cookies/words',
    'both',
    /\bcookies?\b|\b(?:web|pixel|action) (?:beacons?|bugs?|tags?)\b|\b(?:clear|transparent|invisible|1x1) gifs?\b|\blocal(?:ly)? (?:shared objects?|storage)\b|\b(?:device|browser) fingerprint\w*\b/i,
  ),
  rule(
    'log-files/heading',
    'heading',
    /\b(?:log|server) (?:files?|data|information)\b|\bfavicon\b|\bip addresses\b|\bautomatic(?:ally)? (?:collect\w*|gather\w*|information)\b|\b(?:usage|device) (?:data|information)\b/i,
  ),
  rule(
    'log-files/words',
    'text',
    /\b(?:log|server|web|access) ?(?:files?|logs)\b|\blog (?:files?|data|information)\b|\b(?:ip|internet protocol) address(?:es)?\b|\bbrowser type\b|\breferr(?:ing|er) (?:url|page|site)s?\b|\bclickstream\b/i,
  ),
  rule(
    'analytics/words',
    'both',
    /\banalytics\b|\baggregated? (?:[\w-]+ ){0,3}(?:information|data|statistics|reports?|form|basis)\b|\b(?:traffic|usage|web ?site) (?:statistics|patterns|analysis)\b|\bprofil(?:e|ing) (?:of )?(?:users|visitors|customers)\b|\bautomated decision/i,
  ),
  rule(
    'location/words',
    'both',
    /\bgeo-?locat\w+|\b(?:precise|approximate|device|your|physical|geographic(?:al)?) location\b|\blocation (?:data|information|services?)\b|\bgps\b/i,
  ),
  rule(
    'mailing-lists/heading',
    'heading',
    /\b(?:mailing lists?|newsletters?|e-?mails?|marketing communications?|unsubscrib\w+|promotional)\b/i,
  ),
  rule(
    'mailing-lists/words',
    'text',
    /\b(?:mailing|e-?mail) lists?\b|\bnewsletters?\b|\bunsubscrib\w+|\bsolicitations?\b|\b(?:promotional|marketing) (?:\w+ )?(?:e-?mails?|messages?|materials?|communications?|offers?)\b|\bsend(?:ing)? you e-?mail/i,
  ),
  rule(
    'choice/heading',
    'heading',
    /\b(?:choices?|opt(?:ing)?[- ]?(?:out|in)|consent|preferences|your controls?|settings)\b/i,
  ),
  rule(
    'choice/words',
    'text',
    /\bopt(?:ing|ed)?[- '"]{0,2}(?:out|in)\b|\bunsubscrib\w+|\bwithdraw (?:\w+ )?consent\b|\b(?:your|with(?:out)?(?: \w+)?|prior|explicit|express) consent\b|\b(?:change|manage|adjust) your (?:\w+ )?(?:preferences|settings)\b|\bno longer (?:wish|want|receive)\b/i,
  ),
  rule(
    'rights/heading',
    'heading',
    /\b(?:your (?:\w+ )?rights|access(?:ing)?|correct(?:ing|ion)?|updat(?:e|ing) your|delet(?:e|ing|ion)|eras(?:e|ure)|portability|complaints?|review(?:ing)?)\b/i,
  ),
  rule(
    'rights/words',
    'text',
    /\b(?:access|review|correct|update|amend|modify|delete|erase|remove|rectify|export|download)\b(?:,? \w+){0,5} (?:your|their|his|its|personal) (?:\w+ )?(?:information|data|accounts?|profile|details)\b|\bright (?:to|of) (?:access|erasure|rectification|object|restrict\w*|data portability|portability|be forgotten|delet\w+|know|lodge|complain)\b|\bterminate (?:its|your|their|his|an) account\b|\b(?:lodge|file) a complaint\b|\bsupervisory authority\b/i,
  ),
  rule('retention/heading', 'heading', /\b(?:retention|retain\w*|how long|storage period)\b/i),
  rule(
    'retention/words',
    'text',
    /\b(?:retain|retains|retained|retention|keep|kept|store[ds]?|saved|maintain(?:ed|s)?)\b(?: \w+){0,9} (?:as long as|for (?:a|the|up|as|no|\w+ (?:days|months|years))|until|databases?|period)\b|\b(?:retention period|eventually deleted|(?:information|data|files|logs) (?:is|are) (?:then |later |eventually |promptly |automatically |permanently )?deleted)\b|\b(?:logs|files)\b.{0,90} (?:is|are) not (?:saved|stored|kept|retained)\b/i,
  ),
  rule(
    'security/heading',
    'heading',
    /\b(?:security|secur(?:e|ing)|safeguard\w*|how we protect|protection of|breach\w*)\b/i,
  ),
  rule(
    'security/words',
    'text',
    /\b(?:security|safeguards?) (?:\w+ )?(?:measures?|procedures?|practices?|precautions?|technolog(?:y|ies)|controls?)\b|\bsafeguards?\b|\bencrypt\w*|\bssl\b|\bfirewalls?\b|\bsecure (?:servers?|sockets?|connections?|environment|facilit\w+)\b|\b(?:data|security) breach\w*|\bprotect\b(?: \w+){0,6} (?:from|against) (?:\w+ )?(?:unauthori[sz]ed|loss|misuse|theft)\b|\bsecurity of (?:your|the|personal|this|any)\b/i,
  ),
  rule(
    'transfer/heading',
    'heading',
    /\b(?:international|cross-border|overseas) |\btransfers?\b|\b(?:business (?:transfers?|transitions?)|mergers?|change of (?:control|ownership))\b/i,
  ),
  rule(
    'transfer/abroad',
    'text',
    /\b(?:transfer(?:red|s)?|processed|stored)\b(?: \w+){0,10} (?:united states|european (?:union|economic area)|eea|other countries|another country|outside)\b|\bstandard contractual clauses\b|\b(?:safe harbor|privacy shield|data privacy framework)\b/i,
  ),
  rule(
    'transfer/business',
    'text',
    /\b(?:merger|acquisition|bankruptcy|sale of (?:all|the|its|our|some|substantially|assets)|change (?:of|in) (?:control|ownership)|is acquired|business (?:transfer|transition))\b/i,
  ),
  rule(
    'legal-disclosure/heading',
    'heading',
    /\b(?:legal (?:disclosures?|requirements?|reasons|obligations?|process)|law enforcement|required by law|compelled)\b/i,
  ),
  rule(
    'legal-disclosure/words',
    'text',
    /\b(?:required|permitted|compelled|obliged|requested) (?:to do so )?by (?:the )?law\b|\blaw enforcement\b|\bsubpoenas?\b|\bcourt orders?\b|\b(?:comply|compliance) with (?:\w+ ){0,3}(?:laws?|legal|court|regulations?|process)\b|\bprotect (?:and defend )?(?:the|our|its) (?:legal )?rights\b/i,
  ),
  rule(
    'children/words',
    'both',
    /\bchild(?:ren)?(?:'s)?\b|\bminors?\b|\bunder (?:the age of )?(?:13|14|16|18|thirteen|sixteen|eighteen)\b|\bcoppa\b|\bparents? or (?:legal )?guardians?\b|\bparental\b|\bkids\b/i,
  ),
  rule(
    'policy-change/heading',
    'heading',
    /\b(?:changes?|updates?|amendments?|modifications?|revisions?)(?: \w+){0,4} (?:policy|statement|notice)\b|\bpolicy (?:changes|updates)\b|\b(?:notification of|notice of|policy) changes?\b/i,
  ),
  rule(
    'policy-change/words',
    'text',
    /\b(?:change|changes|update|updates|amend|amends|modify|revise|revised|updated|amended|modified|changed)\b(?: \w+){0,5} (?:privacy )?(?:policy|policies|statement|notice)\b|\b(?:policy|statement|notice)\b(?: \w+){0,5} (?:change[sd]?|updated?|amended|modified|revised?|subject to change)\b|\bnotif(?:y|ied)\b(?: \w+){0,6} (?:of )?(?:any |such |material )?changes\b/i,
  ),
  rule('do-not-track/words', 'both', /\bdo[- ]not[- ]track\b|\bdnt\b|\bglobal privacy control\b|\bgpc\b/i),
  rule(
    'law-specific/heading',
    'heading',
    /\b(?:california|nevada|virginia|colorado|european (?:union|residents|users))\b/i,
  ),
  rule(
    'law-specific/words',
    'both',
    /\bcalifornia(?:'s)? (?:residents?|consumers?|customers?|users?|minors?|privacy|civil|online|law)\b|\bresidents? of (?:\w+ ){0,3}california\b|\b(?:ccpa|cpra|gdpr|pipeda|lgpd|hipaa|ferpa|vcdpa|uk gdpr)\b|\bgeneral data protection regulation\b|\b(?:european economic area|eea) (?:residents?|users?|individuals?)\b|\bshine the light\b|\b(?:nevada|virginia|colorado|connecticut|utah|texas|brazil\w*|canad\w+|australian?) (?:residents?|privacy|consumers?)\b|\bnotice to (?:\w+ )?residents\b/i,
  ),
  rule(
    'outside-links/heading',
    'heading',
    /\b(?:external|outside|third[- ]party|other) (?:link\w*|(?:web ?)?sites?)\b|\blinks? (?:to|from)\b|^links?$/i,
  ),
  rule(
    'outside-links/words',
    'text',
    /\blinks? to (?:\w+ ){0,4}(?:(?:web ?)?sites?|images|pages|services)\b|\b(?:linked|external|outside|other|third[- ]party) (?:web ?)?sites\b(?=.{0,300}\b(?:link|responsib|practices|policies|control)\w*)|\bleav(?:e|ing) our (?:web ?)?site\b/i,
  ),
  rule(
    'seals/words',
    'both',
    /\btruste|\bbbb ?online\b|\bbetter business bureau\b|\b(?:privacy|trust) ?(?:seals?|mark|partnership)\b|\bseal program\b|\bonline privacy alliance\b|\bself-?regulat\w+ program/i,
    { inCommentary: true },
  ),
  rule(
    'contact/heading',
    'heading',
    /\bcontact(?:ing)?\b|\bquestions\b|\bhow to reach\b|\bdata protection officer\b/i,
  ),
  rule(
    'contact/words',
    'text',
    /\bcontact(?:ing)? (?:us|our|the|[^\s@]{1,64}@)|\b(?:contact|write to|e-?mail|reach|call) (?:us|our)\b|\bfor (?:more|further) information,? (?:please )?contact\b|\bdata protection officer\b|\bquestions (?:or|about|regarding|concerning|and)\b.{0,80}\b(?:contact|e-?mail|write|call|reach)\b|[^\s@]@[^\s@]{1,200}\.\w{2}/i,
  ),
  rule(
    'commentary/tips',
    'heading',
    /\b(?:tips|advice|things to look for)\b.{0,200}\b(?:other|reviewing|sites)\b/i,
  ),
  rule('commentary/warning', 'heading', /\bwarning about (?:other )?(?:\w+ )?sites\b/i),
];
