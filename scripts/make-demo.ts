/**
 * Writes the demo collection as one WARC file.
 *
 *     node scripts/make-demo.ts                      data/demo/demo.warc.gz
 *     node scripts/make-demo.ts --out FILE           somewhere else
 *     node scripts/make-demo.ts --list [DOMAIN ...]  prints what the histories come to, writes nothing
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readFlags, runMain } from '../crawler/run-main.ts';
import { describeCompany } from './demo-collection/describe.ts';
import type { Company } from './demo-collection/model.ts';
import { planCaptures } from './demo-collection/plan.ts';
import { readCompanies, readCompany } from './demo-collection/read-company.ts';
import { serializeWarc } from './demo-collection/warc.ts';

const demoFolder = join(import.meta.dirname, '..', 'data', 'demo');
export const companiesFolder = join(demoFolder, 'companies');
export const demoFile = join(demoFolder, 'demo.warc.gz');

export interface DemoCollection {
  readonly file: string;
  readonly domains: readonly string[];
  readonly captureCount: number;
  readonly lengthBytes: number;
}

/**
 * Makes the WARC file from the committed texts; the same bytes on every run and system.
 * @throws UserError when the texts or histories do not fit together.
 */
export async function makeDemo(outFile: string = demoFile): Promise<DemoCollection> {
  const companies = readCompanies(companiesFolder);
  const captures = companies
    .flatMap(planCaptures)
    .sort((left, right) =>
      left.timestamp < right.timestamp ? -1 : Number(left.timestamp > right.timestamp),
    );
  const bytes = await serializeWarc(captures, basename(demoFile));
  mkdirSync(dirname(outFile), { recursive: true });
  // Written beside and renamed, so that nobody ever reads half a collection.
  writeFileSync(`${outFile}.part`, bytes);
  renameSync(`${outFile}.part`, outFile);
  return {
    file: outFile,
    domains: companies.map(({ domain }) => domain),
    captureCount: captures.length,
    lengthBytes: bytes.length,
  };
}

async function main(): Promise<void> {
  const { values, positionals } = readFlags(
    { options: { out: { type: 'string' }, list: { type: 'boolean' } }, allowPositionals: true },
    'node scripts/make-demo.ts [--out FILE] | --list [DOMAIN …]',
  );
  if (values.list) {
    const companies: Company[] =
      positionals.length === 0
        ? readCompanies(companiesFolder)
        : positionals.map((domain) => readCompany(join(companiesFolder, domain)));
    for (const company of companies) console.log(describeCompany(company));
    return;
  }
  const { file, captureCount, lengthBytes, domains } = await makeDemo(values.out);
  console.log(`${file}: ${captureCount} captures of ${domains.join(', ')}, ${lengthBytes} bytes`);
}

if (import.meta.main) await runMain(main);
