import type { Branch } from './parse-html.ts';

/** What archives put around a page when they show it to people; a page saved from there brings it along. */

/** Remarks between which the Wayback Machine and pywb put their own part. */
const INSERTS: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/<!--\s*BEGIN WAYBACK TOOLBAR INSERT\s*-->/i, /<!--\s*END WAYBACK TOOLBAR INSERT\s*-->/i],
  [/<!--\s*WB Insert\s*-->/i, /<!--\s*End WB Insert\s*-->/i],
];

/** The page without the parts that an archive marked as its own; a part without an end is left. */
export function cutArchiveInserts(html: string): string {
  let page = html;
  for (const [begin, end] of INSERTS) {
    const from = page.search(begin);
    const length = from < 0 ? -1 : page.slice(from).search(end);
    if (length > 0) page = `${page.slice(0, from)} ${page.slice(from + length)}`;
  }
  return page;
}

/** Names that archives give their toolbars: the Wayback Machine, pywb, Archive-It, Arquivo.pt, the UK Web Archive. */
const FRAME_IDS =
  /^(?:wm-ipp(?:-base|-inside|-print)?|wm-(?:capinfo|toolbar|share|expand|btns)[\w-]{0,20}|wmtb|donato(?:-base)?|_wb_[a-z_]{1,40}|(?:ait|archiveit|arquivo|ukwa|bl)[-_]?(?:wayback[-_]?)?(?:banner|toolbar)|wayback[-_]?(?:banner|toolbar))$/i;

/** Elements of an archive's frame in the page's tree, with the reason for taking them out. */
export function findArchiveFrame(body: Branch): Map<Branch, string> {
  const found = new Map<Branch, string>();
  let isToday: boolean | null = null;
  const isTodaysHead = (id: string): boolean => {
    if (id !== 'HEADER') return false;
    isToday ??= isArchiveToday(body);
    return isToday;
  };
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      const { id } = child.attributes;
      if (id !== undefined && (FRAME_IDS.test(id) || isTodaysHead(id)))
        found.set(child, "the archive's own frame");
      else visit(child);
    }
  };
  visit(body);
  return found;
}

/** archive.today shows a page in a part of its own, below a head with a form to search the archive. */
function isArchiveToday(body: Branch): boolean {
  let [hasContent, hasForm] = [false, false];
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      if (child.attributes.id === 'CONTENT') hasContent = true;
      const { action = '' } = child.attributes;
      if (child.name === 'form' && /\barchive\.(?:today|ph|is|fo|li|vn|md)\b/i.test(action)) hasForm = true;
      visit(child);
    }
  };
  visit(body);
  return hasContent && hasForm;
}
