import { expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

const sentences = Array.from(
  { length: 8 },
  (_, k) => `<p>We collect personal information number ${k} and disclose it to nobody without consent.</p>`,
).join('');
const policy = `<h1>Privacy Policy</h1>${sentences}`;
const LINK = '<p>Read our <a href="LINK">rules for children</a> as well, which are part of this policy.</p>';
const TOOLBAR =
  '<p>This capture was collected by a crawler that visits pages, and is kept for everybody who asks. 37 captures.</p>';

const read = async (html: string) =>
  (
    await normalizePayload({
      bytes: Buffer.from(html),
      contentType: 'text/html',
      original: 'http://www.lantern.example/privacy',
    })
  ).markdown;

it.each([
  [
    'the Wayback Machine, by its remarks',
    `<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>${TOOLBAR}</div><!-- END WAYBACK TOOLBAR INSERT -->${policy}</body>`,
  ],
  [
    'the Wayback Machine, remarks lost',
    `<body><div id="wm-ipp-base"><div id="wm-ipp">${TOOLBAR}</div></div><div id="wm-ipp-print">${TOOLBAR}</div>${policy}</body>`,
  ],
  [
    'pywb, by its remarks',
    `<head><!-- WB Insert --><script>x</script>${TOOLBAR}<!-- End WB Insert --></head><body>${policy}</body>`,
  ],
  ['pywb, by its banner', `<body><div id="_wb_frame_top_banner">${TOOLBAR}</div>${policy}</body>`],
  ['Arquivo.pt', `<body><div id="arquivo-banner">${TOOLBAR}</div>${policy}</body>`],
  [
    'archive.today',
    `<body><div id="HEADER"><form action="https://archive.ph/search/">${TOOLBAR}</form></div><div id="CONTENT">${policy}</div></body>`,
  ],
])('leaves out the frame of %s', async (_name, html) => {
  const markdown = await read(html);
  expect(markdown).toBe(await read(`<body>${policy}</body>`));
  expect(markdown).not.toContain('captures');
});

it('keeps a site’s own part of such a name', async () => {
  expect(await read(`<body><div id="HEADER">${policy}</div></body>`)).toContain('number 7');
  expect(await read(`<body><!-- BEGIN WAYBACK TOOLBAR INSERT -->${policy}</body>`)).toContain('number 7');
});

it.each([
  'https://web.archive.org/web/20021215143804/http://www.lantern.example/children',
  '/web/20021215143804/http://www.lantern.example/children',
  'https://arquivo.pt/noFrame/replay/20021215143804/http://www.lantern.example/children',
  'http://localhost:8080/coll/20021215143804mp_/http://www.lantern.example/children',
  'https://archive.today/2002.12.15-143804/http://www.lantern.example/children',
  'https://archive.ph/20021215143804/http://www.lantern.example/children',
])('links lead where they led: %s', async (link) => {
  expect(await read(`<body>${policy}${LINK.replace('LINK', link)}</body>`)).toContain(
    '[rules for children](http://www.lantern.example/children)',
  );
});
