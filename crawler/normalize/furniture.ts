import { isControl, type Measure, type Measures } from './measure.ts';
import { type Branch, isBlock, textOf } from './parse-html.ts';
import { isHidden } from './style.ts';

/** What stands inside the main element and is not the policy: menus, banners, dialogs, fields, sharing bars, copies. */

/** Parts that hold more of the sentences than this are never taken for furniture. */
const MAX_SHARE = 0.05;

const ROLES = new Set([
  'navigation',
  'banner',
  'search',
  'contentinfo',
  'menubar',
  'menu',
  'toolbar',
  'tablist',
]);

/** Words in class and id that name furniture in the usual frameworks; believed of parts without sentences alone. */
const NAMES = new Set(
  `nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar share sharing social socials related pager pagination
   toolbar skip skiplink skipnav banner consent newsletter subscribe search login signin signup advert advertisement ads
   popup modal print footer copyright backtotop totop scrolltop language languages lang locale feedback rating`.split(
    /\s+/,
  ),
);

/** Names of what is laid over a page. */
const OVERLAY_NAMES =
  /(?:^|[\s_-])(?:modals?|pop-?up|dialog|overlay|lightbox|offcanvas|toast|consent)(?:$|[\s_-])|cookies?[_-]?(?:bar|banner|consent|pop-?up|modal|law|wall|dialog|layer|overlay|message|alert|settings|preferences)|(?:^|[\s_-])(?:gdpr|cmp|ccpa)(?:$|[\s_-])/i;
/** An overlay holds at most this share of a page's sentences. */
const MAX_OVERLAY_SHARE = 0.4;

function holds(branch: Branch, test: (inner: Branch) => boolean): boolean {
  return branch.children.some((child) => typeof child !== 'string' && (test(child) || holds(child, test)));
}

const isHeading = (branch: Branch) => /^h[1-6]$/.test(branch.name);
const namesOf = (branch: Branch) => `${branch.attributes.class ?? ''} ${branch.attributes.id ?? ''}`.trim();

/** A button that opens a part of the text carries that part's heading. */
function isDisclosure(branch: Branch): boolean {
  if (branch.attributes['aria-expanded'] !== undefined || branch.attributes['aria-controls'] !== undefined)
    return true;
  for (let at = branch.parent; at; at = at.parent) if (isHeading(at) || at.name === 'summary') return true;
  return holds(branch, isHeading);
}

function isNamedFurniture(branch: Branch): boolean {
  const names = namesOf(branch).toLowerCase();
  return names !== '' && names.split(/[\s_-]+/).some((name) => NAMES.has(name));
}

/** Nearly all of it links, before the first sentence or after the last: a menu, or the list of the page's own parts. */
function isMenu(branch: Branch, measure: Measure, measures: Measures): boolean {
  const isOutside = measure.from + measure.chars <= measures.firstProse || measure.from >= measures.lastProse;
  const isContents = measure.innerLinkCount > measure.linkCount / 2;
  if (!isOutside || isContents || measure.linkCount < 3 || measure.linkChars < measure.chars * 0.7)
    return false;
  const isSentence = measure.chars - measure.linkChars >= 10 && /[.!?]$/.test(textOf(branch));
  return !isSentence;
}

/** What the buttons of a consent dialog say, in the languages of policies. */
const CONSENT_WORDS =
  /\b(?:accept|allow|agree|reject|decline|deny|refuse|autoriser|accepter|j.accepte|refuser|akzeptieren|zustimmen|ablehnen|aceptar|rechazar|accetta|rifiuta|accepteren|weigeren|aceitar|rejeitar)/iu;
/** Longest consent dialog without a name; longer ones have one. */
const MAX_CONSENT = 2500;

/** A nameless box about cookies that asks for a decision. */
function isConsentBox(branch: Branch, measure: Measure): boolean {
  if (measure.chars > MAX_CONSENT || measure.prose === 0 || !isBlock(branch.name)) return false;
  const asks = holds(branch, (inner) => isControl(inner) && CONSENT_WORDS.test(textOf(inner)));
  return asks && /cookie|traceur|consent/i.test(textOf(branch));
}

