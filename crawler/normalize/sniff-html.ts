/** Whether text is HTML, by what it holds: servers send pages as plain text, and plain text as pages. */

const ELEMENT = /<(?:!doctype\s+html|html|head|body|title|meta|p|br|div|table|font|h[1-6]|a)\b/i;
/** Where the first element of a page may stand. */
const START_LENGTH = 20_000;

/** Whether a text that comes without a type holds an element of a page. */
export const looksLikeHtml = (text: string): boolean => ELEMENT.test(text.slice(0, START_LENGTH));

/** What a document begins with; nobody types that before a plain text. */
const DOCUMENT = /^\s*<(?:!doctype\s+html|html|head|body|title|meta)\b/i;
const PROLOGUE = /^(?:\s+|<\?xml[^>]{0,500}\?>|<!--[^>]{0,5000}-->)/i;
/** More than so many remarks before the first element are passed over no further. */
const MAX_PROLOGUES = 20;
/** Elements that structure text, and how closely they stand in one that was written as HTML. */
const STRUCTURE = /<\/?(?:p|br|div|table|tr|td|font|center|h[1-6]|[uo]l|li|b|strong|span)\b[^<>]{0,300}>/gi;
const LEAST_TAGS = 5;
const CHARS_PER_TAG = 400;

/** Whether a text that was sent as plain is a page all the same: it begins as one, or is full of its tags. */
export function isHtmlDespiteType(text: string): boolean {
  let start = text.slice(0, START_LENGTH);
  for (let k = 0; k < MAX_PROLOGUES && PROLOGUE.test(start); k++) start = start.replace(PROLOGUE, '');
  if (DOCUMENT.test(start)) return true;
  const tags = start.match(STRUCTURE)?.length ?? 0;
  return tags >= LEAST_TAGS && tags * CHARS_PER_TAG >= start.length;
}
