/** White space that is not one space already: nearly all of a text's is, and putting a space for each cost twice as much. */
const OTHER_SPACE = /\s{2,}|[^\S ]/g;

/** A text with one space for each stretch of white space. */
export function squashSpace(text: string): string {
  return text.replace(OTHER_SPACE, ' ');
}
