import { shardAddress } from '../view/addresses.ts';
import type { PolicyShard } from '../view/comparison/wire.ts';

const loaded = new Map<string, Promise<PolicyShard>>();

/** Some hosts undo gzip on the way because of the file's name: what arrives may be plain already. */
async function unpack(bytes: ArrayBuffer): Promise<string> {
  const head = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (head[0] !== 0x1f || head[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}

async function fetchShard(domain: string, policy: string): Promise<PolicyShard> {
  const answer = await fetch(shardAddress(domain, policy));
  if (!answer.ok) throw new Error(`there is no policy ${domain}/${policy} here (status ${answer.status})`);
  const shard = JSON.parse(await unpack(await answer.arrayBuffer())) as PolicyShard;
  if (shard.format !== 1) throw new Error(`the texts of ${domain}/${policy} are in an unknown format`);
  return shard;
}

/** All versions of a policy; fetched once. */
export function loadShard(domain: string, policy: string): Promise<PolicyShard> {
  const key = `${domain}/${policy}`;
  let shard = loaded.get(key);
  if (!shard) {
    shard = fetchShard(domain, policy);
    shard.catch(() => loaded.delete(key));
    loaded.set(key, shard);
  }
  return shard;
}
