import { namesPrivacy } from './policy-words.ts';

/** Telling a text found where a privacy policy was looked for, and that is another document, by its title. */

/** Documents that stand beside privacy policies and speak of data too. */
const OTHER_TITLES =
  /\bcookies?\b|\bterms\b|\bconditions\b|\bagreement\b|\bguidelines?\b|\bimprint\b|\blegal\s+notices?\b|\bcopyright\b|\bdmca\b|\baccessibility\b|\bdisclaimer\b|impressum|nutzungsbedingungen|gesch[äa]ftsbedingungen|\bagb\b|mentions\s+l[ée]gales|conditions\s+g[ée]n[ée]rales|t[ée]rminos|condiciones|aviso\s+legal|condizioni|note\s+legali|voorwaarden|colofon|termos|condi[çc][õo]es/iu;

/** In a title these make a policy of it: "Data Policy", "Use of your information". */
const DATA = /\bdata\b|information|donn[ée]es|daten|datos|\bdati\b|gegevens|dados/iu;

const PRIVACY_WORDS =
  /privacy|personal(?:ly)?[\s-]+(?:data|info|identif)|datenschutz|personenbezogen|donn[ée]es\s+(?:personnelles|à\s+caract)|confidentialit|vie\s+priv[ée]e|datos\s+personales|privacidad|dati\s+personali|riservatezza|persoonsgegevens|dados\s+pessoais|privacidade/giu;

/** Mentions of privacy in a thousand words from which on the text is a policy, whatever its title. On real texts terms had up to 4.4, policies a median of 9. */
const POLICY_RATE = 6;

/** Whether a document of this title and text is something else than a privacy policy. Without a title nothing is said. */
export function isOtherDocument(title: string | null, text: string): boolean {
  if (title === null || namesPrivacy(title) || !OTHER_TITLES.test(title)) return false;
  // What a cookie policy says of cookies it says of privacy, too.
  if (/cookie/iu.test(title)) return true;
  if (DATA.test(title)) return false;
  const words = text.split(/\s+/).length;
  return (1000 * (text.match(PRIVACY_WORDS)?.length ?? 0)) / words < POLICY_RATE;
}
