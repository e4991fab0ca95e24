import { seededChoice, seededFraction } from '../../../scripts/demo-collection/seeded.ts';

/**
 * Policies written to break the pages that show them. What looks like markup stands in them twice: as text, which must
 * come out letter by letter, and as markup, which must not come out at all. Whatever is obeyed leaves `BORN` behind: as
 * an element, an attribute, a title, a dialog or a request.
 */
export const BORN = 'hostileborn';

/** Texts that would do something if they were taken for anything but text. */
const TEXTS: readonly [string, ...string[]] = [
  `<script>document.title='${BORN}'</script>`,
  `<img src=x onerror="document.title='${BORN}'">`,
  `"><svg/onload=alert('${BORN}')>`,
  `' autofocus onfocus='alert("${BORN}")' ${BORN}='1`,
  `<iframe srcdoc="<script>parent.document.title='${BORN}'</script>"></iframe>`,
  `</p></section></main></body><h1 class="${BORN}">Another heading</h1>`,
  `<!--><script>alert('${BORN}')</script--!>`,
  `]]><${BORN}>&lt;${BORN}&gt;&amp;lt;${BORN}&amp;gt;`,
  `<math><mtext><style><a title="</style><img src=x onerror=alert('${BORN}')>">`,
  `</title><base href="https://${BORN}.example/"><meta http-equiv="refresh" content="0;url=https://${BORN}.example/">`,
  `<form action="https://${BORN}.example/"><input name=q autofocus></form>`,
  `[click](javascript:alert('${BORN}')) ![x](https://${BORN}.example/x.png) <https://${BORN}.example/>`,
  `\`\`\`html <b ${BORN}> \`\`\` | a | b | \\| # _em_ **strong** [^1]`,
  `{{constructor.constructor('alert("${BORN}")')()}} \${alert('${BORN}')} <%= ${BORN} %> {% ${BORN} %}`,
  '../../../../etc/passwd and ..\\..\\windows\\win.ini and /dev/null and C:\\con',
  'index.html, .htaccess, %2e%2e%2f%00, con, nul, ~, * and ?',
  '\u202egnihtyreve esrever\u202c and \u2067isolated\u2069 and \u202d overridden, never closed \u202e',
  'zero\u200bwidth\u200djoined\ufeff text with \u0085 and \u2028 lines, \u00ad soft, \ud83d\ude00 and \uffff',
  `=HYPERLINK("https://${BORN}.example/","click") is what a cell would obey`,
  `+1+cmd|'/c calc'!A1 is what a cell would obey`,
  `@SUM(1+1)*cmd|'/c calc'!A1 is what a cell would obey`,
  `-2+3+cmd|'/c calc'!A1 is what a cell would obey`,
  'word'.repeat(80),
  '<![CDATA[ <b> ]]> <?xml version="1.0"?> <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]> &y;',
];

/** Markup that would do something if it survived. */
const MARKUP: readonly [string, ...string[]] = [
  `<script>document.title='${BORN}'; fetch('https://${BORN}.example/')</script>`,
  `<img src="https://${BORN}.example/x.png" onerror="alert('${BORN}')" alt="a picture of personal information">`,
  `<svg onload="alert('${BORN}')"><a xlink:href="javascript:alert('${BORN}')"><text>cookies</text></a></svg>`,
  `<a href="javascript:alert('${BORN}')">a link that is a script, on cookies</a>`,
  `<a href="&#106;ava&Tab;script:alert('${BORN}')">another such link</a>`,
  `<a href="data:text/html,<script>alert('${BORN}')</script>">a link that is a page</a>`,
  `<a href="vbscript:${BORN}">an old link</a> <a href="file:///etc/passwd">a local link</a>`,
  `<a href="https://www.hostile.example/?a=1&b=%22><img src=x>" onclick="alert('${BORN}')">a good link</a>`,
  `<style>body { display: none; background: url("https://${BORN}.example/x") }</style>`,
  `<p style="position:fixed;inset:0;background:url(https://${BORN}.example/y)" class="${BORN}" id="_main">laid over everything</p>`,
  `<b><i><p>crossed</b></i> and never closed <table><tr><td>cell<div><li>item`,
  `<iframe src="https://${BORN}.example/"></iframe><object data="https://${BORN}.example/"></object><embed src="x">`,
  `<form action="https://${BORN}.example/"><input autofocus onfocus="alert('${BORN}')"><button>Send</button></form>`,
  `<link rel="stylesheet" href="https://${BORN}.example/s.css"><base href="https://${BORN}.example/">`,
];

