/** WARC files are read by the same code that imports them. */
export * from '../../crawler/run/intake/warc/warc-index.ts';
