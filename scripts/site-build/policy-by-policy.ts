import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { fileAt, pageWriter } from './write-page.ts';

/** The policy a path belongs to, or the company; '' for pages about the whole collection. */
export function policyOf(routePattern: string, pathname: string): string {
  const depth = routePattern.startsWith('/[domain]/[policy]')
    ? 3
    : routePattern.startsWith('/[domain]')
      ? 2
      : 0;
  return pathname.split('/').slice(0, depth).join('/');
}

/** By company and policy; what is about the whole collection comes last, made from what the others have left. */
export function compareKeys(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}

/** Waits for `run-astro.ts` to say where lies what pages read from; Astro by itself finds it in its environment. */
async function takeVariables(): Promise<void> {
  if (!process.send) return;
  const [variables] = (await once(process, 'message')) as [NodeJS.ProcessEnv];
  Object.assign(process.env, variables);
}

/** A page of this status is written by Astro, which knows under what name hosts look for it. */
const isErrorPage = (routePattern: string) => /^\/\d{3}$/.test(routePattern);

/**
 * Has the pages of each policy made one after the other. Astro goes route by route, and would come back to the texts of
 * every policy a dozen times; they do not all fit into memory, and reading them took half of a large build.
 */
export function policyByPolicy(): AstroIntegration {
  let config: AstroConfig;
  return {
    name: 'policy-by-policy',
    hooks: {
      'astro:config:done': (told) => {
        config = told.config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const write = pageWriter(fileURLToPath(config.outDir));
        const base = config.base.replace(/\/$/, '');
        setPrerenderer((usual) => ({
          ...usual,
          name: 'policy-by-policy',
          async setup() {
            await takeVariables();
            await usual.setup?.();
          },
          async getStaticPaths() {
            const paths = await usual.getStaticPaths();
            const keyed = paths.map((path) => ({ path, key: policyOf(path.route.route, path.pathname) }));
            return keyed.sort((one, other) => compareKeys(one.key, other.key)).map(({ path }) => path);
          },
          async render(request, options) {
            const rendered = await usual.render(request, options);
            const response = rendered instanceof Response ? rendered : rendered.response;
            if (response.status !== 200 || isErrorPage(options.routeData.route)) return rendered;
            const file = fileAt(new URL(request.url).pathname.slice(base.length));
            write(file, Buffer.from(await response.arrayBuffer()));
            return new Response(null);
          },
        }));
      },
    },
  };
}
