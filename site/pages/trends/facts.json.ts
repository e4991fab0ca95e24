import type { APIRoute } from 'astro';
import { trendFacts } from '../../trends.ts';
import { packTrendFacts } from '../../view/trends/wire.ts';

/** What the form computes from; one line, since only programs read it. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(packTrendFacts(trendFacts()))}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
