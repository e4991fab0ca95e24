/** Words of ours that a visitor may not know, each in a short line. */
export const GLOSSARY = {
  capture: 'A copy of a page that an archive made at one moment.',
  version:
    'A text that stood in one capture after the other; its first and last capture are bounds, not dates of publication.',
  clause:
    'The smallest piece that is followed and cited: a paragraph, an item of a list or a row of a table.',
  window:
    'The days between the last capture of one text and the first of the next: the change lies somewhere in them.',
  quiet: 'A change of dates, order, links or typography only.',
  rewrite: 'A new text that carries over fewer than a fifth of the words.',
} as const;

export type GlossaryWord = keyof typeof GLOSSARY;
