/** Files that are published compressed, since not every host does it. */

async function fetchWhole(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} could not be loaded (status ${answer.status})`);
  return answer;
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A file as published; some hosts undo gzip on the way because of the name. */
export async function fetchUnpacked(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await (await fetchWhole(address)).arrayBuffer());
  if (!isGzip(bytes)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A compressed WebAssembly module, compiled while it arrives. */
export async function fetchModule(address: string): Promise<WebAssembly.Module> {
  const { body } = await fetchWhole(address);
  const reader = body!.getReader();
  const first = await reader.read();
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (stream) => {
      if (first.value) stream.enqueue(first.value);
    },
    pull: async (stream) => {
      const { value, done } = await reader.read();
      if (done) stream.close();
      else stream.enqueue(value);
    },
  });
  const isPacked = first.value !== undefined && isGzip(first.value);
  const bytes = isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
  const type = { 'content-type': 'application/wasm' };
  return WebAssembly.compileStreaming(new Response(bytes, { headers: type }));
}
