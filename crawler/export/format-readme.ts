import type { DocumentedTable } from '../store/index.ts';
import type { ExportedTable } from './clause-tables.ts';
import type { DescribedFile } from './data-package.ts';

/** A store's tables, for those who look below the views. */
export interface SchemaFacts {
  readonly schemaVersion: number;
  readonly tables: readonly (DocumentedTable & { readonly rowCount: number })[];
}

export interface ReadmeFacts {
  readonly program: string;
  readonly gatheredAt: string | null;
  readonly release: string;
  readonly contentHash: string;
  /** What lies in the folder and how to open it, in Markdown. */
  readonly opening: string;
  readonly counts: readonly (readonly [what: string, count: number])[];
  readonly files: readonly DescribedFile[];
  readonly tables: readonly {
    readonly title: string;
    readonly table: Pick<ExportedTable, 'columns' | 'row'>;
  }[];
  readonly schema: SchemaFacts | null;
}

const LIMITS = `## What it does and does not say

- A version was *seen* from its first to its last capture. Those are bounds, never dates of publication.
- A change lies between two captures: after \`changed_after\`, not later than \`changed_before\`.
- Captures hold the same version where a reader sees the same text. Spacing, typography and link targets make none.
- Only what an archive captured can be here. Years without captures are gaps, not years without changes.
- \`stated_date\` is what a text claims of itself. Rules, not people, gave clauses their topics.
- The archive's copy is the reference: \`memento_url\` leads to it.`;

const LICENCE = `## Licence and citing

The texts of the policies are their publishers'; nothing is claimed on them. What was added here (dates, alignment,
topics, counts) is offered under CC BY 4.0. Cite a version by its domain, its \`first_seen\` and its
\`memento_url\`, the dataset by its release.
\`sha256sum --check SHA256SUMS\` tells whether the files are as they were written.`;

const CONVENTIONS =
  'Instants are ISO 8601 in UTC, `timestamp` is the archive’s 14 digits, hashes are lower-case hex SHA-256.';

/** The dataset's description for people. The same facts give the same text. */
export function formatReadme(facts: ReadmeFacts): string {
  const { program, gatheredAt, release, contentHash, opening, counts, files, tables, schema } = facts;
  const rows = counts.map(([what, count]) => `| ${what} | ${count} |`);
  const sections = [
    '# Privacy policies through time: the dataset',
    `Written by ${program}${gatheredAt === null ? '' : `; its newest material was gathered at ${gatheredAt}`}.`,
    `Release \`${release}\`: its content has the SHA-256 \`${contentHash}\`, in this form and in every other, of whatever store ` +
      'that holds the same.',
    ['| what | count |', '|---|---:|', ...rows].join('\n'),
    LIMITS,
    `## Files\n\n${opening}`,
    formatFiles(files),
    ...(tables.length > 0 ? [`## ${schema ? 'Views' : 'Columns'}`, CONVENTIONS] : []),
    ...tables.map(({ title, table }) => formatView(title, table)),
    ...(schema ? formatSchema(schema) : []),
    LICENCE,
  ];
  return `${sections.join('\n\n')}\n`;
}

function formatFiles(files: readonly DescribedFile[]): string {
  const rows = files.map(
    ({ file, title }) => `| \`${file.path}\` | ${file.rowCount ?? ''} | ${file.lengthBytes} | ${title} |`,
  );
  return ['| file | rows | bytes | what |', '|---|---:|---:|---|', ...rows].join('\n');
}

function formatView(name: string, { row, columns }: Pick<ExportedTable, 'columns' | 'row'>): string {
  const rows = columns.map((column) => `| \`${column.name}\` | ${column.type} | ${column.description} |`);
  return [`### ${name}\n\nA row per ${row}.\n`, '| column | type | what |', '|---|---|---|', ...rows].join(
    '\n',
  );
}

function formatSchema({ schemaVersion, tables }: SchemaFacts): string[] {
  return [
    '## Tables',
    `Below the views, schema version ${schemaVersion}. Tables may change between schema versions; the views stay.`,
    ...tables.map(({ name, description, columns, rowCount }) => {
      const rows = columns.map(
        (column) => `| \`${column.name}\` | ${column.type} | ${escapeCell(column.comment)} |`,
      );
      const head = [description, `${rowCount} rows.`].filter(Boolean).join(' ');
      return [`### ${name}\n\n${head}\n`, '| column | type | what |', '|---|---|---|', ...rows].join('\n');
    }),
  ];
}

const escapeCell = (text: string) => text.replaceAll('|', '\\|');
