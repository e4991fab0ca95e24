/** The policy's own text out of a saved page. A file may be named on the command line. */
import { readFileSync } from 'node:fs';
import { normalizePayload } from 'palimpsest/normalize';

const SAMPLE = `<html><body><nav><a href="/">Home</a> <a href="/shop">Shop</a></nav>
<main><h1>Privacy policy</h1><p>Last updated: 3 May 2004</p>
<p>This policy says what personal information we collect when you order, and what we do with it.</p>
<p>We use cookies to remember what is in your basket, and we disclose your address to nobody but the carrier.</p>
<p>You may ask us at any time which information about you we keep, and we delete it when you say so.</p>
</main><footer>All rights reserved</footer></body></html>`;

const [file] = process.argv.slice(2);
const bytes = file ? readFileSync(file) : new TextEncoder().encode(SAMPLE);
const { outcome, reason, statedDate, removed, markdown } = await normalizePayload({
  bytes,
  contentType: 'text/html',
  original: 'https://shop.example/privacy',
});
console.log(outcome, reason ?? '', statedDate?.date ?? 'no date');
for (const { text, reason: why } of removed) console.log(`left out (${why}): ${text}`);
console.log(markdown);
