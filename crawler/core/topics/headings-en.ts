import { rule, type TopicRule } from './rule.ts';

/**
 * English headings that name the subject of what stands below them. They label a section's clauses that have no topic of
 * their own, and are what the model learned from: a section's clauses are examples of what its heading names.
 */
export const ENGLISH_HEADINGS: readonly TopicRule[] = [
  rule(
    'collection/heading',
    'heading',
    /\b(?:collect(?:ion|ed|s|ing)?|gather\w*|customer information|(?:information|data) (?:you|that you) (?:give|provide|share|submit)|(?:types|categories|kinds|sources) of (?:\w+ ){0,3}(?:information|data)|personal (?:information|data) we (?:hold|process)|registration)\b/i,
    { unless: /\b(?:children|minors|cookies?|third[- ]part\w+ collect\w*|automatic\w*)\b/i },
  ),
  rule(
    'use/heading',
    'heading',
    /\b(?:(?:how|why|when) (?:do |will |does |may )?\S+ (?:\w+ )?(?:use|process)|(?:use|uses|usage|processing) of (?:\w+ ){0,3}(?:information|data)|uses? (?:and|&)|(?:and|&|or) use|purposes?|what (?:do )?we (?:use|do with)|legal bas[ei]s|lawful bas[ei]s|legitimate interests?|automated decision\S*)\b/i,
    { unless: /\b(?:cookies?|terms of use|use of (?:the |our |this )?(?:site|service|website))\b/i },
  ),
  rule(
    'third-parties/heading',
    'heading',
    /\b(?:third[- ]part(?:y|ies)|shar(?:e|ed|es|ing)|disclos\w+|partners?|affiliates?|service providers?|vendors?|recipients?|sub-?processors?|who (?:else )?(?:has|have|sees|receives|gets)|sell|sale of (?:\w+ )?(?:information|data)|publicly|public (?:information|areas?))\b/i,
    { unless: /\b(?:links?|(?:web ?)?sites|legal(?:ly)? |law|cookies?|advertis\w+)\b/i },
  ),
  rule(
    'advertising/heading',
    'heading',
    /\b(?:advertis\w+|ads?|ad (?:networks?|servers?)|banners?|re-?targeting)\b/i,
  ),
  rule(
    'cookies/heading',
    'heading',
    /\bcookies?\b|\b(?:web|pixel|action) (?:beacons?|bugs?|tags?)\b|\b(?:clear|transparent|invisible) gifs?\b|\bpixels\b|\blocal storage\b|\btracking technolog\w+/i,
  ),
  rule(
    'log-files/heading',
    'heading',
    /\b(?:log|server|access|technical|device|usage) (?:files?|data|information|logs)\b|\blogs\b|\bfavicon\b|\bip addresses\b|\bautomatic(?:ally)? (?:collect\w*|gather\w*|information)\b|\b(?:collect\w*|gather\w*|obtain\w*|receive\w*) automatically\b/i,
  ),
  rule('analytics/heading', 'heading', /\banalytics\b|\baggregate[ds]?\b|\bstatistics\b|\bprofiling\b/i),
  rule('location/heading', 'heading', /\b(?:geo-?)?location\b(?! of (?:data|servers|your data))|\bgps\b/i),
  rule(
    'mailing-lists/heading',
    'heading',
    /\b(?:mailing lists?|newsletters?|e-?mails? (?:communications?|messages?|marketing|lists?)|marketing (?:communications?|messages?|e-?mails?)|direct marketing|unsubscrib\w+|promotional)\b|^e-?mails?$/i,
  ),
  rule(
    'choice/heading',
    'heading',
    /\b(?:choices?|opt(?:ing)?[- ]?(?:out|in)|consent|preferences|your controls?|controls? (?:over|your)|settings|limit (?:our )?sharing|unsubscrib\w+|options)\b/i,
  ),
  rule(
    'rights/heading',
    'heading',
    /\b(?:(?:your|privacy|user|subject|individual|protection) (?:\w+ )?rights|rights (?:of|you have|regarding|under)|your legal rights|access(?:ing)? (?:to |and |or |& ?)?(?:your|updat\w+|correct\w*|control\w*|information|data|personal|chang\w+|review\w*)|correct(?:ing|ion)s?|updat(?:e|ing) your|(?:delet|remov)(?:e|ing|ion|al)|eras(?:e|ure)|portability|complaints?|review(?:ing)? (?:and|or|your))\b/i,
    { unless: /\b(?:retention|retain|california|protect(?:ing)? our rights)\b/i },
  ),
  rule(
    'retention/heading',
    'heading',
    /\b(?:retention|retain\w*|how long|storage period|(?:data|information) storage|keep (?:your|\w+ )?(?:information|data))\b/i,
  ),
  rule(
    'security/heading',
    'heading',
    /\b(?:security|secur(?:e|ed|ing)|safeguard\w*|how (?:do )?we (?:protect|safeguard|keep)|protect(?:ion|ing)? (?:of )?(?:your|personal|customer|the) (?:\w+ )?(?:information|data)|breach\w*|confidentiality)\b/i,
  ),
  rule(
    'transfer-abroad/heading',
    'heading',
    /\b(?:international(?:ly)?|cross-border|overseas|abroad|other countries|outside (?:the )?(?:eea|eu|uk|us|united states|european|of)|data privacy framework|privacy shield|safe harbor|where (?:\w+ ){0,4}(?:stored?|processed?|located|transferred)|location of (?:\w+ )?(?:data|servers)|data transfers?|transfers? of (?:\w+ ){0,2}(?:information|data))\b/i,
    { unless: /\b(?:business|merger|ownership)\b/i },
  ),
  rule(
    'transfer-buyer/heading',
    'heading',
    /\b(?:business (?:transfers?|transitions?|transactions?|changes?|reorgani[sz]ation)|mergers?|acquisitions?|(?:change|transfer) (?:of|in) (?:control|ownership|business)|sale of (?:\w+ )?(?:business|assets|company)|corporate (?:transactions?|changes?|restructuring)|bankruptcy)\b/i,
  ),
  rule(
    'legal-disclosure/heading',
    'heading',
    /\b(?:legal (?:disclosures?|requirements?|reasons|obligations?|process|requests?|purposes|compliance)|law enforcement|(?:required|permitted) by law|compelled|subpoenas?|court orders?|government(?:al)? (?:requests?|authorities)|compliance with (?:\w+ )?laws?|protect(?:ion|ing)? (?:of |our |the )*(?:rights|\w+ and others))\b/i,
  ),
  rule(
    'children/heading',
    'heading',
    /\bchild(?:ren)?(?:'?s)?\b|\bminors?\b|\bunder (?:the age of )?1[3-8]\b|\bcoppa\b|\bkids\b|\bparents?\b(?! compan)|\bage (?:limits?|requirements?|restrictions?)\b|\bteens\b/i,
  ),
  rule(
    'policy-change/heading',
    'heading',
    /\b(?:changes?|updates?|amendments?|modifications?|revisions?)(?: \w+){0,4} (?:policy|policies|statement|notice)\b|\b(?:policy|notice|statement) (?:changes|updates|revisions|amendments)\b|\b(?:notification|notice) of changes?\b|^(?:changes|updates|amendments|revisions)$/i,
  ),
  rule(
    'do-not-track/heading',
    'heading',
    /\bdo[- ]not[- ]track\b|\bdnt\b|\bglobal privacy control\b|\bgpc\b|\bopt-out preference signals?\b/i,
  ),
  rule(
    'law-specific/heading',
    'heading',
    /\b(?:california\w*|nevada|virginia|colorado|connecticut|utah|texas|brazil\w*|canad\w+|australian?|ccpa|cpra|gdpr|lgpd|pipeda|shine the light|(?:u\.?s\.? )?states?[- ](?:specific|privacy|law\w*|residents)|european (?:union|economic area|residents|users)|residents|(?:eea|eu|uk) (?:residents|users|individuals|citizens|data subjects)|jurisdiction-specific|country-specific|regional)\b/i,
  ),
  rule(
    'outside-links/heading',
    'heading',
    /\b(?:external|outside|third[- ]part(?:y|ies)|other) (?:links?\w*|(?:web ?)?sites?)\b|\blinks? (?:to|from)\b|^(?:external )?links?$|\blink(?:ed|ing) (?:web ?)?sites\b/i,
  ),
  rule('seals/heading', 'heading', /\btruste\b|\bbbb\b|\b(?:privacy|trust) seals?\b|\bself-?regulat\w+/i),
  rule(
    'contact/heading',
    'heading',
    /\bcontact(?:ing)?\b|\bquestions\b|\bhow to reach\b|\breach us\b|\bdata protection officer\b|\bdata controller\b|\bget in touch\b/i,
  ),
];
