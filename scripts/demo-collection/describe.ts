import { blocksText } from './clause-library.ts';
import type { Company, PolicyText } from './model.ts';
import { planCaptures } from './plan.ts';

/** What a company's history comes to, for whoever writes it: a line per version, then sums. */
export function describeCompany(company: Company): string {
  const captures = planCaptures(company);
  const lines = company.versions.map((version) => {
    const own = captures.filter((capture) => capture.role === 'policy' && capture.version === version.id);
    const seen = [...new Set(own.map(({ look }) => look))].join(', ');
    const words = String(versionWords(company, version)).padStart(5);
    return `  ${version.id.padEnd(12)} ${version.from} ${words} words ${String(own.length).padStart(3)} captures  ${seen}  ${version.note}`;
  });
  const count = (role: string): number => captures.filter((capture) => capture.role === role).length;
  return [
    `${company.name} (${company.domain})`,
    ...lines,
    `  policy ${count('policy')}, frame ${count('frame')}, home ${count('home')}, page ${count('page')}, ` +
      `moved ${count('moved')}, soft-404 ${count('soft-404')}, parked ${count('parked')}, error ${count('error')}; ` +
      `${distinctTexts(company)} distinct texts, ${captures.length} captures`,
  ].join('\n');
}

export function versionWords(company: Company, version: PolicyText): number {
  return versionText(company, version).split(/\s+/u).length;
}

/** How many different texts the history holds, whatever their markup. */
export function distinctTexts(company: Company): number {
  return new Set(company.versions.map((version) => versionText(company, version))).size;
}

function versionText(company: Company, version: PolicyText): string {
  const blocks = version.keys.flatMap((key) => company.clauses.get(key) ?? []);
  return [version.title, version.stated ?? '', blocksText(blocks)].join('\n');
}
