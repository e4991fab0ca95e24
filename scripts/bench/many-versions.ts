/**
 * A store of as many versions as are wanted, made of real clauses: policies of numbered companies, each composed of runs
 * of clauses from several real documents and changed from version to version as real ones are. Seeded: the same numbers
 * give the same texts. The clauses are those of the folder `corpus-diff` below PALIMPSEST_CORPUS; the histories are not
 * real, since no collection at hand holds so many versions.
 *
 *     PALIMPSEST_CORPUS=FOLDER node scripts/bench/many-versions.ts OUT.sqlite [VERSIONS]
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProvenanceHeader } from '../../crawler/core/index.ts';
import { silentEffects } from '../../crawler/effects.ts';
import { UserError } from '../../crawler/errors.ts';
import { importFiles } from '../../crawler/run/intake/import.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { openStore } from '../../crawler/store/index.ts';

const VERSIONS_EACH = 25;
const FIRST_YEAR = 1998;
const LAST_YEAR = 2025;
/** Of one policy, fewest and most. */
const CLAUSES = [40, 160] as const;
/** From one version to the next, fewest and most. */
const EDITS = [1, 8] as const;

interface RealClause {
  readonly kind: 'heading' | 'para' | 'item' | 'row';
  readonly depth: number;
  readonly text: string;
}

interface RealTexts {
  readonly documents: readonly (readonly RealClause[])[];
  /** One clause before and after a real change. */
  readonly edits: readonly { readonly before: string; readonly after: string }[];
}

type Random = (from: number, to: number) => number;

/** Whole numbers from `from` to `to`, both included, evenly; Marsaglia's xorshift of 32 bits (2003). */
function seedRandom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return (from, to) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return from + ((state >>> 0) % (to - from + 1));
  };
}

function pick<T>(random: Random, all: readonly T[]): T {
  return all[random(0, all.length - 1)]!;
}

function readRealTexts(corpus: string): RealTexts {
  const folder = join(corpus, 'corpus-diff');
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const cases = readdirSync(join(folder, 'synthetic')).filter((name) => name.endsWith('.json'));
  return {
    // Only the left side of a case is a real document.
    documents: cases
      .sort()
      .map((name) => read(`synthetic/${name}`))
      .filter(({ source }) => source.lang === 'en')
      .map(({ before }: { before: RealClause[] }) => before.filter(({ kind }) => kind !== 'row')),
    edits: read('words/real.json'),
  };
}

/** Runs of clauses from several documents, one after the other, with a few clauses whose later wording is known. */
function composePolicy({ documents, edits }: RealTexts, random: Random): RealClause[] {
  const length = random(...CLAUSES);
  const clauses: RealClause[] = [];
  while (clauses.length < length) {
    const document = pick(random, documents);
    const from = random(0, Math.max(0, document.length - 5));
    clauses.push(...document.slice(from, from + random(5, 30)));
  }
  for (let count = random(2, 8); count > 0; count--) {
    const text = pick(random, edits).before;
    clauses.splice(random(1, clauses.length), 0, { kind: 'para', depth: 0, text });
  }
  return clauses;
}

const sentencesOf = (text: string) => text.split(/(?<=[.;])\s+/);

/** The next version: real rewordings, sentences of other policies, clauses that come and go. */
function editPolicy({ documents, edits }: RealTexts, policy: readonly RealClause[], random: Random) {
  const clauses = [...policy];
  for (let count = random(...EDITS); count > 0; count--) {
    const at = random(1, clauses.length - 1);
    const clause = clauses[at]!;
    const other = pick(random, pick(random, documents));
    const known = clauses.findIndex(({ text }) => edits.some(({ before }) => before === text));
    const choice = random(1, 10);
    if (choice <= 3 && known > 0) {
      const text = edits.find(({ before }) => before === clauses[known]!.text)!.after;
      clauses[known] = { ...clauses[known]!, text };
    } else if (choice <= 7 && clause.kind !== 'heading') {
      const sentences = sentencesOf(clause.text);
      sentences[random(0, sentences.length - 1)] = pick(random, sentencesOf(other.text));
      clauses[at] = { ...clause, text: sentences.join(' ') };
    } else if (choice <= 8 && clauses.length > CLAUSES[0] / 2) {
      clauses.splice(at, 1);
    } else {
      clauses.splice(at, 0, other);
    }
  }
  return clauses;
}