/** What makes a text a policy, whatever else it says. */
const SENTENCES: readonly [string, ...string[]] = [
  'We collect personal information such as your name and your e-mail address when you register.',
  'We use the information that we collect to answer your letters and to send our newsletter.',
  'Our site sets cookies, which remember that you have signed in.',
  'We do not share your personal information with third parties unless a court requires it.',
  'Our server keeps log files with the address of each visitor for a week.',
  'If you are a parent and believe that a child has registered, write to us.',
];

/** One hostile policy: a page for each of its captures. */
export interface HostilePolicy {
  readonly domain: string;
  readonly captures: readonly {
    readonly timestamp: string;
    /** The name of the file it is imported from; hostile as well. */
    readonly file: string;
    readonly html: string;
    /** Texts that a reader must find on the page of the version. */
    readonly texts: readonly string[];
  }[];
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const FILES = [
  `"><img src=x onerror=alert('${BORN}')>.html`.replaceAll('/', ''),
  `=cmd|' calc'!A1.html`,
  '..%2f..%2fetc%2fpasswd.html',
  `a b&c;'${BORN}' <b>\u202elmth.html`,
] as const;

/** Domains that are names of something else as well, or look like other parts of an address. */
const DOMAINS = [
  'constructor.example',
  'index.html.example',
  'a--b.example',
  'xn--e1afmkfd.example',
] as const;

type Piece = { readonly html: string; readonly text: string | null };

/** One piece of a page: hostile text in some place of a policy, hostile markup, or both. */
function makePiece(seed: string): Piece {
  const text = seededChoice(`${seed} text`, TEXTS);
  const sentence = seededChoice(`${seed} sentence`, SENTENCES);
  const markup = seededChoice(`${seed} markup`, MARKUP);
  const places: readonly [Piece, ...Piece[]] = [
    { html: `<p>${sentence} ${escapeHtml(text)}</p>`, text },
    { html: `<h2>${escapeHtml(text)}</h2><p>${sentence}</p>`, text },
    { html: `<ul><li>${escapeHtml(text)}</li><li>${sentence}</li></ul>`, text },
    { html: `<table><tr><td>${escapeHtml(text)}</td><td>${sentence}</td></tr></table>`, text: null },
    { html: `<p>${sentence} <a href="https://www.hostile.example/">${escapeHtml(text)}</a></p>`, text: null },
    {
      html: `<h2 id="${escapeHtml(text)}">Cookies</h2><p title="${escapeHtml(text)}">${sentence}</p>`,
      text: null,
    },
    { html: `<p>${sentence}</p>${markup}<p>${sentence}</p>`, text: null },
  ];
  return seededChoice(`${seed} place`, places);
}

/** As a reader reads it: in one line, without characters that have no look. */
export const asSeen = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uffff]/gu, '')
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .trim();

/** The policies of one seed, each in several captures between which pieces come, go and change. */
export function makeHostilePolicies(seed: string): HostilePolicy[] {
  return DOMAINS.map((domain, at) => {
    const captures = ['20010203040506', '20030405060708', '20090807060504'].map((timestamp, version) => {
      const pieces = Array.from({ length: 24 }, (_, piece) => {
        // Two thirds of the pieces stay from one version to the next.
        const isNew = seededFraction(`${seed} ${domain} ${version} ${piece} new`) < 0.33;
        return makePiece(`${seed} ${domain} ${piece} ${isNew ? version : ''}`);
      });
      const title = seededChoice(`${seed} ${domain} title`, TEXTS);
      const html = `<html><head><title>${escapeHtml(title)} privacy policy</title></head><body><h1>Privacy policy ${escapeHtml(title)}</h1>
        <p>${SENTENCES.join(' ')}</p>${pieces.map(({ html }) => html).join('\n')}</body></html>`;
      return {
        timestamp,
        file: `${version}${FILES[at]}`,
        html,
        texts: pieces.flatMap(({ text }) => text ?? []),
      };
    });
    return { domain, captures };
  });
}
