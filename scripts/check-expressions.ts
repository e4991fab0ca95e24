/**
 * No regular expression of ours may take longer than n log n on any text: one that backtracks without bound lets a page
 * hold a crawl for ever. All of them are tried with what each itself repeats, and with what odd pages repeat. Run by
 * `npm run check`.
 */
import { orEnd, readFlags } from '../crawler/run-main.ts';
import { findExpressions } from './expressions/find-expressions.ts';
import { findSlow } from './expressions/find-slow.ts';

orEnd(() => readFlags({}, 'node scripts/check-expressions.ts'));

const expressions = await findExpressions(new URL('..', import.meta.url).pathname);
const slow = await findSlow(expressions);
for (const { place, source, flags, head, unit, growth } of slow) {
  const text = `${JSON.stringify(head)} and then ${JSON.stringify(unit)} over and over`;
  const found =
    growth === Number.POSITIVE_INFINITY ? 'never ends' : `takes ${growth.toFixed(1)} times as long`;
  console.error(`${place}: ${found} on four times the text: ${text}\n  /${source.slice(0, 200)}/${flags}`);
}
console.log(`${expressions.length} expressions tried, ${slow.length} slow`);
process.exitCode = slow.length > 0 ? 1 : 0;
