import type { DateWords } from './date-words.ts';

/** Germanic and Romance languages. */
export const WESTERN_DATES: Readonly<Record<string, DateWords>> = {
  en: {
    updated:
      'last updated, last update, latest update, updated, update, last modified, modified, modification, modifications, last modification, last revised, revised, revision, last revision, rev, last changed, changed, last change, last amended, amended, last adjustment, last edited, edited, last reviewed, reviewed, review date, refreshed, current as of, version',
    effective:
      'effective, in effect, takes effect, take effect, took effect, into effect, in force, into force, enters into force, entry into force, applies from, apply from, applies beginning, applies as of, applies since, applicable from, applicable as of, applicable since, valid from, valid as of, valid since, start date, commencement date',
    posted:
      'posted, published, publication date, date of publication, issued, issue date, date of issue, adopted, approved, established, released, release date, dated, created on',
    opening: 'as of, from, since, date, beginning, starting, starting on',
    document:
      'policy, policies, statement, notice, terms, agreement, document, page, declaration, addendum, disclosure, guidelines, privacy, legal',
    law: 'act, acts, law, laws, regulation, regulations, directive, directives, gdpr, ccpa, cpra, coppa, statute, statutes, shield, decision, convention, bill, code, amendment, ordinance, decree, pub l',
    other:
      'previous version, previous versions, previous policy, prior version, prior versions, earlier version, former version, old version, older version, archived version, past version, until, up to, prior to, before, ends on, expires, expired, will end',
  },
  fr: {
    updated:
      'mis à jour, mise à jour, mises à jour, dernière mise à jour, à jour du, à jour au, à jour le, actualisé*, dernière modification, dernière révision, date de révision, révisé*, révision, modifié*, amendé*, version du, version, dernière version',
    effective:
      "entrée en vigueur, entre en vigueur, entrera en vigueur, entrent en vigueur, entré en vigueur, en vigueur, date d'effet, date d’effet, prend effet, prendra effet, prennent effet, effective, effet au, s'applique à partir du, s’applique à partir du, s'applique à partir de, s’applique à partir de, s'applique à compter du, s’applique à compter du, applicable à compter, applicable à partir, applicable depuis, applicable au, valable à partir, valable à compter, valide à partir",
    posted: 'publié*, date de publication, mis en ligne, mise en ligne, adopté*, émis*, établi*',
    opening: 'à compter du, à partir du, depuis le, date, au, en date du, le',
    document:
      'politique, politiques, charte, déclaration, conditions, document, mentions, présente*, avis, contrat, page, confidentialité',
    law: 'loi, lois, règlement*, directive*, rgpd, décret*, ordonnance*, code, arrêté*, article*, délibération*',
    other:
      "version précédente, précédente version, versions précédentes, ancienne version, version antérieure, versions archivées, jusqu'au, jusqu’au, jusqu'à, jusqu’à, avant le, antérieur*",
  },
  de: {
    updated:
      'stand, letzter stand, aktueller stand, zuletzt, aktualisier*, aktualisierung, letzte aktualisierung, letzte änderung, letzte anpassung, letzte überarbeitung, geändert*, überarbeitet*, angepasst*, fassung vom, fassung, version vom, version, revision',
    effective:
      'gültig ab, gültig seit, gültig vom, gilt ab, gilt seit, gelten ab, gelten seit, ab dem, in kraft seit, in kraft ab, in kraft, inkrafttreten, inkraftgetreten, tritt am, treten am, wirksam, wirksam ab, wirksamkeit',
    posted:
      'veröffentlicht*, veröffentlichungsdatum, veröffentlichung, erstellt*, herausgegeben*, verabschiedet*',
    opening: 'ab, seit, datum, vom, per',
    document:
      'datenschutz*, erklärung, richtlinie*, hinweis*, bestimmung*, bedingung*, nutzungsbedingung*, agb, dokument, seite, impressum, policy, vereinbarung',
    law: 'gesetz*, verordnung, dsgvo, bdsg, richtlinie 95, tmg, ttdsg, tddg, beschluss, urteil, artikel',
    other:
      'vorherige version, vorherige fassung, frühere version, frühere fassung, alte version, vorversion, ältere version, bis zum, bis, vor dem',
  },
  nl: {
    updated:
      'laatst bijgewerkt, bijgewerkt, laatst gewijzigd, gewijzigd, laatst aangepast, aangepast, laatst herzien, herzien, laatste wijziging, laatste update, laatste aanpassing, laatste herziening, geactualiseerd, versie van, versie, versiedatum',
    effective:
      'ingangsdatum, van kracht, in werking getreden, in werking, geldig vanaf, geldig sinds, geldt vanaf, gelden vanaf, van toepassing vanaf, gaat in op, gaat in, ingaande',
    posted: 'gepubliceerd*, publicatiedatum, geplaatst, opgesteld, uitgegeven, vastgesteld',
    opening: 'per, vanaf, sinds, datum, d.d.',
    document:
      'privacy*, beleid, verklaring, voorwaarden, document, statement, pagina, reglement, policy, cookieverklaring, cookiebeleid',
    law: 'wet, wetten, verordening*, richtlijn*, avg, besluit*, artikel*',
    other: 'vorige versie, eerdere versie, oude versie, tot en met, tot',
  },
  es: {
    updated:
      'última actualización, últimas actualizaciones, actualizad*, actualización, última modificación, modificad*, modificación, última revisión, revisad*, revisión, última versión, versión de, versión',
    effective:
      'vigente*, en vigor, entrada en vigor, entrará en vigor, entra en vigor, en vigencia, entrada en vigencia, vigencia, efectiv*, válid*, aplicable desde, aplicable a partir, se aplica a partir, se aplica desde, surte efecto, surtirá efecto, surten efectos',
    posted:
      'publicad*, publicación, fecha de publicación, emitid*, aprobad*, elaborad*, fecha de elaboración, creado*',
    opening: 'a partir del, desde el, fecha, a, con fecha',
    document:
      'política*, declaración, aviso, condiciones, términos, documento, página, presente, privacidad, contrato, acuerdo',
    law: 'ley, leyes, reglamento*, rgpd, directiva*, decreto*, código, orgánica, lopd*, artículo*',
    other:
      'versión anterior, versiones anteriores, anterior versión, versión previa, hasta el, hasta, antes del',
  },
  it: {
    updated:
      'ultimo aggiornamento, aggiornat*, aggiornamento, ultima modifica, modificat*, ultima revisione, revisionat*, revisione, rivist*, ultima versione, versione del, versione',
    effective:
      'in vigore, entrata in vigore, entra in vigore, entrerà in vigore, efficac*, valid*, decorrenza, data di efficacia, applicabile dal, si applica dal, si applica a partire, vigente*',
    posted: 'pubblicat*, pubblicazione, data di pubblicazione, emess*, approvat*, redatt*',
    opening: 'a partire dal, dal, dal giorno, data, in data, al',
    document:
      'informativa*, politica, dichiarazione, policy, condizioni, termini, documento, pagina, presente, contratto, privacy',
    law: 'legge, leggi, regolament*, gdpr, direttiv*, decret*, d.lgs, codice, provvediment*, articol*',
    other:
      'versione precedente, versioni precedenti, precedente versione, vecchia versione, fino al, sino al, prima del',
  },
  pt: {
    updated:
      'última atualização, última actualização, atualizad*, actualizad*, atualização, actualização, última modificação, modificad*, modificação, última revisão, revisad*, revist*, revisão, última alteração, alterad*, versão de, versão',
    effective:
      'em vigor, entrada em vigor, entra em vigor, entrará em vigor, vigente*, vigência, data de vigência, efetiv*, efectiv*, válid*, aplicável a partir, aplica-se a partir, produz efeitos',
    posted: 'publicad*, publicação, data de publicação, emitid*, aprovad*, postad*, elaborad*',
    opening: 'a partir de, desde, data, a partir do dia, em',
    document:
      'política*, declaração, aviso, condições, termos, documento, página, presente, privacidade, contrato',
    law: 'lei, leis, regulamento*, rgpd, lgpd, diretiva*, directiva*, decreto*, código, artigo*, marco civil',
    other: 'versão anterior, versões anteriores, anterior versão, até, antes de',
  },
  ca: {
    updated:
      'última actualització, darrera actualització, actualitzad*, actualitzat*, darrera modificació, última modificació, modificat*, modificad*, darrera revisió, última revisió, revisat*, versió de, versió',
    effective:
      'en vigor, entrada en vigor, entra en vigor, vigent*, vàlid*, aplicable a partir, aplicable des',
    posted: 'publicat*, publicad*, data de publicació, aprovat*, aprovad*',
    opening: 'a partir de, a partir del, des de, des del, data',
    document: 'política*, declaració, avís, condicions, document, pàgina, present, privacitat, privadesa',
    law: 'llei, lleis, reglament, rgpd, directiva, decret, codi, orgànica',
    other: 'versió anterior, versions anteriors, fins al, fins a, abans del',
  },
  ro: {
    updated:
      'ultima actualizare, actualizat*, actualizare, ultima modificare, modificat*, ultima revizuire, revizuit*, ultima versiune, versiunea, data actualizării',
    effective:
      'în vigoare, intră în vigoare, intrare în vigoare, valabil*, aplicabil*, efectiv*, se aplică din, se aplică de la',
    posted: 'publicat*, data publicării, emis*, aprobat*, adoptat*',
    opening: 'începând cu, de la, din, data',
    document:
      'politica, politică, declarația, nota, termeni*, document*, pagina, prezenta, confidențialitate, acord*',
    law: 'lege*, regulament*, gdpr, directiva, ordonanța, cod*, hotărâre*',
    other: 'versiunea anterioară, versiuni anterioare, până la, înainte de',
  },
  sv: {
    updated:
      'senast uppdaterad*, senast uppdaterat, uppdaterad*, uppdaterat, uppdaterades, senaste uppdatering, senast ändrad*, ändrad*, ändrades, senast reviderad*, reviderad*, reviderades, senaste ändring, version',
    effective:
      'träder i kraft, trädde i kraft, i kraft, ikraftträdande, gäller från, gäller från och med, gäller sedan, giltig från, giltig från och med, giltigt från',
    posted: 'publicerad*, publicerat, publicerades, antagen, fastställd*, utgiven, upprättad*',
    opening: 'från och med, från, från den, per den, datum',
    document:
      'integritetspolicy*, policy*, sekretess*, meddelande, villkor*, dokument*, sida*, personuppgift*, information*, avtal*',
    law: 'lag, lagen, lagar, förordning*, gdpr, direktiv*, kap',
    other: 'tidigare version*, föregående version*, äldre version*, till och med, fram till, före',
  },
  da: {
    updated:
      'sidst opdateret, opdateret, senest opdateret, seneste opdatering, sidste opdatering, opdateringsdato, sidst ændret, senest ændret, ændret, seneste ændring, sidst revideret, revideret, version',
    effective:
      'træder i kraft, trådte i kraft, i kraft, ikrafttrædelse*, ikrafttræden, gælder fra, gældende fra, gyldig fra',
    posted: 'offentliggjort, publiceret, udgivet, vedtaget, udarbejdet',
    opening: 'fra, fra den, fra og med, pr, dato, siden',
    document:
      'privatlivspolitik*, politik*, persondata*, erklæring*, meddelelse*, betingelser*, vilkår*, dokument*, side*, cookie*, aftale*',
    law: 'lov, loven, lovgivning*, forordning*, gdpr, direktiv*, databeskyttelsesloven',
    other: 'tidligere version*, forrige version*, ældre version*, indtil, til og med, før',
  },
  no: {
    updated:
      'sist oppdatert, oppdatert, siste oppdatering, sist endret, endret, siste endring, sist revidert, revidert, versjon',
    effective:
      'trer i kraft, trådte i kraft, i kraft, ikrafttredelse*, gjelder fra, gjeldende fra, gyldig fra',
    posted: 'publisert, offentliggjort, utgitt, vedtatt',
    opening: 'fra, fra og med, per, pr, dato, siden',
    document:
      'personvern*, erklæring*, policy*, retningslinjer*, vilkår*, dokument*, side*, avtale*, cookie*',
    law: 'lov, loven, forordning*, gdpr, direktiv*, personopplysningsloven',
    other: 'tidligere versjon*, forrige versjon*, eldre versjon*, inntil, til og med, før',
  },
  is: {
    updated:
      'síðast uppfært, síðast uppfærð, uppfært, uppfærð, síðast breytt, breytt, síðasta uppfærsla, endurskoðuð, endurskoðað, útgáfa',
    effective: 'tekur gildi, tók gildi, tóku gildi, gildir frá, í gildi, gildistaka, gildistökudagur',
    posted: 'birt, birtist, gefin út, gefið út, samþykkt*',
    opening: 'frá, frá og með, dagsetning',
    document: 'persónuvernd*, stefna*, yfirlýsing*, skilmála*, skjal*, síða*',
    law: 'lög, laga, lögum, reglugerð*, tilskipun*',
    other: 'fyrri útgáf*, eldri útgáf*, þar til, fyrir',
  },
};
