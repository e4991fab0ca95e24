/**
 * Makes the pages of a site: a program of its own, which build-site.ts runs. Where the copy of the store
 * lies is told by a message, when it is made.
 */
import { once } from 'node:events';
import { compareKeys, policyOf } from './page-order.ts';
import type { PagePlan } from './plan.ts';
import { entryOf } from './program.ts';
import type * as Program from './program-entry.ts';
import { readWork } from './run-script.ts';
import { fileAt, pageWriter } from './write-page.ts';

/** What this script is told at its start. */
export interface PageWork {
  /** Folder of the bundled program. */
  readonly program: string;
  /** The folder to write to. */
  readonly folder: string;
  readonly plan: Omit<PagePlan, keyof PreparedDataset>;
}

/** What it is told when the copy of the store is there. */
export type PreparedDataset = Pick<PagePlan, 'store' | 'dataset'>;

const work = readWork<PageWork>();
const { base, listPages, warmUp, renderPage, takePlan } = (await import(
  entryOf(work.program)
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
takePlan({ ...work.plan, store: '', dataset: null });
await warmUp();
const [prepared] = (await told) as [PreparedDataset];
takePlan({ ...work.plan, ...prepared });
const write = pageWriter(work.folder);
for (const page of await orderPages()) await makePage(page, write);
process.disconnect?.();
