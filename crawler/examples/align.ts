/** Two texts of a policy, clause by clause: what went, what came, what was only reworded. Works in browsers, too. */
import { compareClauses, describeChanges, parseClauses, summarizeComparison } from 'palimpsest/core';

const before = parseClauses(`# Privacy policy

We collect your name and your address when you order.

We do not sell personal information to anybody.
`);
const after = parseClauses(`# Privacy policy

We collect your name, your address and your telephone number when you order.

We share personal information with our advertising partners.
`);

const comparison = compareClauses(before, after);
console.log(summarizeComparison(comparison));
for (const sentence of describeChanges(comparison, before, after)) console.log(`- ${sentence}`);
