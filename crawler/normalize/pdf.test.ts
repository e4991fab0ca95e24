import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

/** A line of a page: from the left and from the bottom, size, text, and whether it is bold. */
type Placed = readonly [x: number, y: number, size: number, text: string, isBold?: boolean];

/** The smallest PDF that shows lines where they are put, in fonts that every reader has. */
function buildPdf(pages: readonly (readonly Placed[])[]): Buffer {
  const contents = pages.map((lines) =>
    lines
      .map(
        ([x, y, size, text, isBold]) => `BT /${isBold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td (${text}) Tj ET`,
      )
      .join(' '),
  );
  const first = 5;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
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

/** Lines of text below each other. */
const below = (x: number, y: number, texts: readonly string[]): Placed[] =>
  texts.map((text, at) => [x, y - at * 14, 12, text]);

const readPdf = async (pages: readonly (readonly Placed[])[]) =>
  (await normalizePayload({ bytes: buildPdf(pages), contentType: 'application/pdf', original: null }))
    .markdown;

it('reads the text of a PDF, and says that it is one', async () => {
  const bytes = buildPdf([
    [
      [40, 700, 12, 'Privacy at the invented Lanternfish'],
      [40, 670, 12, 'We keep your letters, and nothing else that is yours.'],
    ],
  ]);
  const answer = await normalizePayload({ bytes, contentType: 'application/pdf', original: null });
  expect(answer).toMatchObject({ outcome: 'version', flags: ['pdf'], charset: null });
  expect(answer.markdown).toContain('We keep your letters, and nothing else that is yours.');
});

it('names a damaged PDF', async () => {
  const bytes = buildPdf([[[40, 700, 12, 'Privacy']]]).subarray(0, 200);
  expect(await normalizePayload({ bytes, contentType: 'application/pdf', original: null })).toMatchObject({
    outcome: 'failed',
    reason: 'undecodable',
    flags: ['pdf'],
  });
});

it('reads a PDF as laid out: titles by size, paragraphs whole, items, a table, no heads, feet and page numbers', async () => {
  const page = (number: number, lines: Placed[]): Placed[] => [
    [40, 780, 9, 'Lanternfish Mail - Policies'],
    ...lines,
    [290, 20, 9, `Page ${number} of 2`],
  ];
  const markdown = await readPdf([
    page(1, [
      [40, 740, 20, 'Privacy Policy'],
      [40, 700, 15, 'What we keep'],
      ...below(40, 680, [
        'We keep every letter that is sent through our house for two years, and its adver-',
        'tised address for as long as a well-kept law of the town asks it of us, and then we',
      ]),
    ]),
    page(2, [
      ...below(40, 740, [
        'burn both of them in the yard, as it is the custom of the house and has been so for',
      ]),
      ...below(40, 726, ['long, in a well-', 'kept stove.']),
      [40, 680, 15, 'Whom we tell'],
      ...below(40, 660, ['We tell:']),
      ...below(70, 640, ['the carrier who brings the letter;', 'the judge who asks for it.']),
      [40, 590, 12, 'Letter', true],
      [200, 590, 12, 'Kept', true],
      [40, 570, 12, 'Sealed'],
      [200, 570, 12, 'two years'],
    ]),
  ]);
  expect(markdown).toBe(`# Privacy Policy

## What we keep

We keep every letter that is sent through our house for two years, and its advertised address for as long as a well-kept law of the town asks it of us, and then we burn both of them in the yard, as it is the custom of the house and has been so for long, in a well-kept stove.

## Whom we tell

We tell:

- the carrier who brings the letter;
- the judge who asks for it.

| **Letter** | **Kept** |
| --- | --- |
| Sealed | two years |
`);
});

it('reads the columns of a PDF one after the other', async () => {
  const column = (name: string) =>
    Array.from({ length: 10 }, (_, at) => `${name} ${at} says that letters are kept two years`);
  const markdown = await readPdf([
    [[40, 760, 20, 'Privacy Policy'], ...below(40, 720, column('Left')), ...below(310, 720, column('Right'))],
  ]);
  const numbers = markdown.match(/(?:Left|Right) \d/g);
  expect(numbers).toEqual(
    ['Left', 'Right'].flatMap((name) => Array.from({ length: 10 }, (_, at) => `${name} ${at}`)),
  );
});
