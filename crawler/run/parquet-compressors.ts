import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

/** How pages of Parquet files are packed besides Snappy, which hyparquet unpacks itself: as Athena and Spark have it. */
export const parquetCompressors = {
  GZIP: (bytes: Uint8Array): Uint8Array => gunzipSync(bytes),
  ZSTD: (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes),
  BROTLI: (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes),
};
