import type { MiddlewareHandler } from 'astro';
import { recordPage, whileAtHand } from './build/kept-pages.ts';
import { policyTopics } from './topics.ts';
import { policyExample } from './worked-example.ts';

whileAtHand(policyTopics, policyExample);

/** Stands around the making of every page, in the build and in development. */
export const onRequest: MiddlewareHandler = ({ routePattern, params }, next) =>
  recordPage(routePattern, params, next);
