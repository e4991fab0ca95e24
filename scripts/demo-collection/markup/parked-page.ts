import type { ChurnValues } from '../model.ts';
import { seededHex } from '../seeded.ts';
import { escapeHtml } from './html.ts';

const searches = [
  'Credit Cards',
  'Cheap Flights',
  'Ringtones',
  'Car Insurance',
  'Online Degrees',
  'Web Hosting',
  'Dating',
  'Printers',
];

/** What stands at an address whose owner let it go. */
export function renderParkedPage(host: string, sentence: string | null, churn: ChurnValues): string {
  const name = escapeHtml(host.replace(/^www\./u, ''));
  const token = churn.session ?? seededHex(name, 32);
  return `<html><head><title>${name}</title>
<meta name="keywords" content="${name}"></head>
<body bgcolor="#ffffff">
<table width="100%"><tr><td><font size="5"><b>${name}</b></font></td><td align="right"><a href="http://www.name-lot.example/buy?d=${name}">Buy this domain</a></td></tr></table>
<p>${escapeHtml(sentence ?? 'This domain may be for sale. Inquire about it here.')}</p>
<p><b>Related Searches</b></p>
<table>
${searches.map((words) => `<tr><td><a href="http://www.name-lot.example/s?q=${encodeURIComponent(words)}&amp;t=${token}">${words}</a></td></tr>`).join('\n')}
</table>
<p><font size="1">The owner of this domain has parked it here. Sponsored listings are served automatically by a third party.</font></p>
</body></html>
`;
}
