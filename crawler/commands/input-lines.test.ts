import { expect, it } from 'vitest';
import { readLines } from './input-lines.ts';

async function* chunks(...parts: (Buffer | string)[]) {
  yield* parts;
}

async function collect(input: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const one of input) all.push(one);
  return all;
}

it('splits at line feeds alone, wherever the chunks end', async () => {
  const text = 'one\u2028still one\r\n\ntwo ‘’ 字\rstill two\nlast';
  const bytes = Buffer.from(text);
  for (let at = 0; at <= bytes.length; at++) {
    const lines = await collect(readLines(chunks(bytes.subarray(0, at), bytes.subarray(at))));
    expect(lines).toEqual(['one\u2028still one', '', 'two ‘’ 字\rstill two', 'last']);
  }
  expect(await collect(readLines(chunks('a\nb', '\n')))).toEqual(['a', 'b']);
});
