/** A JSON twin's answer: indented, since people read it too. */
export function answerJson(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

export function answerText(
  text: string,
  type: 'text/plain' | 'text/markdown' | 'text/csv' | 'image/svg+xml' | 'application/atom+xml',
): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

export function answerZip(bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/zip' } });
}
