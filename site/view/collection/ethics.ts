/** Lists of the page on ethics that its JSON twin holds too. */

/** What a request to remove something has to state. */
export const requestParts: readonly string[] = [
  'who you are, and for whom you ask',
  'the address of the page here, and which versions are meant',
  'why: whose data it is, or which right stands against showing it',
];

/** What happens to such a request, in order. */
export const requestSteps: readonly string[] = [
  'You hear within seven days that the request has arrived. While it is looked at, the text is hidden.',
  'If it is granted, the captures go on a removal list. The crawler does not fetch them, no version is made of them, and pages, search, comparisons, feeds and every form of the data are made without their words.',
  'A note stays at the published address: that a text stood here, when it was captured, when it was removed, why in general words, and its hash. Citations keep leading somewhere, and nobody can pass off another text for it.',
  'The next release lists the removal. Older releases are withdrawn where the law demands it, and else carry a note.',
];

export const knownBiases: readonly string[] = [
  'Prominent sites and prominent pages are archived more often than others.',
  'Rules for topics know ten languages, best of all English; promises and vague words are judged in English alone. Texts in other languages are kept, and not judged.',
  'Older years are thin. A change there may lie in a window of years.',
  'Some owners had their sites excluded from the archive: they are missing here altogether.',
  'Pages that show their text only through scripts could not be read, and there are more of them in later years.',
  'The topic rules were written while looking at few companies.',
  'Which companies are here was decided by whoever ran the crawler.',
];