/** Something laid over the page: a dialog by its role, or named like one and with something to press. */
function isOverlay(branch: Branch, measure: Measure, total: Measure): boolean {
  if (measure.prose > total.prose * MAX_OVERLAY_SHARE) return false;
  const { attributes, name } = branch;
  if (name === 'dialog' || attributes['aria-modal'] === 'true') return true;
  if (/^(?:alert)?dialog$/.test(attributes.role ?? '')) return true;
  if (measure.controlCount === 0) return false;
  const isNamed = isBlock(name) && !isHeading(branch) && OVERLAY_NAMES.test(namesOf(branch));
  return isNamed || isConsentBox(branch, measure);
}

/** Why a branch is furniture, or null. `total` measures the main element. */
function judge(branch: Branch, measures: Measures, total: Measure): string | null {
  const measure = measures.of.get(branch);
  if (!measure || measure.chars === 0) return null;
  const { name, attributes } = branch;
  if (name === 'button' || attributes.role === 'button')
    return isDisclosure(branch) && measure.chars > 3 ? null : 'button';
  if (isOverlay(branch, measure, total)) return 'overlay';
  if (measure.prose > total.prose * MAX_SHARE || isHeading(branch)) return null;
  if (name === 'nav') return name;
  if (ROLES.has((attributes.role ?? '').toLowerCase())) return `role ${attributes.role}`;
  if (name === 'footer' || name === 'aside') return name;
  if (measure.prose > 0) return null;
  if (isHidden(branch)) return 'hidden';
  if (name === 'form' || name === 'fieldset') return name;
  if (!isBlock(name)) return null;
  if (isMenu(branch, measure, measures)) return 'menu';
  return measure.chars < 2000 && !holds(branch, isHeading) && isNamedFurniture(branch)
    ? 'named as furniture'
    : null;
}

/** The branches below `content` to remove, outermost only, with the reason of each; `main` itself stays. */
export function findFurniture(content: Branch, main: Branch, measures: Measures): Map<Branch, string> {
  const found = new Map<Branch, string>();
  const total = measures.of.get(main)!;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      const reason = child === main ? null : judge(child, measures, total);
      if (reason) found.set(child, reason);
      else visit(child);
    }
  };
  visit(content);
  return found;
}

/** What is laid over the page, wherever in the tree its maker put it. */
export function findOverlays(body: Branch, measures: Measures): Map<Branch, string> {
  const found = new Map<Branch, string>();
  const total = measures.of.get(body)!;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      const measure = measures.of.get(child);
      if (!measure || measure.chars === 0) continue;
      if (isOverlay(child, measure, total)) found.set(child, 'overlay');
      else visit(child);
    }
  };
  visit(body);
  return found;
}

/** Shortest text of which a second copy is dropped. */
const MIN_COPY = 1000;

/** Blocks whose whole text another block before them holds already: print and mobile variants, repeated menus. */
export function findCopies(main: Branch, measures: Measures): Map<Branch, string> {
  const copies = new Map<Branch, string>();
  /** Blocks seen so far, by counts that copies share; their texts are compared only where the counts agree. */
  const seen = new Map<string, Branch[]>();
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      const measure = measures.of.get(child);
      if (!measure || measure.chars < MIN_COPY || child.name === 'tr' || child.name === 'li') continue;
      const isWhole = isBlock(child.name) && child.children.length > 1;
      const key = `${measure.chars} ${measure.linkChars} ${measure.linkCount}`;
      const twins = isWhole ? (seen.get(key) ?? []) : [];
      const text = twins.length > 0 ? textOf(child) : '';
      if (twins.some((twin) => textOf(twin) === text)) copies.set(child, 'second copy');
      else {
        visit(child);
        if (isWhole) seen.set(key, [...twins, child]);
      }
    }
  };
  visit(main);
  return copies;
}
