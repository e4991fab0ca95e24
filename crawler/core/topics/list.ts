export interface TopicDefinition {
  /** Stands in addresses and in the dataset. */
  readonly name: string;
  readonly title: string;
  readonly covers: string;
}

const topic = (name: string, title: string, covers: string): TopicDefinition => ({ name, title, covers });

/**
 * The topics: OPP-115's categories (Wilson and others, 2016) with the refinements that studies of privacy policies use. A
 * topic says what a clause is about, never what it permits or promises.
 */
export const TOPICS: readonly TopicDefinition[] = [
  topic('collection', 'Collection', 'what personal information is collected, and how it is given'),
  topic('use', 'Use', 'what the information collected is used for'),
  topic('third-parties', 'Third parties', 'sharing with, and collection by, anyone else'),
  topic('advertising', 'Advertising', 'advertisements, advertisers and ad networks'),
  topic('cookies', 'Cookies', 'cookies, web beacons, clear gifs, local storage, fingerprints'),
  topic('log-files', 'Log files', 'what servers and devices record by themselves: addresses, pages, times'),
  topic('analytics', 'Analytics', 'measuring and profiling of use, aggregate statistics'),
  topic('location', 'Location', 'where a person or device is'),
  topic('mailing-lists', 'Mailings', 'newsletters, promotional messages, unsubscribing'),
  topic('choice', 'Choice', 'opting in or out, consent, settings'),
  topic('rights', 'Access and rights', 'seeing, correcting, deleting, exporting; objecting, complaining'),
  topic('retention', 'Retention', 'how long information is kept, and when it is deleted'),
  topic('security', 'Security', 'how information is protected, and breaches'),
  topic('transfer-abroad', 'Transfer abroad', 'moving information to, or keeping it in, other countries'),
  topic(
    'transfer-buyer',
    'Transfer to a buyer',
    'what becomes of information when the company is sold or merged',
  ),
  topic('legal-disclosure', 'Legal disclosure', 'disclosure to courts and authorities, protection of rights'),
  topic('children', 'Children', 'children and minors, parents, age limits'),
  topic('policy-change', 'Changes to the policy', 'how the policy itself changes, and how one learns of it'),
  topic('do-not-track', 'Do not track', 'signals of a browser against tracking'),
  topic('law-specific', 'Law-specific parts', 'residents of a state or region, named laws'),
  topic('outside-links', 'Outside links', 'links to sites of others, and that their practices differ'),
  topic('seals', 'Seals', 'seal and self-regulation programs, for or against'),
  topic('contact', 'Contact', 'how to reach the company about privacy'),
  topic('commentary', 'Commentary', 'matter that is not policy: tips, opinions on others'),
];

/** Matter that is no policy: a label that keeps others away. */
export const COMMENTARY = 'commentary';
