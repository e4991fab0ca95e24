import {
  joinWords,
  parseInstant,
  type RequestCounts,
  type StoreTotals,
} from '../../../crawler/core/index.ts';
import { shortDay } from '../dates.ts';
import { formatBytes, groupDigits, plural } from '../plural.ts';
import { outcomeText } from '../reasons.ts';
import { silenceShares } from '../topics/silences.ts';
import { sumRuns } from './status-page.ts';

export interface Collection {
  readonly release: string;
  /** Versions of the rules that made what is shown, in words. */
  readonly rulesVersion: string;
  readonly schemaVersion: number;
  readonly totals: Omit<StoreTotals, 'asOf'>;
  readonly runs: readonly {
    readonly archive: string;
    readonly program: string;
    readonly startedAt: string;
    readonly requests: RequestCounts | null;
  }[];
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly file: { readonly name: string; readonly sizeBytes: number; readonly sha256: string } | null;
  readonly isInvented: boolean;
}

export interface SheetGroup {
  readonly name: string;
  readonly title: string;
  readonly answers: readonly (readonly [question: string, answer: string])[];
}

const motivation: SheetGroup = {
  name: 'motivation',
  title: 'Motivation',
  answers: [
    [
      'For what purpose was the dataset made?',
      'To read what companies promised about personal information, since when, and what stood there before: version by version, clause by clause, with the doubt that belongs to each date.',
    ],
    [
      'Who made it, and who paid?',
      'Whoever ran the program Palimpsest and published this copy. The program is free software; nobody pays for what it says.',
    ],
  ],
};

function composition({ totals, outcomes, isInvented }: Collection): SheetGroup {
  const span =
    totals.firstSeen && totals.lastSeen
      ? `seen from ${shortDay(totals.firstSeen)} to ${shortDay(totals.lastSeen)}`
      : 'none of them dated';
  const kinds = Object.entries(outcomes).map(([outcome, reasons]) => {
    const count = Object.values(reasons).reduce((sum, one) => sum + one, 0);
    return `${groupDigits(count)} ${outcome} (${outcomeText(outcome).line})`;
  });
  return {
    name: 'composition',
    title: 'Composition',
    answers: [
      [
        'What do the rows stand for?',
        'Captures of policies in an archive; the versions of text they hold; the clauses of each version; changes between successive versions; lineages of clauses; names, promises, vague words and links in clauses.',
      ],
      [
        'How many are there?',
        `${plural(totals.companies, 'company', 'companies')}, ${plural(totals.policies, 'policy', 'policies')}, ${plural(totals.versions, 'version')}, ${plural(totals.captures, 'capture')}, ${plural(totals.clauses, 'distinct clause')}, ${plural(totals.changes, 'change')}; ${span}.`,
      ],
      [
        'Is it a sample, and of what?',
        `${isInvented ? 'These companies and their policies are invented, to show what the program does. Of real companies it would be a' : 'It is a'} convenience sample: the domains somebody named, as far as an archive captured them. It stands for no population. That a text is not in it says nothing about whether it existed.`,
      ],
      [
        'What became of the captures?',
        kinds.length === 0
          ? 'There are none.'
          : `${joinWords(kinds, 'and')}. Each has one outcome with a reason.`,
      ],
      [
        'Are there errors, noise, redundancies?',
        'Yes: known failures are listed on the page on method, doubts are marked on each version, and captures that read the same are counted as one version.',
      ],
      [
        'Does it hold personal data?',
        'Policies may name contact persons, postal and mail addresses. Mail addresses can be told apart in v_links by their kind. Nothing is inferred about any person.',
      ],
    ],
  };
}

function collecting({ runs }: Collection): SheetGroup {
  const sum = sumRuns(runs);
  const archives = [
    ...new Set(runs.map(({ archive }) => archive).filter((archive) => archive !== '')),
  ].sort();
  const days = runs.map(({ startedAt }) => startedAt).sort();
  const when =
    days.length === 0
      ? 'No run is recorded.'
      : `${plural(runs.length, 'run')}, the first on ${shortDay(parseInstant(days[0]!))}, the last on ${shortDay(parseInstant(days.at(-1)!))}.`;
  return {
    name: 'collection',
    title: 'Collection',
    answers: [
      [
        'How was it gathered?',
        'A program looked for the addresses of each policy in an archive, listed their captures in the archive’s index, fetched one capture of each distinct digest as it was captured, and kept its bytes unchanged. Companies’ own servers were not asked.',
      ],
      ['From where?', archives.length === 0 ? 'From local files.' : `From ${joinWords(archives, 'and')}.`],
      ['Over what time?', when],
      [
        'At what cost to the archive?',
        sum.counted === 0
          ? 'It was not counted; imports ask nothing of an archive.'
          : `${plural(sum.cdx + sum.memento, 'request')} in ${plural(sum.counted, 'run')}, ${formatBytes(sum.receivedBytes)} received, ${groupDigits(sum.retries)} repeated.`,
      ],
      [
        'Was consent asked for?',
        'The texts are statements to the public by organisations, archived publicly. Whoever has a reason to object can have a text removed: see ethics and removal.',
      ],
    ],
  };
}

