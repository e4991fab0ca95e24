import type { Measure, Measures } from './measure.ts';
import type { Branch } from './parse-html.ts';
import { isHidden } from './style.ts';

/** What stands inside the main element and is not the policy: menus, banners, dialogs, fields, sharing bars. */

/** Parts that hold more of the sentences than this are never taken for furniture. */
const MAX_SHARE = 0.05;

const ROLES = new Set([
  'navigation',
  'banner',
  'search',
  'dialog',
  'alertdialog',
  'contentinfo',
  'menubar',
  'toolbar',
]);

/** Words in class and id that name furniture in the usual frameworks, whole words only; believed of small parts alone. */
const NAMES =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|share|sharing|social|related|pager|pagination|toolbar|skip(?:-?(?:link|to|nav))?|banner|cookie(?:-?(?:bar|banner|consent|notice))?|consent|newsletter|subscribe|search|login|signin|advert(?:isement)?|ads?|popup|modal|print|footer|back-?to-?top|scroll-?top|language(?:-?(?:switch(?:er)?|select(?:or)?))?|lang-?switch(?:er)?)(?:$|[\s_-])/i;

function holds(branch: Branch, test: (inner: Branch) => boolean): boolean {
  return branch.children.some((child) => typeof child !== 'string' && (test(child) || holds(child, test)));
}

const isHeading = (branch: Branch) => /^h[1-6]$/.test(branch.name);

/** A button that opens a part of the text carries that part's heading. */
function isDisclosure(branch: Branch): boolean {
  if (branch.attributes['aria-expanded'] !== undefined || branch.attributes['aria-controls'] !== undefined)
    return true;
  for (let at = branch.parent; at; at = at.parent) if (isHeading(at) || at.name === 'summary') return true;
  return holds(branch, isHeading);
}

/** Why a branch is furniture, or null. `total` measures the main element. */
function judge(branch: Branch, measure: Measure, total: Measure): string | null {
  const { name, attributes } = branch;
  if (name === 'button') return isDisclosure(branch) && measure.chars > 3 ? null : 'button';
  if (measure.chars === 0) return null;
  const isSmall = measure.prose <= total.prose * MAX_SHARE;
  if (!isSmall) return null;
  if (name === 'nav' || name === 'dialog') return name;
  const role = attributes['role'];
  if (role && ROLES.has(role.toLowerCase())) return `role ${role}`;
  if (name === 'footer' || name === 'aside') return name;
  if (measure.prose > 0) return null;
  if (isHidden(branch)) return 'hidden';
  if (name === 'form') return 'form';
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`;
  if (names.length > 1 && measure.chars < 2000 && NAMES.test(names) && !holds(branch, isHeading))
    return 'named as furniture';
  return null;
}

/** The branches to remove, outermost only, with the reason of each. */
export function findFurniture(main: Branch, measures: Measures): Map<Branch, string> {
  const found = new Map<Branch, string>();
  const total = measures.get(main)!;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      const measure = measures.get(child);
      if (!measure) continue;
      const reason = judge(child, measure, total);
      if (reason) found.set(child, reason);
      else visit(child);
    }
  };
  visit(main);
  return found;
}
