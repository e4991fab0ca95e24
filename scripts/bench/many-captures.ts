import { formatInstant, parseInstant } from '../../crawler/core/timestamp.ts';
import type { WarcCapture } from '../warc/write-warc.ts';

/** Captures of one invented policy, every one of other bytes; the text changes now and then. */
export function* manyCaptures(count: number): Generator<WarcCapture> {
  const start = Date.parse('1999-01-01T00:00:00Z');
  for (let k = 0; k < count; k++) {
    const timestamp = parseInstant(new Date(start + k * 11 * 3_600_000).toISOString());
    const version = Math.floor((k * 40) / count);
    const paragraphs = Array.from(
      { length: 25 },
      (_, n) =>
        `<p>We collect personal information for purpose ${n}, keep it for ${n === version % 25 ? version : n} months and disclose it to nobody without consent.</p>`,
    );
    const body = `<html><head><title>Privacy Policy</title></head><body><!-- ${k} ${formatInstant(timestamp)} -->\n<h1>Privacy Policy</h1>\n${paragraphs.join('\n')}\n</body></html>`;
    yield { url: 'http://many.example/privacy', timestamp, body };
  }
}
