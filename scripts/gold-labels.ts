/**
 * The gold of `crawler/core/gold`: clauses of invented policies with the topics that a reader found in them before any rule
 * was asked, and how far the rules agree. `node scripts/gold-labels.ts` writes the measured rates of false silences into
 * `crawler/core/topics/silences.ts`, which the site shows; a test holds them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { labelClause, SUBJECTS } from '../crawler/core/index.ts';
import type { MeasuredSilences } from '../crawler/core/topics/silences.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';

export const GOLD_LANGUAGES = ['en', 'de', 'fr'] as const;

export interface GoldClause {
  readonly policy: string;
  readonly text: string;
  readonly topics: readonly string[];
}

/** The clauses of a language's file: `= policy`, then `topics | clause`, a dash for none. */
export function readGold(language: string): GoldClause[] {
  const file = new URL(`../crawler/core/gold/${language}.txt`, import.meta.url);
  let policy = '';
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('= ')) policy = line.slice(2);
      const at = line.indexOf(' | ');
      if (line.startsWith('#') || at < 0) return [];
      const topics = line.slice(0, at);
      return [{ policy, text: line.slice(at + 3), topics: topics === '-' ? [] : topics.split(' ') }];
    });
}

/** What the rules say of a gold clause that stands under no heading. */
export interface JudgedClause extends GoldClause {
  readonly given: readonly string[];
  readonly perhaps: readonly string[];
}

export function judgeGold(language: string): JudgedClause[] {
  return readGold(language).map((gold) => {
    const labels = labelClause({ kind: 'paragraph', level: 0, text: gold.text }, null, language);
    if (labels === null) throw new Error(`no rules for ${language}`);
    return {
      ...gold,
      given: labels.topics.map(({ topic }) => topic),
      perhaps: labels.perhaps.map(({ topic }) => topic),
    };
  });
}

/** How often each topic would be said to be passed over, policy by policy, and how often that is false. */
export function measureSilences(clauses: readonly JudgedClause[]): MeasuredSilences {
  const policies = [...Map.groupBy(clauses, ({ policy }) => policy).values()];
  const topics = SUBJECTS.map((topic) => {
    const silent = policies.filter(
      (own) => !own.some(({ given, perhaps }) => given.includes(topic) || perhaps.includes(topic)),
    );
    const isFalse = silent.filter((own) => own.some((clause) => clause.topics.includes(topic)));
    return [topic, [silent.length, isFalse.length]] as const;
  });
  return { policies: policies.length, topics: Object.fromEntries(topics) };
}

const key = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`);

/** One language's figures as the formatter writes them. */
function writeMeasured(language: string, { policies, topics }: MeasuredSilences): string {
  const lines = Object.entries(topics).map(
    ([topic, [said, untrue]]) => `      ${key(topic)}: [${said}, ${untrue}],\n`,
  );
  return `  ${language}: {\n    policies: ${policies},\n    topics: {\n${lines.join('')}    },\n  },\n`;
}

function main(): void {
  readFlags({}, 'node scripts/gold-labels.ts');
  const file = new URL('../crawler/core/topics/silences.ts', import.meta.url);
  const source = readFileSync(file, 'utf8');
  const measured = GOLD_LANGUAGES.map((language) =>
    writeMeasured(language, measureSilences(judgeGold(language))),
  );
  const head = 'export const SILENCES: Readonly<Record<string, MeasuredSilences>> = {\n';
  writeFileSync(
    file,
    `${source.slice(0, source.indexOf('export const SILENCES'))}${head}${measured.join('')}};\n`,
  );
}

if (import.meta.main) await runMain(main);
