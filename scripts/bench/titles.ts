/**
 * What each rule for titles brings, on either half of the old pages: the invented ones, and with PALIMPSEST_CORPUS those
 * of its `corpus-oldweb`. Pages are split by the hash of their site's name, so that a rule learned on one half is seen
 * on the other. A rule stays where it brings titles on both, or brings some on one and costs nothing on the other.
 *
 *   PALIMPSEST_CORPUS=DIR node scripts/bench/titles.ts
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../crawler/core/inline.ts';
import { titleRules } from '../../crawler/normalize/find-headings.ts';
import { normalizePayload } from '../../crawler/normalize/index.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';

interface OldPage {
  readonly site: string;
  readonly bytes: Uint8Array;
  readonly titles: readonly string[];
}

const titlesOf = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) =>
      plainText(line.replace(/^#+ /, ''))
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    );

function readInvented(): OldPage[] {
  const folder = new URL('../../crawler/normalize/invented/', import.meta.url);
  const names = readdirSync(folder).filter((name) => /^old-.*\.html$/.test(name));
  return names.map((name) => ({
    site: name,
    bytes: readFileSync(new URL(name, folder)),
    titles: titlesOf(readFileSync(new URL(name.replace(/html$/, 'md'), folder), 'utf8')),
  }));
}

function readReal(root: string | undefined): OldPage[] {
  const folder = join(root ?? '', 'corpus-oldweb');
  if (root === undefined || !existsSync(folder)) return [];
  const lines = readFileSync(join(folder, 'index.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { domain, html, gold } = JSON.parse(line) as {
      domain: string;
      html: string | null;
      gold: string | null;
    };
    if (html === null || gold === null) return [];
    const titles = titlesOf(readFileSync(join(folder, gold), 'utf8'));
    return [{ site: domain, bytes: readFileSync(join(folder, html)), titles }];
  });
}

const halfOf = (site: string) => createHash('sha256').update(site).digest()[0]! % 2;

/** Titles found of those there are, and others taken for such, on one half. */
async function measure(pages: readonly OldPage[]): Promise<string> {
  let found = 0;
  let all = 0;
  let extra = 0;
  for (const { bytes, titles } of pages) {
    const contentType = 'text/html; charset=utf-8';
    const ours = titlesOf((await normalizePayload({ bytes, contentType, original: null })).markdown);
    all += titles.length;
    found += titles.filter((title) => ours.includes(title)).length;
    extra += ours.filter((title) => !titles.includes(title)).length;
  }
  return `${found} of ${all}, ${extra} extra`.padEnd(26);
}

await runMain(async () => {
  readFlags({}, 'PALIMPSEST_CORPUS=DIR node scripts/bench/titles.ts');
  const pages = [...readInvented(), ...readReal(process.env.PALIMPSEST_CORPUS)];
  const halves = [0, 1].map((half) => pages.filter(({ site }) => halfOf(site) === half));
  const print = async (name: string) => {
    const [one, other] = [await measure(halves[0]!), await measure(halves[1]!)];
    console.log(`${name.padEnd(28)}${one}${other}`);
  };
  console.log(`${''.padEnd(28)}${'one half'.padEnd(26)}other half`);
  await print('all rules');
  const rules = [...titleRules];
  for (const rule of rules) {
    titleRules.splice(0, titleRules.length, ...rules.filter((other) => other !== rule));
    await print(`without ${rule.name}`);
  }
  titleRules.length = 0;
  await print('tags and looks alone');
});
