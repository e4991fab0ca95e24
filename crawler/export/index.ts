/** The door of export: the dataset as files for other tools. */

export { completeDatasetFile } from './dataset-file.ts';
export { type ExportFormat, type ExportOptions, exportDataset, exportFormats } from './export-dataset.ts';
export { describeRelease } from './release-files.ts';
export { layouts, type TextLayout } from './write-texts.ts';
