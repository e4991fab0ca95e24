import { escapeHtml } from './html.ts';

const headings: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Gone',
  500: 'Internal Server Error',
  503: 'Service Temporarily Unavailable',
};

/** A web server's own page for a request it could not answer. */
export function renderErrorPage(status: number, url: string, sentence: string | null): string {
  const heading = headings[status] ?? 'Error';
  const path = escapeHtml(new URL(url).pathname);
  const words =
    sentence === null
      ? `The request for ${path} could not be answered on this server.`
      : escapeHtml(sentence);
  return `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head>
<title>${status} ${heading}</title>
</head><body>
<h1>${heading}</h1>
<p>${words}</p>
</body></html>
`;
}
