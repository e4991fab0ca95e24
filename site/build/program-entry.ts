import { StaticPaths } from 'astro:static-paths';
import { createApp } from 'astro/app/entrypoint';
import { currentRecording } from './kept-pages.ts';
import { type PagePlan, usePlan } from './plan.ts';
import { recordAnswers } from './questions.ts';

/** What Astro bundles instead of its own program for making pages: `make-pages.ts` runs it, in this build and the next. */

// A page goes into a file, in one piece.
const app = createApp({ streaming: false });

/** Path of the whole site within its host, without a slash at the end. */
export const base = app.manifest.base.replace(/\/$/, '');

// Pages about policies are listed first: the search file, which others need, is being made meanwhile.
const isOfCompany = ({ routeData }: (typeof app.manifest.routes)[number]) =>
  routeData.route.startsWith('/[domain]');
app.manifest.routes.sort((one, other) => Number(isOfCompany(other)) - Number(isOfCompany(one)));

/** Tells what pages are made from; to be called before anything else, and again when more of it is known. */
export function takePlan(plan: PagePlan): void {
  usePlan(plan);
  if (plan.record) recordAnswers();
}

/** Does what can be done before there is anything to read: loads the modules of all routes, and the record of the last build. */
export async function warmUp(): Promise<void> {
  const loads = app.manifest.pageMap?.values() ?? [];
  await Promise.all([...loads].map(async (load) => (await load()).page()));
  currentRecording();
}

/** All pages and twins of the site, with their routes, by the routes' priority. */
export const listPages = () => new StaticPaths(app).getAll();

type Route = Awaited<ReturnType<typeof listPages>>[number]['route'];

/** Makes a page. Where that fails, says why on standard error and answers 500. */
export const renderPage = (url: URL, routeData: Route): Promise<Response> =>
  app.render(new Request(url), { routeData });
