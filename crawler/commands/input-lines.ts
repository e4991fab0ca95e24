/**
 * The lines of a stream of text, split at line feeds alone. JSON may hold other signs that some readers take for the end
 * of a line (U+2028, U+2029), as they are.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  for await (const chunk of input) {
    const [rest = '', ...lines] = (
      typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    ).split('\n');
    pending += rest;
    for (const line of lines) {
      yield withoutReturn(pending);
      pending = line;
    }
  }
  pending += decoder.decode();
  if (pending !== '') yield withoutReturn(pending);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
