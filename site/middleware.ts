import type { MiddlewareHandler } from 'astro';
import { recordPage } from './kept-pages.ts';

/** Stands around the making of every page, in the build and in development. */
export const onRequest: MiddlewareHandler = ({ routePattern, params }, next) =>
  recordPage(routePattern, params, next);
