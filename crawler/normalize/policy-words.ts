/** Words by which pages about privacy, and documents like them, are named in the languages policies come in. */

const POLICY_NAMES =
  /privacy|confidential|vie\s+priv[ée]e|donn[ée]es\s+personnelles|datenschutz|privatsph[äa]re|privacidad|datos\s+personales|riservatezza|dati\s+personali|privacidade|dados\s+pessoais|persoonsgegevens|integritet|personvern|tietosuoja|prywatno|osobowe|gdpr|rgpd|dsgvo/iu;

const DOCUMENT_NAMES =
  /\b(?:policy|policies|statement|notice|terms|conditions|agreement|guidelines|disclaimer|imprint|legal|politique|charte|mentions|conditions|r[èe]gles|richtlinien?|erkl[äa]rung|hinweise|bedingungen|nutzungsbedingungen|impressum|pol[íi]tica|aviso|t[ée]rminos|condiciones|informativa|condizioni|beleid|verklaring|voorwaarden|pol[íi]tica|termos)\b/iu;

/** Whether a heading or title names a privacy policy or another document of its kind. */
export function namesPolicy(text: string): boolean {
  return text.length <= 150 && (POLICY_NAMES.test(text) || DOCUMENT_NAMES.test(text));
}

/** Whether a text speaks of privacy by name. */
export function namesPrivacy(text: string): boolean {
  return POLICY_NAMES.test(text);
}
