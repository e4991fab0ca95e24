import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

/** The smallest PDF that shows lines of text, in the one font every reader has. */
function buildPdf(lines: readonly string[]): Buffer {
  const content = `BT /F1 12 Tf 40 700 Td ${lines.map((line) => `(${line}) Tj 0 -30 Td`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`,
  );
}

it('reads the text of a PDF, and says that it is one', async () => {
  const bytes = buildPdf([
    'Privacy at the invented Lanternfish',
    'We keep your letters, and nothing else that is yours.',
  ]);
  const answer = await normalizePayload({ bytes, contentType: 'application/pdf', original: null });
  expect(answer).toMatchObject({ outcome: 'version', flags: ['pdf'], charset: null });
  expect(answer.markdown).toContain('We keep your letters, and nothing else that is yours.');
});

it('names a damaged PDF', async () => {
  const bytes = buildPdf(['Privacy']).subarray(0, 200);
  expect(await normalizePayload({ bytes, contentType: 'application/pdf', original: null })).toMatchObject({
    outcome: 'failed',
    reason: 'undecodable',
    flags: ['pdf'],
  });
});
