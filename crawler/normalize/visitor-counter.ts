/** Lines that count a page's visitors: another number at every capture, and never the policy's. */

const NUMBER = String.raw`#?\s{0,3}\d[\d.,'’ ]{0,30}(?:th|st|nd|rd|e|ème|º|ª)?`;
const VISITORS = String.raw`(?:unique\s+)?(?:visitors?|visits?|hits?|guests?|page\s?views?|accesses|visiteurs?|visites|besucher|besuche|zugriffe|aufrufe|visitantes?|visitas|visitatori|visite|bezoekers?)`;
/** `since we started counting`, `so far`, `depuis le 3 mai 1999`. */
const SINCE = String.raw`(?:\s+(?:have\s+been\s+here|(?:to|on)\s+(?:this|our)\s+(?:page|site)|served))?(?:,?\s*\(?(?:since|so\s+far|and\s+counting|depuis|seit|desde|dal|sinds)\b.{0,60})?`;
const COUNTERS = [
  String.raw`${NUMBER}\s+${VISITORS}`,
  String.raw`(?:total\s+|number\s+of\s+)?(?:${VISITORS}|(?:hit\s*)?counter)\s{0,3}(?:[:=]|no\.|number)?\s{0,3}${NUMBER}`,
  String.raw`(?:you\s+are|you['’]re|vous\s+[êe]tes|sie\s+sind|eres|sei|u\s+bent)\s+(?:(?:the|our|le|der|die|el|il|de)\s+)?(?:${NUMBER}\s{0,3})?${VISITORS}(?:\s*(?:number|no\.|num[ée]ro|nummer|nr\.?|n[°º]|:))?\s{0,3}(?:${NUMBER})?`,
  String.raw`(?:this|the)\s+(?:web\s?)?(?:page|site)\s+has\s+(?:been\s+(?:accessed|visited|viewed|loaded|seen)|had)\s+${NUMBER}\s+(?:times|${VISITORS})`,
];
const COUNTER = new RegExp(String.raw`^\W{0,30}(?:${COUNTERS.join('|')})${SINCE}\W{0,30}$`, 'iu');
const MAX_LENGTH = 120;

/** Whether a line's text, all of it, is a visitor counter. */
export function isVisitorCounter(text: string): boolean {
  return text.length <= MAX_LENGTH && COUNTER.test(text);
}
