import type { Measure, Measures } from './measure.ts';
import { holds, isHeading, namesOf } from './overlays.ts';
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

/** Why a branch is furniture, or null. `total` measures the main element. */
function judge(branch: Branch, measures: Measures, total: Measure): string | null {
  const measure = measures.of.get(branch);
  if (!measure || measure.chars === 0) return null;
  const { name, attributes } = branch;
  if (name === 'button' || attributes.role === 'button')
    return isDisclosure(branch) && measure.chars > 3 ? null : 'button';
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

/** Longest text that names a menu below it. */
const MAX_MENU_NAME = 60;

/** What names a menu below the text, right before it; null where nothing does. */
function findMenuName(menu: Branch, { of, lastProse }: Measures): Branch | null {
  const siblings = menu.parent?.children ?? [];
  const before = siblings.slice(0, siblings.indexOf(menu)).findLast((one) => {
    return typeof one === 'string' ? one.trim() !== '' : (of.get(one)?.chars ?? 0) > 0;
  });
  if (before === undefined || typeof before === 'string' || !isBlock(before.name)) return null;
  const { chars, linkCount, from } = of.get(before)!;
  return from >= lastProse && linkCount === 0 && chars <= MAX_MENU_NAME ? before : null;
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
      const name = reason === 'menu' ? findMenuName(child, measures) : null;
      if (name) found.set(name, 'name of a menu');
    }
  };
  visit(content);
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
