/** The ten steps from an index query to a compared clause, in words. The page shows one example below each. */
export const methodSteps: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Find the address',
    text: 'Archived home pages of several years are read for links that name a privacy policy; the index is asked for addresses that look like one, and the usual paths are tried. Each find keeps its evidence. Redirects and frames lead on to further addresses: one policy may have lived at many.',
  },
  {
    title: 'Ask the index',
    text: 'The archive’s index lists every capture of an address, a row each. Rows are checked one by one: damaged and doubled ones are dropped.',
  },
  {
    title: 'Choose what to fetch',
    text: 'Captures with the same digest have the same bytes, so one of them is fetched and the others count as observations of it. Redirects, errors and images are left out, each with its reason.',
  },
  {
    title: 'Fetch it as it was',
    text: 'The capture is asked for without the archive’s additions, slowly and by a program that says who it is. Only an answer that carries the archive’s own date of capture is taken for one; its bytes are kept unchanged.',
  },
  {
    title: 'Take the text out of the page',
    text: 'The bytes are decoded, and what is not the policy is left out: menus, banners, footers, hidden matter. Every piece left out is kept with its reason and shown with the version.',
  },
  {
    title: 'Judge it',
    text: 'What is left must be running text about data, rights or rules. Error pages, parked domains, block pages and other documents are counted and make no version. Language and stated date are read; a stated date stays a claim.',
  },
  {
    title: 'Make versions',
    text: 'Successive captures that read the same are one version, seen from its first to its last. Quotes, dashes, spacing, markup and link targets make no difference: they change the look and not the words.',
  },
  {
    title: 'Cut it into clauses',
    text: 'Headings, paragraphs, list items and table rows are clauses, each with the headings it stands under. A clause under no heading is given a label in [brackets], which is ours. Rules give each clause its topics.',
  },
  {
    title: 'Pair the clauses',
    text: 'Equal clauses of two successive versions are paired first, then alike ones between the same neighbours, then alike ones wherever they stand; last come those that were split or merged. What stays unpaired is new, or no longer present.',
  },
  {
    title: 'Compare the words',
    text: 'Inside each pair the words are compared, and marks that would stand too close are joined. The words that differ give the change its class. All of it lies in a window: after the last capture of the old text, before the first of the new.',
  },
];