function processing({ rulesVersion, runs }: Collection): SheetGroup {
  const programs = [...new Set(runs.map(({ program }) => program))].sort();
  return {
    name: 'processing',
    title: 'Processing and labelling',
    answers: [
      [
        'What was done to the raw data?',
        `Bytes were decoded, page furniture was left out (and kept in a log), the rest was written as Markdown, cut into clauses and compared, by rules of version ${rulesVersion}. Topics are labelled by rules whose names are in the data and, in English texts, by a small model that learned from headings of openly licensed policies; names by rules in every language, promises and vague words by rules in English texts alone (in others they were not judged). Nobody labelled these texts by hand.`,
      ],
      [
        'How good are the labels?',
        `That a policy passes over a topic is a claim, and was measured on invented policies that readers labelled. False were, by language of the text: ${silenceShares()} such silences. In other languages with rules it was not measured; texts in languages without rules are not judged. Each topic's page has its own figures.`,
      ],
      [
        'Are the raw data there too?',
        'Yes: the payload of every capture that was fetched is in the file, except where it was removed.',
      ],
      [
        'Is the program available?',
        `Yes${programs.length > 0 ? ` (${joinWords(programs, 'and')})` : ''}. It derives everything anew from the raw data, offline, with the same result.`,
      ],
    ],
  };
}

const uses: SheetGroup = {
  name: 'uses',
  title: 'Uses',
  answers: [
    [
      'What can it be used for?',
      'Reading and citing one company’s wording at a time; counting words, topics and changes over many; following the life of a clause; comparing companies; testing programs that read or compare such texts.',
    ],
    [
      'What must be kept in mind?',
      'First and last seen are bounds, never dates of publication. A change lies in a window. Coverage differs between companies and years: compare only what was covered alike. Topics are labels of rules for English.',
    ],
    [
      'What should it not be used for?',
      'As legal advice; as what a company says today; to grade companies by a number; to find or contact persons named in texts.',
    ],
  ],
};

function distribution({ release, file, schemaVersion }: Collection): SheetGroup {
  return {
    name: 'distribution',
    title: 'Distribution',
    answers: [
      [
        'How is it given out?',
        file
          ? `As one SQLite file, ${file.name}, ${formatBytes(file.sizeBytes)}, SHA-256 ${file.sha256}, schema version ${schemaVersion}; no form, no account. The program exports it as CSV, JSON Lines, Parquet, Markdown and WARC.`
          : 'This build carries no copy of the file.',
      ],
      [
        'When?',
        `This is release ${release}. A release is named after the month of the newest material in it.`,
      ],
      [
        'Under what licence?',
        'In two parts: what the program adds under CC BY 4.0; the policies’ texts stay their authors’, and nothing is claimed on them.',
      ],
    ],
  };
}

const upkeep: SheetGroup = {
  name: 'upkeep',
  title: 'Upkeep',
  answers: [
    ['Who looks after it?', 'Whoever publishes this copy.'],
    [
      'Will it be updated?',
      'With each crawl: an update lists everything again, since captures turn up later in the past, and fetches what is new. Addresses of pages stay.',
    ],
    [
      'What happens when rules change?',
      'All texts are derived anew together, so that a change of ours never looks like one of theirs; every derived row carries its rules version.',
    ],
    [
      'What happens to texts that are removed?',
      'Their words leave the pages and the file. Dates, hash and reason stay: see v_removals and the note at the published address.',
    ],
    [
      'Can others extend it?',
      'Yes: crawl further domains with the same program, or import local material into the same file.',
    ],
  ],
};

/** The whole sheet. */
export function describeCollection(collection: Collection): SheetGroup[] {
  return [
    motivation,
    composition(collection),
    collecting(collection),
    processing(collection),
    uses,
    distribution(collection),
    upkeep,
  ];
}
