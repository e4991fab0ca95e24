import { gzipSync } from 'node:zlib';
import type { APIRoute } from 'astro';
import { unlessKept } from '../../../build/kept-pages.ts';
import { listPolicyPages } from '../../../histories.ts';
import { version, versions } from '../../../store.ts';
import { packShard } from '../../../view/comparison/wire.ts';

export const getStaticPaths = unlessKept(listPolicyPages);

/** Every version of the policy for comparisons in the browser; compressed here, since not every host does. */
export const GET: APIRoute = ({ params }) => {
  const { domain, policy } = params as { domain: string; policy: string };
  const texts = versions(domain, policy).map((one) => version(domain, policy, one.version));
  const bytes = gzipSync(JSON.stringify(packShard(domain, policy, texts)), { level: 9 });
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/gzip' } });
};
