import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { storeInEnvironment } from '../site/build/plan.ts';

/** What a plugin for the development server needs to be; structural, so that no bundler's types are needed. */
interface DevelopmentServer {
  readonly middlewares: {
    use(answer: (request: IncomingMessage, response: ServerResponse, next: () => void) => void): void;
  };
  readonly httpServer: { once(event: 'close', ended: () => void): void } | null;
  readonly config: { readonly logger: { info(words: string): void } };
}

const FILE = /\/search\/file\/((?:[0-9a-f]{16}\/)?[a-z0-9.]+)$/;

/**
 * For `npm run dev`, which builds no site: makes the search file of the store the first time a page asks for it, and serves
 * it. A changed store is seen after a restart.
 */
export function searchInDevelopment() {
  return {
    name: 'search-in-development',
    configureServer(server: DevelopmentServer): void {
      let folder: Promise<string> | undefined;
      const make = async () => {
        const { buildSearch } = await import('../site/build/build-search.ts');
        const store = storeInEnvironment();
        server.config.logger.info(`search: making the index of ${store}`);
        mkdirSync('.astro', { recursive: true });
        const work = mkdtempSync(join('.astro', 'search-'));
        server.httpServer?.once('close', () => rmSync(work, { recursive: true, force: true }));
        buildSearch(store, join(work, 'file'), work);
        return join(work, 'file');
      };
      server.middlewares.use((request, response, next) => {
        const name = FILE.exec((request.url ?? '').split('?')[0]!)?.[1];
        if (!name) return next();
        folder ??= make();
        folder
          .then((made) => response.end(readFileSync(join(made, name))))
          .catch((error: Error) => {
            folder = undefined;
            response.writeHead(404, { 'content-type': 'text/plain' }).end(`${error.message}\n`);
          });
      });
    },
  };
}
