/**
 * Makes the pages of a site: a program of its own, which build-site.ts runs. `PALIMPSEST_PROGRAM` names the bundled program,
 * `PALIMPSEST_OUT` the folder to write to, `PALIMPSEST_SEARCH` the search file, which may still be being made; where the copy
 * of the store lies is told by a message.
 */
import { once } from 'node:events';
import { compareKeys, policyOf } from './page-order.ts';
import { entryOf } from './program.ts';
import type * as Program from './program-entry.ts';
import { fileAt, pageWriter } from './write-page.ts';

const { base, listPages, warmUp, renderPage } = (await import(
  entryOf(process.env.PALIMPSEST_PROGRAM!)
)) as typeof Program;

type ListedPage = Awaited<ReturnType<typeof listPages>>[number];

/** The pages policy by policy; of two for one address that of the first route, which is the more specific. */
async function orderPages(): Promise<readonly ListedPage[]> {
  const byPath = new Map<string, { readonly page: ListedPage; readonly key: string }>();
  for (const page of await listPages()) {
    if (byPath.has(page.pathname)) console.warn(`two routes make ${page.pathname}`);
    else byPath.set(page.pathname, { page, key: policyOf(page.route.route, page.pathname) });
  }
  return [...byPath.values()].sort((one, other) => compareKeys(one.key, other.key)).map(({ page }) => page);
}

/** Address of a page, which ends in a slash, or of another file. */
function addressOf({ pathname, route }: ListedPage): string {
  const address = encodeURI(pathname);
  return route.type === 'page' && !address.endsWith('/') ? `${address}/` : address;
}

/** A page of this status has it in its name, where hosts look for it. */
const statusOf = ({ route }: ListedPage): number => Number(/^\/(\d{3})$/.exec(route.route)?.[1] ?? 200);

/** Throws where a page could not be made; what went wrong was said by the program. */
async function makePage(page: ListedPage, write: (file: string, body: Uint8Array) => void): Promise<void> {
  const address = addressOf(page);
  const response = await renderPage(new URL(base + address, 'http://localhost'), page.route);
  // The build before has made it.
  if (response.status === 204) return;
  const expected = statusOf(page);
  if (response.status !== expected) throw new Error(`${address} was answered ${response.status}`);
  const body = Buffer.from(await response.arrayBuffer());
  write(expected === 200 ? fileAt(address) : `${expected}.html`, body);
}

const told = once(process, 'message');
await warmUp();
const [variables] = (await told) as [NodeJS.ProcessEnv];
Object.assign(process.env, variables);
const write = pageWriter(process.env.PALIMPSEST_OUT!);
for (const page of await orderPages()) await makePage(page, write);
process.disconnect?.();
