import { home, type Site, site } from './site.ts';

/** Sites with one policy at one address, in several languages and behind all kinds of home pages. */
export const oneAddressSites: readonly Site[] = [
  site(
    'plainpots.example',
    'a link in plain words',
    [home(2001, 2012, ['Privacy Policy', '/privacy.html']), ['/privacy.html', 2001, 2012, 'policy:en']],
    { privacy: ['/privacy.html'] },
  ),
  site(
    'shortsocks.example',
    'an address that says nothing',
    [home(2003, 2010, ['Privacy', '/info/p17.html']), ['/info/p17.html', 2003, 2010, 'policy:en']],
    { privacy: ['/info/p17.html'] },
  ),
  site(
    'silentspoons.example',
    'linked nowhere, at a usual path',
    [home(2006, 2014), ['/privacy-policy', 2006, 2014, 'policy:en']],
    { privacy: ['/privacy-policy'] },
  ),
  site(
    'hiddenhats.example',
    'linked nowhere, known to the index alone',
    [home(2006, 2014), ['/corporate/privacy_statement.asp', 2006, 2014, 'policy:en']],
    { privacy: ['/corporate/privacy_statement.asp'] },
  ),
  site(
    'subdomainsoap.example',
    'a host of its own for policies',
    [
      home(2013, 2021, ['Privacy & Terms', 'https://policies.subdomainsoap.example/privacy']),
      ['https://policies.subdomainsoap.example/privacy', 2013, 2021, 'policy:en'],
    ],
    { privacy: ['https://policies.subdomainsoap.example/privacy'] },
  ),
  site(
    'daughterdesks.example',
    'the policy of the parent company, on its host',
    [
      home(2010, 2018, ['Privacy Policy', 'https://www.furnituregroup.example/en/privacy-policy']),
      ['https://www.furnituregroup.example/en/privacy-policy', 2010, 2018, 'policy:en'],
    ],
    { privacy: ['https://www.furnituregroup.example/en/privacy-policy'] },
  ),
  site(
    'framedforks.example',
    'a home page of frames',
    [
      [
        '/',
        1998,
        2003,
        'html:<frameset rows="80,*"><frame src="/top.htm"><frame src="/main.htm"></frameset>',
      ],
      ['/top.htm', 1998, 2003, 'home', [['News', '/news.htm']]],
      ['/main.htm', 1998, 2003, 'home', [['Our privacy policy', '/docs/pp.htm']]],
      ['/docs/pp.htm', 1998, 2003, 'policy:en'],
    ],
    { privacy: ['/docs/pp.htm'] },
  ),
  site(
    'picturepans.example',
    'a picture for a link',
    [
      [
        '/',
        1999,
        2005,
        'html:<p>Welcome to our pans.</p><a href="/about.html"><img src="a.gif" alt="About"></a> <a href="/stmt.html"><img src="p.gif" alt="Privacy Statement"></a>',
      ],
      ['/stmt.html', 1999, 2005, 'policy:en'],
    ],
    { privacy: ['/stmt.html'] },
  ),
  site(
    'gartenglas.example',
    'German',
    [
      home(2009, 2021, ['Impressum', '/impressum'], ['Datenschutz', '/service/datenschutz']),
      ['/service/datenschutz', 2009, 2021, 'policy:de'],
    ],
    { privacy: ['/service/datenschutz'] },
  ),
  site(
    'jardinjoli.example',
    'French',
    [
      home(2009, 2021, ['Mentions légales', '/mentions'], ['Politique de confidentialité', '/p/42']),
      ['/p/42', 2009, 2021, 'policy:fr'],
    ],
    { privacy: ['/p/42'] },
  ),
  site(
    'mesamadera.example',
    'Spanish',
    [
      home(2009, 2021, ['Aviso legal', '/aviso'], ['Política de privacidad', '/politica-de-privacidad']),
      ['/politica-de-privacidad', 2009, 2021, 'policy:es'],
    ],
    { privacy: ['/politica-de-privacidad'] },
  ),
  site(
    'tavolotondo.example',
    'Italian',
    [home(2009, 2021, ['Informativa sulla privacy', '/info/dati']), ['/info/dati', 2009, 2021, 'policy:it']],
    { privacy: ['/info/dati'] },
  ),
  site(
    'fietsfabriek.example',
    'Dutch',
    [
      home(2009, 2021, ['Voorwaarden', '/voorwaarden'], ['Privacyverklaring', '/over/privacyverklaring']),
      ['/over/privacyverklaring', 2009, 2021, 'policy:nl'],
    ],
    { privacy: ['/over/privacyverklaring'] },
  ),
  site(
    'casacopo.example',
    'Portuguese',
    [
      home(2009, 2021, ['Privacidade', '/institucional/privacidade']),
      ['/institucional/privacidade', 2009, 2021, 'policy:pt'],
    ],
    { privacy: ['/institucional/privacidade'] },
  ),
  site(
    'redirecthome.example',
    'a home page that redirects to the real one',
    [
      ['/', 2005, 2013, 'redirect:/en/index.html'],
      ['/en/index.html', 2005, 2013, 'home', [['Privacy', '/en/legal/pp.html']]],
      ['/en/legal/pp.html', 2005, 2013, 'policy:en'],
    ],
    { privacy: ['/en/legal/pp.html'] },
  ),
  site(
    'hubharbour.example',
    'two clicks away, behind legal notices',
    [
      home(2007, 2015, ['Legal notices', '/legal.html']),
      [
        '/legal.html',
        2007,
        2015,
        'home',
        [['How we handle your data: privacy statement', '/legal/doc3.html']],
      ],
      ['/legal/doc3.html', 2007, 2015, 'policy:en'],
    ],
    { privacy: ['/legal/doc3.html'] },
  ),
  site(
    'sessionshoes.example',
    'a base address and session ids in links',
    [
      [
        '/',
        2004,
        2010,
        'html:<base href="http://www.sessionshoes.example/shop/"><p>Shoes for all.</p><a href="pages/privacy.jsp;jsessionid=0123456789ABCDEF0123456789ABCDEF">Privacy policy</a>',
      ],
      ['/shop/pages/privacy.jsp', 2004, 2010, 'policy:en'],
    ],
    { privacy: ['/shop/pages/privacy.jsp'] },
  ),
  site(
    'shellship.example',
    'a home page that only scripts would fill',
    [
      ['/', 2017, 2023, 'html:<div id="app"></div><script src="/app.js"></script>'],
      ['/legal/privacy', 2017, 2023, 'policy:en'],
    ],
    { privacy: ['/legal/privacy'] },
  ),
  site(
    'refreshrugs.example',
    'a home page that sends on after a second',
    [
      [
        '/',
        2000,
        2006,
        'html:<meta http-equiv="refresh" content="1; URL=/start/home.html"><p>One moment.</p>',
      ],
      ['/start/home.html', 2000, 2006, 'home', [['Privacy statement', '/start/stmt.html']]],
      ['/start/stmt.html', 2000, 2006, 'policy:en'],
    ],
    { privacy: ['/start/stmt.html'] },
  ),
  site(
    'queryquilts.example',
    'an address with a query',
    [
      home(2005, 2012, ['Privacy Policy', '/index.php?page=privacy']),
      ['/index.php?page=privacy', 2005, 2012, 'policy:en'],
    ],
    { privacy: ['/index.php?page=privacy'] },
  ),
];
