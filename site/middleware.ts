import type { MiddlewareHandler } from 'astro';
import { hasChangePage } from './histories.ts';
import { recordPage } from './kept-pages.ts';
import { useChangePages } from './view/addresses.ts';

useChangePages(hasChangePage);

/** Stands around the making of every page, in the build and in development. */
export const onRequest: MiddlewareHandler = ({ routePattern, params }, next) =>
  recordPage(routePattern, params, next);
