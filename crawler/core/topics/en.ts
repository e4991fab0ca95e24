import { rule, type TopicRule } from './rule.ts';

/** Up to n words of one sentence between two words. */
const gap = (n: number) => String.raw`(?: [\w'/&-]{1,40}){0,${n}}`;
const DATA = String.raw`(?:information|data|details|particulars|info|pii)`;
const PERSONAL = String.raw`(?:personal(?:ly)?(?:[- ]identif\w+)?|identif\w+|your|user|customer|visitor|private|their|his|such|this) (?:[\w'-]+ ){0,2}?${DATA}`;
const WE = String.raw`\b(?:we|us|(?:our|this|the) (?:web ?)?(?:sites?|services?|apps?|servers?|company|systems?)|\w+\.com)`;
const pattern = (...parts: string[]) => new RegExp(parts.join('|'), 'i');

/**
 * Rules over the words of English clauses. They meet the text as read with commas, colons, brackets and quotes taken out,
 * in any case. (`\b` and `\w` know ASCII only, which suits English.)
 */
export const ENGLISH_RULES: readonly TopicRule[] = [
  rule(
    'collection/we-collect',
    'text',
    pattern(
      String.raw`${WE}${gap(3)} (?:collect|gather)s?\b${gap(8)} (?:${DATA}|names?|address(?:es)?|identifiers?)\b`,
      String.raw`\b(?:information|data|info) (?:that )?(?:we|is|are)${gap(2)} collect(?:ed|s)?\b`,
      String.raw`\b(?:collect|gather|ask (?:you )?for|request|obtain|require)s?\b${gap(4)} (?:your|their|a|the)?${gap(3)} (?:e-?mail address|name|date of birth|phone number|postal address)`,
      String.raw`\b(?:you|users?|customers?|members?) (?:may |must |will |can |voluntarily |choose to )*(?:provide|submit|supply|give|enter|fill)\b${gap(6)} (?:${DATA}|names?|address(?:es)?|forms?|profile)\b`,
      String.raw`\b(?:information|data|info) (?:that )?you (?:\w+ )?(?:provide|submit|give|enter|share|choose)`,
    ),
    { needs: -1.5 },
  ),
  rule(
    'collection/receive',
    'text',
    pattern(
      String.raw`${WE}${gap(3)} (?:receive|obtain|request|record|store|learn|see|measure|get)s?\b${gap(8)} (?:${DATA}|names?|address(?:es)?|numbers?|identifiers?)\b`,
      String.raw`\bask (?:you )?for ${PERSONAL}`,
      String.raw`\b(?:types|categories) of (?:personal )?(?:information|data)\b`,
    ),
    { needs: -1.5 },
  ),
  rule(
    'use/we-use',
    'text',
    pattern(
      String.raw`${WE}${gap(3)} (?:use|process|analy[sz]e)s?\b${gap(6)} (?:${DATA}|address(?:es)?|it|them|answers|these|this)\b`,
      String.raw`\b(?:${DATA}|address(?:es)?|records|answers)\b${gap(8)} (?:is|are|be) (?:also |only |then |\w+ly )?used (?:to|for|by|in|only|solely|internally)\b`,
      String.raw`\b(?:uses|used|using|use) (?:the |this |that |any |such |all )?(?:information|data|info)\b`,
      String.raw`\buse (?:of )?(?:${PERSONAL}|the (?:information|data|info)|information)`,
      String.raw`\b(?:purposes?|legal bas[ei]s|legitimate interests?)\b${gap(6)} (?:process(?:ing)?|collect\w*|use|following|data)\b`,
      String.raw`\bpersonali[sz]e your (?:\w+ )?experience\b`,
      String.raw`\bfor the (?:following )?purposes?\b`,
    ),
    { needs: -1.5 },
  ),
  rule(
    'use/send',
    'text',
    pattern(
      String.raw`\b(?:send|e-?mail|mail|contact|notify) (?:you|our (?:users|members|subscribers|customers|visitors))\b${gap(8)} (?:newsletters?|e-?mails?|messages|notifications|offers?|promotion\w*|announcements|updates|news|alerts|products|services|specials)\b`,
      String.raw`\b(?:placed|put|added|be) on our${gap(3)} lists?\b`,
    ),
    { needs: -4 },
  ),
  rule(
    'third-parties/collect',
    'text',
    pattern(
      String.raw`\b(?:third[- ]part(?:y|ies)|partners|advertisers|ad networks|companies|providers)\b${gap(4)} (?:may |also |can |will )*(?:collect|gather|place|set|serve|use cookies|track|obtain)\b`,
      String.raw`\b(?:other|another) (?:users?|members?|players?)\b${gap(2)} (?:see|view|find|read|contact|search)\b`,
    ),
    { needs: -4 },
  ),
  rule(
    'third-parties/share',
    'text',
    pattern(
      String.raw`\b(?:share|sell|rent|trade|lease|disclose|release|transfer|give|lend|distribute|disseminat\w+|pass|exchange|make available)s?\b${gap(10)} (?:${DATA}|lists?|names?|address(?:es)?|it)\b${gap(10)} (?:to|with)\b`,
      String.raw`\b(?:share|disclose|sell|rent)(?:d|s)?\b${gap(4)} (?:with|to)${gap(4)} (?:third[- ]part(?:y|ies)|partners?|affiliates?|companies|others|anyone|vendors|service providers)`,
      String.raw`\b(?:do not|don't|will not|never|does not) (?:\w+ )?(?:sell|rent|trade|share|disclose|give)\b`,
      String.raw`\b(?:${DATA}|names?) (?:\w+ ){0,3}(?:is|are|may be|will be|be) (?:\w+ )?(?:shared|disclosed|sold|provided|made available|released|passed)\b`,
    ),
    { unless: /\bprovides? (?:us|to us)\b(?!.{0,300}\b(?:share|sell|rent)\b)/i, needs: -3 },
  ),
  rule(
    'third-parties/named',
    'text',
    pattern(
      String.raw`(?<!\bfrom (?:\w+ ){0,2})\bthird[- ]part(?:y|ies)\b(?! (?:beneficiar|licensor|cookies|(?:web ?)?sites?))`,
      String.raw`\b(?:our|selected|business|advertising|trusted|marketing|outside) (?:\w+ )?(?:partners?|contractors?|vendors?|agents)\b`,
      String.raw`\b(?:service providers?|affiliate[ds]?(?: compan(?:y|ies))?|subsidiar(?:y|ies)|sub-?processors?|vendors)\b`,
      String.raw`\b(?:visible|shown|available|displayed|disclosed|open) to\b${gap(3)} (?:users?|members?|players?|anyone|others|people|public|everyone|visitors)\b|\b(?:seen|viewed|read) by\b${gap(4)} (?:users?|members?|players?|anyone|others|people|public)\b|\b(?:made|become|is|are) public\b(?! (?:records?|authorit))`,
      String.raw`\b(?:sponsors?|partners?|franchisees|sellers?|suppliers?|advertisers|carriers|hotels|airlines|employers?|agents?|contractors?|processors?|sponsor)\b${gap(6)} (?:receives?|gets?|learns?|sees?|will have access|may use)\b`,
      String.raw`\b(?:we|company) (?:hire|employ|use|engage|contract with|work with|rely on)\b${gap(4)} (?:companies|firms?|people|providers?|processors?|contractors|bureau)\b|\b(?:provided|processed|run|done|handled|operated) by (?:an? |our )?(?:\w+ )?(?:compan\w+|firms?|bureau|processors?|providers?)\b`,
      String.raw`\b(?:other|outside) (?:companies|businesses|firms|organi[sz]ations|people)\b`,
    ),
    { needs: -4 },
  ),
  rule(
    'advertising/words',
    'text',
    /\badvertis(?:ers?|ing|ements?)\b|\b(?:banner|targeted|personali[sz]ed|interest-based|tailored|relevant|show(?:ing)? you|serve|served|see) (?:\w+ )?ads?\b|\bads? (?:networks?|servers?|appearing|partners?|served|shown|compan)|\bserve (?:\w+ )?ads?\b|\bbanners?\b|\bre-?targeting\b|\bads\b/i,
  ),
  rule(
    'cookies/words',
    'text',
    /\bcookies?\b|\b(?:web|pixel|action|tracking) (?:beacons?|bugs?|tags?|pixels?)\b|\b(?:clear|transparent|invisible|1x1) gifs?\b|\blocal(?:ly)? (?:shared objects?|storage)\b|\bflash cookies?\b|\b(?:device|browser) fingerprint\w*\b/i,
  ),
  rule(
    'log-files/words',
    'text',
    /\b(?:log|server|web|access) ?(?:files?|logs)\b|\blog (?:files?|data|information)\b|\b(?:ip|internet protocol)(?:[ /]\w+)? ?(?:address(?:es)?)\b|\bbrowser type\b|\breferr(?:ing|er) (?:url|page|site|web)s?\b|\bclickstream\b|\b(?:type|kind) of browser\b|\boperating system\b|\bdomain (?:name )?and (?:host|ip)\b|\bname of the domain\b|\bautomatically (?:collect|record|receive|gather|log)\w*\b|\b(?:collected|recorded) automatically\b|\b(?:crash|error) reports?\b|\bdo(?:es)? not log\b|\b(?:device|unique) identifiers?\b/i,
  ),
  rule(
    'analytics/words',
    'text',
    /\banalytics\b|\b(?:traffic|usage|web ?site|web|visitor) (?:statistics|patterns|analysis)\b|\bprofil(?:e|ing) (?:of )?(?:users|visitors|customers)\b|\baggregated? (?:\w+ )?(?:statistics|usage|reports?|figures)\b|\b(?:in|on an?) (?:\w+ )?aggregated? (?:form|basis)\b|\bin (?:the )?aggregate\b|\b(?:number|how many)(?: \w+){0,3} (?:visitors|visits|people|users)\b|\b(?:web|visitor|audience|usage|aggregate) statistics\b|\bstudy (?:play|usage|use|how)\b/i,
  ),
  rule(
    'location/words',
    'text',
    /\bgeo-?(?:locat\w+|tag\w*)|\b(?:precise|approximate|device|device's|your|physical|geographic(?:al)?|current) location\b|\bzip codes?\b(?= (?:to|in order))|\bhow far\b|\blocation[- ](?:data|information|services?|based)\b|\bgps\b|\bwhere (?:you|it|your (?:phone|device)) (?:are|is)\b/i,
  ),
  rule(
    'mailing-lists/words',
    'text',
    /\b(?:mailing|e-?mail) lists?\b|(?<!all our )\bnewsletters?\b(?! and apps)|\bunsubscrib\w+|\b(?:promotional|marketing|commercial) (?:\w+ )?(?:e-?mails?|mail(?:ings)?|messages?|materials?|communications?)\b|\bsend(?:ing|s)? (?:you |out )(?:\w+ ){0,2}(?:e-?mails? (?:about|with|newsletters)|news|offers|letters?)\b|\b(?:our|these|any of our|such) (?:mailings|messages)\b|\bsubscribers?\b/i,
  ),
  rule(
    'choice/words',
    'text',
    pattern(
      String.raw`\bopt(?:ing|ed)?[- '/]{0,2}(?:out|in)\b`,
      String.raw`\bunsubscrib\w+`,
      String.raw`\bwithdraw (?:[\w']+ )?consent\b`,
      String.raw`\b(?:change|manage|adjust|update|modify|set)\b${gap(3)} (?:preferences|settings|choices)\b`,
      String.raw`\bno longer (?:wish|want|desire|receive)\b`,
      String.raw`\b(?:disable|reject|refuse|decline|block|turn (?:them |it |this |that )?off|switched off)\b${gap(5)} (?:cookies?|browser|settings|permission|accept)\b`,
      String.raw`\b(?:set|configure|change|instruct)\b${gap(3)} browser\b`,
      String.raw`\b(?:you (?:can|may|have the) |your )(?:always )?(?:choices?|choose (?:not )?to|decline|limit|option)\b`,
      String.raw`\b(?:do not|don't|rather not) (?:wish|want)?${gap(3)} (?:receive|hear|be contacted)\b`,
      String.raw`\bdo not sell (?:my|or share)\b`,
      String.raw`\b(?:tell|ask|instruct|let) us (?:\w+ )?(?:not to|if you (?:do not|don't|would rather))\b|\bto stop (?:receiving|getting)\b|\bremove\w* (?:you|your name|themselves|yourself|your \S+) from (?:our|the|any|this)\b|\btake (?:yourself|themselves|you) off\b`,
      String.raw`\b(?:turn|switch|opt)(?:ed|ing)? (?:[\w'/&-]+ ){0,4}off\b|\byou (?:control|decide)\b|\b(?:you may|you can) object\b|\bhold(?:ing)? back\b|\blimit (?:our|the|this|ad)\b`,
    ),
  ),
  rule(
    'choice/consent',
    'text',
    /\b(?:your|with(?:out)?(?: \w+)?|prior|explicit|express) (?:consent|permission)\b|\bif you (?:agree|consent)\b/i,
    { needs: -3 },
  ),
  rule(
    'rights/named',
    'text',
    pattern(
      String.raw`\b(?:terminate|close|delete|deactivate|cancel) (?:its|your|their|his|an|the|my) (?:\w+ )?accounts?\b`,
      String.raw`\bright (?:to|of)${gap(3)} (?:access|erasure|rectification|object|restrict\w*|portability|forgotten|delet\w+|lodge|complain|copy)\b`,
      String.raw`\b(?:lodge|file|make) a complaint\b`,
    ),
  ),
  rule(
    'rights/words',
    'text',
    pattern(
      String.raw`\b(?:access|review|correct|update|amend|modify|edit|delete|erase|remove|rectify|export|download|change|inspect|alter|deactivate|close)\b${gap(4)} (?:your|their|any|the|personal|his|inaccurate)${gap(4)} (?:${DATA}|accounts?|profiles?|records?|inaccura\w+)\b`,
      String.raw`\bright (?:to|of)${gap(3)} (?:access|erasure|rectification|object|restrict\w*|portability|forgotten|delet\w+|know|lodge|complain|copy|obtain|correct\w*|request)\b`,
      String.raw`\b(?:lodge|file|make) a complaint\b`,
      String.raw`\b(?:supervisory|data protection) authorit(?:y|ies)\b`,
      String.raw`\b(?:copy|deletion|erasure|correction|rectification) of (?:your|the|any|their|personal)${gap(2)} (?:${DATA}|records?)\b`,
      String.raw`\b(?:delete|terminate|close|cancel|deactivate) (?:your|their|an|the) (?:\w+ )?account\b`,
      String.raw`\b(?:export|download) (?:my|your|their|all) (?:\w+ )?data\b`,
      String.raw`\b(?:account|have (?:it|them)) (?:deleted|erased|removed|closed)\b`,
      String.raw`\b(?:verif\w+|submit|make|exercise)\b${gap(3)} (?:requests?|rights?)\b`,
      String.raw`\bhave (?:it|them|your \w+) (?:corrected|rectified|erased|deleted|removed)\b`,
    ),
    { needs: -3.5 },
  ),
  rule(
    'retention/words',
    'text',
    pattern(
      String.raw`\b(?:retain|retains|retained|retention|keep|keeps|kept|store[ds]?|saved|held|maintain(?:ed|s)?|hang on)\b${gap(9)} (?:as long as|for (?:a|the|up|as|no|\w+ (?:days|months|years|hours|weeks))|until|period|indefinitely|(?:no )?longer)\b`,
      String.raw`\bretention (?:period|polic|schedule)\w*\b`,
      String.raw`\b(?:retain|keep|archive)s?\b${gap(5)} (?:${DATA}|records|copies|archives?)\b|\b(?:${DATA}|records|copies|comments?|content)\b${gap(4)} (?:retained|archived)\b|\brequired to (?:keep|retain|preserve)\b`,
      String.raw`\bmay be (?:deleted|erased|removed)\b${gap(8)} (?:days|months|years?|inactiv\w+)\b|\b(?:inactive|not (?:used|active))\b${gap(8)} (?:deleted|removed|erased)\b`,
      String.raw`\b(?:deleted|erased|destroyed|purged|wiped|removed|overwritten|anonymi[sz]ed|go away|disappear)\b${gap(5)} (?:after|within|once|when|every)\b`,
      String.raw`\b(?:after|within|for) (?:\w+ )?(?:\d+|\w+) (?:days|months|years|hours)\b${gap(6)} (?:deleted|erased|destroyed|purged|wiped|remember)\b`,
      String.raw`\b(?:information|data|files|logs) (?:is|are) (?:then |later |eventually |promptly |automatically |permanently )?deleted\b`,
      String.raw`\b(?:logs|files)\b.{0,90} (?:is|are) not (?:saved|stored|kept|retained)\b`,
      String.raw`\b(?:for|in) up to (?:\w+ ){1,2}(?:days|months|years)\b|\b(?:after|within) (?:\w+ )?(?:\d+|two|three|six|seven|ten|thirty|sixty|ninety) (?:days|months|years)\b`,
      String.raw`\b(?:erased|deleted|destroyed|overwritten|purged)\b(?= ?\.?$)|\bnot used for a (?:year|month)\b`,
      String.raw`\b(?:archiv\w+|backup)\b${gap(4)} (?:copies|records|after)\b`,
    ),
    { needs: -4 },
  ),
  rule(
    'security/words',
    'text',
    pattern(
      String.raw`\b(?:security|safeguards?|protective) (?:\w+ )?(?:measures?|procedures?|practices?|precautions?|technolog(?:y|ies)|controls?|software|standards?)\b`,
      String.raw`\bsafeguards?\b(?! (?:for|of) (?:the )?transfer)`,
      String.raw`\bencrypt\w*|\bssl\b|\btls\b|\bfirewalls?\b|\bsecure (?:servers?|sockets?|connections?|environment|facilit\w+)\b`,
      String.raw`\b(?:data|security) (?:breach\w*|incident)|\bpersonal data breach\b`,
      String.raw`\b(?:protect|guard|secure)\w*\b${gap(10)} (?:from|against) (?:\w+ ){0,2}(?:unauthori[sz]ed|loss|misuse|theft|access)\b`,
      String.raw`\bunauthori[sz]ed (?:access|use|disclosure|persons?|parties|attempts)\b`,
      String.raw`\bsecurity of (?:your|the|personal|this|any|our)\b`,
      String.raw`\b(?:100 ?%|completely|perfectly|absolutely|guaranteed to be) (?:\w+ )?(?:secure|safe)\b`,
      String.raw`\b(?:password|passphrase)s?\b${gap(8)} (?:secret|confidential|safe|hashed|strong|guess|protect\w*|encrypted|anyone|nobody)\b`,
      String.raw`\b(?:no|cannot|can't)\b${gap(8)} (?:guarantee|ensure|warrant|impenetrable)\b${gap(8)} (?:security|secure|safe|intercepted)\b`,
      String.raw`\b(?:physical|electronic|managerial|administrative|technical|organi[sz]ational)\b${gap(6)} (?:procedures|measures|safeguards|means|controls)\b`,
      String.raw`\b(?:only|limited to|restricted to)\b${gap(8)} (?:staff|employees|personnel|engineers|people|administrators)\b|\b(?:employees|staff|personnel) who (?:need|have a need)\b|\bneed[- ]to[- ]know basis\b`,
      String.raw`\biso ?27001\b|\bsoc 2\b|\bpci\b|\b(?:data|privacy|an) incident that\b|\bbug bounty\b|\block(?:ed|s)?\b|\bkeep (?:your|this|the|it|customer)${gap(4)} (?:safe|secure)\b`,
      String.raw`\bpassword[- ]protected\b|\bpenetration test|\btwo-factor\b|\bintrusion\b`,
    ),
  ),
  rule(
    'transfer-abroad/words',
    'text',
    pattern(
      String.raw`\b(?:data|information|records|readings|servers)\b${gap(6)} (?:hosted|stand|stored|kept|go|sent|held|processed) (?:only )?(?:in|to) (?:\d+ countries|the (?:eu|uk|us|union|netherlands)|canada|ireland|germany|frankfurt|dublin|iceland|india|singapore|japan|australia|france|switzerland|virginia)\b`,
      String.raw`\b(?:transfer\w*|process(?:ed|ing)?|store[ds]?|sent|moved|kept|hosted|maintained|located|servers?)\b${gap(12)} (?:united states|u\.?s\.?(?:a\.?)?|european (?:union|economic area)|eea|other countries|another country|any country|abroad|overseas|outside|other jurisdictions|countries)\b`,
      String.raw`\b(?:standard|model) contractual clauses\b|\badequacy decisions?\b|\b(?:safe harbor|privacy shield|data privacy framework)\b`,
      String.raw`\b(?:outside|from outside) (?:of )?(?:the )?(?:united states|u\.s\.|eea|eu|european|your country|united kingdom|switzerland)`,
      String.raw`\b(?:cross-border|international) (?:data )?transfers?\b`,
    ),
  ),
  rule(
    'transfer-buyer/words',
    'text',
    pattern(
      String.raw`\b(?:mergers?|merges? with|bankruptcy|insolvency|acquir(?:ed|er)|sale of (?:all|the|its|our|some|substantially|any|assets|company|business)|change (?:of|in) (?:control|ownership)|business (?:transfer|transition|transaction)s?|reorgani[sz]ation|successor (?:entity|company|in interest|organization))\b`,
      String.raw`\b(?:assets?|company|business|club|part of \w+|we)\b${gap(6)} (?:(?:is|are|be|were) (?:\w+ )?(?:sold|acquired|merged|bought)|merge)\b`,
      String.raw`\b(?:acquisition|dissolution|divestiture)\b(?! of (?:your|personal))`,
      String.raw`\b(?:buy or sell|sell or buy) (?:\w+ )?(?:assets|business)`,
    ),
  ),
  rule(
    'legal-disclosure/words',
    'text',
    pattern(
      String.raw`\b(?:required|permitted|compelled|obliged|requested|obligated) (?:to do so |or permitted |to disclose |or authori[sz]ed ){0,4}(?:by|under) (?:\w+ )?law\b`,
      String.raw`\blaw[- ]enforcement\b|\bsubpoenas?\b|\bcourt orders?\b|\b(?:judge|court)s? (?:orders?|asks?|requires?)\b|\b(?:hand|turn) (?:[\w'-]+ ){0,4}over\b|\blaw(?:s|ful)? (?:[\w'-]+ ){0,2}(?:makes?|requires?|obliges?|requests?)\b|\bnational security\b|\bauthorities\b(?<!protection authorities)(?<!supervisory authorities)|\bsearch warrants?\b|\blegal process\b|\bpublic records? (?:act|law|request)s?\b|\b(?:police|public authorities|government(?:al)? (?:authorities|agenc\w+|requests?)|regulators)\b`,
      String.raw`\b(?:comply|compliance|cooperate) with (?:\w+ ){0,3}(?:laws?|legal|court|regulations?|process|investigat\w+|authorities)\b`,
      String.raw`\bprotect (?:and defend |or defend )?(?:the|our|its|their)${gap(3)} (?:rights|property|safety)\b`,
    ),
  ),
  rule(
    'children/words',
    'text',
    /\bchild(?:ren)?(?:'s)?\b|\bminors?\b|\b(?:under|younger than|at least|below) (?:the age of |age )?(?:13|14|16|18|thirteen|fourteen|sixteen|eighteen)\b(?! (?:days|months|hours))|\b(?:13|14|16|18|thirteen|sixteen|eighteen) years (?:of age|old)\b|\bcoppa\b|\bparents? (?:or|and|\/) (?:legal )?guardians?\b|\bparental\b|\bkids\b/i,
    { unless: /\b(?:number of|age of your|your|your own) child(?:ren|'s)?\b(?! (?:is|are|under))/i },
  ),
  rule(
    'policy-change/words',
    'text',
    pattern(
      String.raw`\b(?:change|changes|update|updates|amend|amends|modify|modif(?:ied|ications?)|revise|revised|updated|amended|changed|revisions?|amendments?)\b${gap(5)} (?:this|our|the|these|privacy|its) (?:\w+ ){0,3}(?:policy|policies|statement|notice|page|terms)\b`,
      String.raw`\b(?:policy|statement|notice|page)\b${gap(5)} (?:change[sd]?|updated?|amended|modified|revised?|subject to change)\b`,
      String.raw`\b(?:policy|notice|changes) (?:\w+ )?(?:are|is|become|will be) effective\b|\bchanges (?:are |have been |were )?posted\b|\bpost (?:\w+ )?(?:changes|the (?:new|revised|updated))\b`,
      String.raw`\b(?:material|substantial|significant) changes\b`,
      String.raw`\bdifferent(?:ly)? (?:from|than) (?:that|what|those|how|the way)\b${gap(4)} (?:stated|described|disclosed|collected)\b`,
      String.raw`\b(?:check|review|visit) (?:back|this|our)${gap(5)} (?:periodically|frequently|regularly|from time to time)\b`,
    ),
    {
      unless:
        /\b(?:update|change|modify|correct|review)\w* your (?:\w+ ){0,2}(?:information|data|profile|account)\b/i,
    },
  ),
  rule(
    'do-not-track/words',
    'text',
    /\bdo[- ]not[- ]track\b(?! (?:or|and|you|your|information|individuals?|users|visitors|personal))|\bdnt\b|\bglobal privacy control\b|\bgpc\b/i,
  ),
  rule(
    'law-specific/words',
    'text',
    /\bcalifornia(?:'s)? (?:residents?|consumers?|customers?|users?|minors?|privacy|civil|online|law)\b|\b(?:residents?|citizens?) (?:of|in|from) (?:\w+ ){0,3}(?:california|nevada|virginia|colorado|the e[ue]|european|canada|vermont)|\b(?:ccpa|cpra|pipeda|lgpd|vcdpa)\b|\b(?:under|within|for purposes of) (?:the )?(?:uk )?(?:gdpr|general data protection regulation)\b|\b(?:european economic area|eea) (?:residents?|users?|individuals?)\b|\bshine the light\b|\b(?:nevada|virginia|colorado|connecticut|utah|texas|vermont|illinois|brazil\w*|canad\w+|australian?|european) (?:residents?|privacy|consumers?|customers?|users?)\b|\bnotice to (?:\w+ )?residents\b|\b(?:live|reside|located|access\w*)\b(?: [\w'/&-]+){0,6} (?:in california|outside (?:of )?the (?:united states|u\.s))/i,
  ),
  rule(
    'outside-links/words',
    'text',
    pattern(
      String.raw`\blinks? (?:\w+ )?to (?:\w+ ){0,4}(?:(?:web ?)?sites?|images|pages|services|places|organi[sz]ations)\b`,
      String.raw`\b(?:linked|external|outside|other|third[- ]party|new) (?:web ?)?sites?\b(?=.{0,300}\b(?:link|responsib|practices|policies|control)\w*)`,
      String.raw`\bleav(?:e|ing) our (?:web ?)?site\b`,
      String.raw`\bnot responsible for (?:the )?(?:\w+ )?(?:privacy )?(?:practices|content|policies)\b`,
    ),
  ),
  rule(
    'seals/words',
    'text',
    /\btruste\b|\btrustarc\b|\bbbb ?online\b|\bbetter business bureau\b|\b(?:privacy|trust) ?(?:seals?|mark|partnership)\b|\bseal program\b|\bonline privacy alliance\b|\bdispute resolution (?:provider|program)\b/i,
    { inCommentary: true },
  ),
  rule(
    'contact/words',
    'text',
    pattern(
      String.raw`\b(?:contact|write to|write|e-?mail|reach|call) (?:us|our|me)\b`,
      String.raw`\bfor (?:more|further) information (?:please )?contact\b`,
      String.raw`\b(?:data protection|privacy|chief privacy) officer\b`,
      String.raw`\b(?:questions?|comments?|concerns?|inquiries)\b${gap(14)} (?:contact|e-?mail|write|call|reach|send|direct|mail)\b`,
      String.raw`[^\s@]@[^\s@]{1,200}\.\w{2}`,
      String.raw`\bp\.? ?o\.? box\b|\battn\b|\battention\b|\b\d+ (?:[\w.]+ ){1,3}(?:street|avenue|road|lane|court|drive|boulevard|suite|row|st\.|ave\.|blvd)\b`,
      String.raw`\b(?:call|phone|ring|telephone|toll[- ]free)\b[^.]{0,40}\d{3}`,
    ),
    { needs: -4 },
  ),
  rule(
    'commentary/tips',
    'heading',
    /\b(?:tips|advice|things to look for)\b.{0,60}\b(?:other|reviewing|sites)\b/i,
  ),
  rule('commentary/warning', 'heading', /\bwarning about (?:other )?(?:\w+ )?sites\b/i),
];
