/** The door of export: the dataset as files for other tools. */
export { type ExportFormat, exportDataset, exportFormats } from './export-dataset.ts';
