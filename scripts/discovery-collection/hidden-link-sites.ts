import { home, type Site, site } from './site.ts';

/** A site whose home page is this, and whose policy stands where nothing tells. */
function hidden(name: string, about: string, html: string, path: string): Site {
  const start: Parameters<typeof site>[2][number] = ['/', 2003, 2007, `html:<p>Welcome.</p>${html}`];
  return site(`${name}.example`, about, [start, [path, 2003, 2007, 'policy:en']], { privacy: [path] });
}

/** Sites whose home page links the policy in ways of its own. */
export const hiddenLinkSites: readonly Site[] = [
  hidden(
    'popupplums',
    'a script’s call with a relative address',
    `<a href="javascript:;" onclick="popup('stmt.htm')">Privacy</a>`,
    '/stmt.htm',
  ),
  hidden(
    'scripturl',
    'a script for an address',
    `<a href='javascript:document.location="/x/y.asp?z=1"'>Privacy Statement</a>`,
    '/x/y.asp?z=1',
  ),
  hidden('buttonbeans', 'a button', `<button onclick="location.href='/d/4'">Privacy Policy</button>`, '/d/4'),
  hidden(
    'inputinks',
    'a button of old',
    `<input type="button" value="Privacy Policy" onclick="window.location='/d/5.html'">`,
    '/d/5.html',
  ),
  hidden(
    'statestairs',
    'a menu in the state of scripts, the address one object deeper',
    '<div id="root"></div><script>window.__INITIAL_STATE__ = {"footer":{"items":[{"title":"Privacy Policy","link":{"url":"/d/7","target":"_self"}}]}};</script>',
    '/d/7',
  ),
  hidden(
    'hereherons',
    'a link that only points, in a sentence that names the policy',
    '<p>Our privacy policy is <a href="/d/11.html">here</a>.</p><p>News are <a href="/news/2.html">here</a>.</p>',
    '/d/11.html',
  ),
  hidden(
    'imageimps',
    'a picture without a text, told by its file',
    '<a href="/d/12.htm"><img src="/img/btn_privacy.gif" width="80"></a> <a href="/d/13.htm"><img src="/img/btn_home.gif"></a>',
    '/d/12.htm',
  ),
  site(
    'selectstates.example',
    'countries to choose from a list',
    [
      [
        '/',
        2010,
        2014,
        'html:<select onchange="go(this)"><option value="/de/">Deutschland</option><option value="/gb/en/">United Kingdom</option></select>',
      ],
      ['/gb/en/', 2010, 2014, 'home', [['Privacy Policy', '/gb/en/4']]],
      ['/gb/en/4', 2010, 2014, 'policy:en'],
    ],
    { privacy: ['/gb/en/4'] },
  ),
  site(
    'querytongues.example',
    'languages to choose from, in a query',
    [
      [
        '/',
        2010,
        2014,
        'html:<a href="/index.php?lang=de">Deutsch</a> <a href="/index.php?lang=en">English</a>',
      ],
      ['/index.php?lang=en', 2010, 2014, 'home', [['Privacy Policy', '/index.php?p=4&lang=en']]],
      ['/index.php?p=4&lang=en', 2010, 2014, 'policy:en'],
    ],
    { privacy: ['/index.php?p=4&lang=en'] },
  ),
  site(
    'plandusite.example',
    'French: linked from the map of the site alone',
    [
      home(2010, 2014, ['Plan du site', '/plan']),
      ['/plan', 2010, 2014, 'home', [['Politique de confidentialité', '/p/9']]],
      ['/p/9', 2010, 2014, 'policy:fr'],
    ],
    { privacy: ['/p/9'] },
  ),
  site(
    'kontoerstellen.example',
    'German: linked from the form to sign up alone',
    [
      home(2010, 2014, ['Konto erstellen', '/konto/neu']),
      ['/konto/neu', 2010, 2014, 'home', [['Datenschutzerklärung', '/s/9']]],
      ['/s/9', 2010, 2014, 'policy:de'],
    ],
    { privacy: ['/s/9'] },
  ),
  site(
    'pointedposts.example',
    'links that point to news about privacy, and the policy under its name',
    [
      [
        '/',
        2010,
        2014,
        'html:<p>Read about the new privacy law <a href="/news/law.html">here</a>.</p><a href="/t/4">Privacy Policy</a>',
      ],
      ['/news/law.html', 2010, 2014, 'article'],
      ['/t/4', 2010, 2014, 'policy:en'],
    ],
    { privacy: ['/t/4'] },
  ),
];
