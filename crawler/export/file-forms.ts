import { listCapturedDomains, type Store } from '../store/index.ts';
import type { ExportFolder } from './export-folder.ts';
import type { Redactor } from './redact.ts';
import type { FilledFolder } from './table-forms.ts';
import { CSV_NOTE } from './write-csv.ts';
import { GIT_FOLDER, GIT_NOTE, writeGit } from './write-git.ts';
import { indexTable, layouts, type TextForm, type TextLayout, writeTexts } from './write-texts.ts';
import { WARC_NOTE, writeWarcFile } from './write-warc.ts';

/** Forms that are files of texts or captures, and no tables. */

export interface FillSettings {
  readonly redactor: Redactor | null;
  readonly layout: TextLayout;
}

export function fillTexts(
  store: Store,
  folder: ExportFolder,
  form: TextForm,
  { redactor, layout }: FillSettings,
): FilledFolder {
  writeTexts(store, folder, form, layout, redactor);
  const where =
    layout === 'policies' && form === 'txt'
      ? 'a file `domain/policy/version.txt` per version'
      : layouts[layout];
  const what =
    form === 'md' ? 'where its text comes from, a blank line, the text' : 'the words a reader sees';
  return {
    opening: `${where[0]!.toUpperCase()}${where.slice(1)}: ${what}. \`index.csv\` lists them: ${CSV_NOTE}`,
    files: [
      {
        file: folder.files.at(-1)!,
        name: 'index',
        title: 'a row per version, with the path of its file',
        format: 'csv',
        view: indexTable,
      },
    ],
    tables: [{ title: 'index.csv', table: indexTable }],
  };
}

export function fillGit(
  store: Store,
  folder: ExportFolder,
  { redactor, layout }: FillSettings,
): FilledFolder {
  const count = writeGit(store, folder, layout, redactor);
  return {
    opening: `${GIT_NOTE} ${count} commits.`,
    files: folder.files
      .filter(({ path }) => path.endsWith('.pack'))
      .map((file) => ({
        file,
        name: 'policies',
        title: `objects of ${GIT_FOLDER}`,
        format: 'git',
        view: null,
      })),
    tables: [],
  };
}

export function fillWarcs(store: Store, folder: ExportFolder): FilledFolder {
  const domains = listCapturedDomains(store);
  for (const domain of domains) {
    folder.writeBy(`${domain}.warc.gz`, (file) => writeWarcFile(store, domain, file));
  }
  return {
    opening: WARC_NOTE,
    files: folder.files.map((file, at) => ({
      file,
      format: 'warc' as const,
      name: domains[at]!,
      title: `captures of ${domains[at]}`,
      view: null,
    })),
    tables: [],
  };
}