function formatClause({ kind, depth, text }: RealClause): string {
  if (kind === 'heading') return `${'#'.repeat(Math.min(6, Math.max(2, depth)))} ${text}`;
  return kind === 'item' ? `- ${text}` : text;
}

function formatPolicy(clauses: readonly RealClause[]): string {
  const blocks = clauses.map((clause, at) => {
    const isListGoingOn = clause.kind === 'item' && clauses[at - 1]?.kind === 'item';
    return `${isListGoingOn ? '\n' : '\n\n'}${formatClause(clause)}`;
  });
  return `# Privacy Policy${blocks.join('')}\n`;
}

/** Files of one company's versions, months apart; the first months differ from company to company. */
function writeCompany(folder: string, texts: RealTexts, number: number, count: number) {
  const random = seedRandom(number);
  const domain = `company-${String(number).padStart(4, '0')}.example`;
  const spanMonths = (LAST_YEAR - FIRST_YEAR) * 12;
  const start = random(0, Math.floor(spanMonths / 3));
  const step = Math.floor((spanMonths - start) / count);
  let clauses = composePolicy(texts, random);
  return Array.from({ length: count }, (_, k) => {
    const month = start + k * step + random(0, step - 1);
    const year = FIRST_YEAR + Math.floor(month / 12);
    const timestamp = `${year}${String((month % 12) + 1).padStart(2, '0')}${String(random(1, 28)).padStart(2, '0')}120000`;
    const rawUrl = `https://web.archive.org/web/${timestamp}id_/http://www.${domain}/privacy.html`;
    const header = formatProvenanceHeader({ domain, policy: 'privacy', timestamp, rawUrl });
    const file = join(folder, `${domain}-${timestamp}.md`);
    writeFileSync(file, `${header}\n\n${formatPolicy(clauses)}`);
    clauses = editPolicy(texts, clauses, random);
    return file;
  });
}

/** Writes the store, where none lies yet. Each company is imported and derived as `palimpsest import` would. */
export async function makeManyVersions(
  corpus: string,
  storeFile: string,
  versionCount: number,
  told: (done: number) => void = () => {},
): Promise<void> {
  const texts = readRealTexts(corpus);
  mkdirSync(dirname(storeFile), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-many-'));
  const store = openStore(storeFile);
  // A benchmark's store may be lost with the machine.
  store.pragma('synchronous = off');
  try {
    for (let done = 0; done < versionCount; done += VERSIONS_EACH) {
      const count = Math.min(VERSIONS_EACH, versionCount - done);
      const files = writeCompany(folder, texts, done / VERSIONS_EACH + 1, count);
      await importFiles(store, files, {}, silentEffects);
      for (const file of files) rmSync(file);
      told(done + count);
    }
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await runMain(async () => {
    const { positionals } = readFlags(
      { allowPositionals: true },
      'PALIMPSEST_CORPUS=FOLDER node scripts/bench/many-versions.ts OUT.sqlite [VERSIONS]',
    );
    const [file, versions = '20000'] = positionals;
    const corpus = process.env.PALIMPSEST_CORPUS;
    if (!file || !corpus || !/^[1-9]\d{0,6}$/.test(versions)) {
      throw new UserError(
        'no file, no corpus, or no number of versions is given',
        'Usage: PALIMPSEST_CORPUS=FOLDER node scripts/bench/many-versions.ts OUT.sqlite [VERSIONS]',
      );
    }
    if (existsSync(file)) throw new UserError(`${file} is there already`, 'Name another file.');
    await makeManyVersions(corpus, file, Number(versions), (done) => {
      if (done % 1000 === 0) console.error(`${done} versions`);
    });
  });
}
