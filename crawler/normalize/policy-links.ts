import { decodeText, undoContentCoding } from './decode.ts';
import { resolveLink } from './links.ts';
import type { Payload } from './normalization.ts';
import { type Branch, findBranch, parseHtml, textOf, walkBranches } from './parse-html.ts';

/** A link on a page that may lead to the privacy policy, or a frame whose page may hold such a link. */
export interface PolicyLink {
  readonly url: string;
  /** The link's visible text, white space squashed; '' for a frame. */
  readonly text: string;
  /** What speaks for it: its text, only its address, or that it is the page's content frame. */
  readonly evidence: 'text' | 'address' | 'frame';
  /** 0 to 1. */
  readonly confidence: number;
}

/**
 * Link texts that name a privacy policy, whole. English ones as the Princeton-Leuven crawler uses them (Amos et al. 2021),
 * and the usual names in other languages.
 */
const WHOLE_NAMES =
  /^(?:(?:our |your |the )?(?:online )?privacy(?: (?:policy|statement|notice|information|centre|center))?|your (?:online )?privacy rights|privacy (?:and|&) (?:security|cookies?|legal|terms)(?: policy| statement| notice)?|(?:privacy|data protection) policy|data (?:protection|privacy)(?: notice| statement)?|datenschutz(?:erkl(?:ä|ae)rung|bestimmungen|hinweise?|richtlinien?)?|(?:politique|charte) de (?:confidentialit(?:é|e)|protection des donn(?:é|e)es(?: personnelles)?)|confidentialit(?:é|e)|vie priv(?:é|e)e|donn(?:é|e)es personnelles|(?:pol(?:í|i)tica|aviso) de privacidad(?:e)?|privacidade?|pol(?:í|i)tica de privacidade|(?:informativa|norme)(?: sulla| di)? privacy|informativa sulla privacy|privacy(?:beleid|verklaring|statement)|integritetspolicy|personvern(?:erkl(?:æ|ae)ring)?|privatlivspolitik|tietosuoja(?:seloste|k(?:ä|a)yt(?:ä|a)nt(?:ö|o))?|polityka prywatno(?:ś|s)ci|ochrana osobn(?:í|i)ch (?:ú|u)daj(?:ů|u)|политика конфиденциальности|プライバシー(?:ポリシー)?|個人情報保護方針|隐私(?:政策|声明)?|개인정보\s?처리방침)$/iu;

/** Words within a longer link text that name a policy rather than talk about privacy. */
const PART_NAMES =
  /\bprivacy\b.*\b(?:policy|policies|statement|notice|terms|rights|cookies?|security|legal)\b|\b(?:policy|statement|notice|terms|legal|security|cookies?)\b.*\bprivacy\b|datenschutz|confidentialit(?:é|e)|privacidad|privacybeleid|privacyverklaring|integritetspolicy/iu;

/** Addresses that name a policy in their path. */
const ADDRESS =
  /\/(?:[a-z0-9_-]*privacy[a-z0-9_-]*|datenschutz[a-z0-9_-]*|confidentialite|privacidade?)(?:\.[a-z]{2,5})?\/?(?:$|[?#])/i;

/** Pages about privacy that are not the policy: news, help, settings, tools. */
const DECOY =
  /\/(?:blog|news|press|article|story|stories|help|support|faq|settings|preferences|account|login|signin|research|jobs|careers|shop|products?)\//i;

/** Longest link text that is a name rather than a sentence. */
const MAX_NAME = 60;

function judge(text: string, url: string): Pick<PolicyLink, 'evidence' | 'confidence'> | null {
  const isDecoy = DECOY.test(new URL(url).pathname);
  const hasAddress = ADDRESS.test(url);
  if (WHOLE_NAMES.test(text))
    return { evidence: 'text', confidence: isDecoy ? 0.4 : hasAddress ? 0.95 : 0.85 };
  if (isDecoy) return null;
  if (text.length <= MAX_NAME && PART_NAMES.test(text))
    return { evidence: 'text', confidence: hasAddress ? 0.8 : 0.65 };
  return hasAddress ? { evidence: 'address', confidence: 0.5 } : null;
}

const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

function linkName(branch: Branch): string {
  const image = findBranch(branch, 'img');
  return (
    squash(textOf(branch)) || squash(image?.attributes.alt ?? '') || squash(branch.attributes.title ?? '')
  );
}

/**
 * Links on an archived page, usually a home page, that may lead to the privacy policy: by their text or their address,
 * likeliest first, each address once. Frames are named too, since a page of frames holds its links inside them.
 */
export function findPolicyLinks(payload: Payload): PolicyLink[] {
  const bytes = undoContentCoding(payload.bytes, payload.contentEncoding ?? null);
  const page = parseHtml(decodeText(bytes, payload.contentType).text);
  if (!page) return [];
  const base = findBranch(page.root, 'base')?.attributes.href ?? payload.original;
  const found = new Map<string, PolicyLink>();
  for (const branch of walkBranches(page.root)) {
    const link = branch.name === 'frame' ? readFrame(branch, base) : readLink(branch, base);
    if (link && link.confidence > (found.get(link.url)?.confidence ?? 0)) found.set(link.url, link);
  }
  return [...found.values()].sort((a, b) => b.confidence - a.confidence);
}

function readLink(branch: Branch, base: string | null): PolicyLink | null {
  if (branch.name !== 'a' && branch.name !== 'area') return null;
  const url = resolveLink(branch.attributes.href ?? '', base)?.replace(/#.*$/, '');
  if (!url || !/^https?:/.test(url) || url === payloadAddress(base)) return null;
  const text = linkName(branch) || squash(branch.attributes.alt ?? '');
  const verdict = judge(text, url);
  return verdict && { url, text: text.slice(0, 200), ...verdict };
}

const payloadAddress = (base: string | null) => base?.replace(/#.*$/, '');

function readFrame(branch: Branch, base: string | null): PolicyLink | null {
  const url = resolveLink(branch.attributes.src ?? '', base);
  return url && /^https?:/.test(url) ? { url, text: '', evidence: 'frame', confidence: 0.2 } : null;
}
