/** Words by which pages about privacy, and documents like them, are named in the languages policies come in. */

const POLICY_NAMES =
  /privacy|confidential|vie\s+priv[ée]e|donn[ée]es\s+personnelles|datenschutz|privatsph[äa]re|privacidad|datos\s+personales|riservatezza|dati\s+personali|privacidade|dados\s+pessoais|persoonsgegevens|integritet|personvern|tietosuoja|prywatno|osobowe|gdpr|rgpd|dsgvo/iu;

const DOCUMENT_NAMES =
  /\b(?:policy|policies|statement|notice|terms|conditions|agreement|guidelines?|rules|standards|disclaimer|imprint|legal|copyright|dmca|politiques?|charte|mentions|r[èe]gles|r[èe]glement|normes|aviso|t[ée]rminos|condiciones|informativa|condizioni|beleid|verklaring|voorwaarden|termos)\b|richtlinien?\b|erkl[äa]rung|hinweise?\b|bedingungen|impressum|pol[íi]tica/iu;

/** Whether a heading or title names a privacy policy or another document of its kind. */
export function namesPolicy(text: string): boolean {
  return text.length <= 150 && (POLICY_NAMES.test(text) || DOCUMENT_NAMES.test(text));
}

/** Whether a text speaks of privacy by name. */
export function namesPrivacy(text: string): boolean {
  return POLICY_NAMES.test(text);
}

/** Words that documents about data and rules cannot do without; anything else hardly uses them. */
const RULE_WORDS =
  /personal\s+(?:data|information)|\bcollect(?:s|ed|ion|ing)?\b|\bcookies?\b|\bconsent|third[\s-]part|\bdisclos|\bprocess(?:ing|ed)?\b|\brights?\b|\bliab|\bpolic(?:y|ies)\b|\bterms\b|\bprivacy\b|\bagree(?:s|ment)?\b|\blaws?\b|\blegal|\bcopyright|\bprohibit|donn[ée]es|consentement|\btiers\b|traitement|\bdroits?\b|responsab|politique|conditions|confidentialit|\blois?\b|l[ée]ga|interdi|vie\s+priv|personenbezogen|\bdaten|einwilligung|dritte|verarbeit|\brechte?\b|haftung|richtlini|bedingungen|gesetz|rechtlich|verboten|datos|tratamiento|derechos|terceros|consentimiento|\bley\b|dati\s+personali|trattamento|diritti|terzi|consenso|legge|gegevens|verwerk|toestemming|derden|rechten|\bwet\b|dados|tratamento|direitos|terceiros/giu;

/** How many of a thousand words speak of data, rights and rules. */
export function ruleWordRate(text: string): number {
  const words = text.split(/\s+/).length;
  return (1000 * (text.match(RULE_WORDS)?.length ?? 0)) / words;
}
