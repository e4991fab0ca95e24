import type { PageToRender } from '../model.ts';
import { seededHex } from '../seeded.ts';
import { escapeHtml } from './html.ts';

/** A page that only a browser with scripts can fill: the captured bytes hold no policy. */
export function renderSpaShell(page: PageToRender): string {
  const bundle = seededHex(page.churn.nonce ?? page.era.from, 20);
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<base href="/">
<title>${escapeHtml(page.companyName)}</title>
<link rel="stylesheet" href="/build/app-${bundle}.css">
</head>
<body ng-app="shop">
<div id="app" ui-view><div class="spinner">Loading&hellip;</div></div>
<noscript>You need to enable JavaScript to run this app.</noscript>
<script src="/build/vendor-${bundle}.js"></script>
<script src="/build/app-${bundle}.js"></script>
</body>
</html>
`;
}
