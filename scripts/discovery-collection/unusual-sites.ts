import { home, type Site, site } from './site.ts';

/** Sites whose own pages hide the way to the policy: scripts, forms, maps, other hosts, other clicks. */
export const unusualSites: readonly Site[] = [
  site(
    'hashhouse.example',
    'an address behind a number sign, in a page of legal matters',
    [
      home(2014, 2018, ['Privacy Policy', '/info/7#data'], ['Terms', '/info/8']),
      ['/info/7', 2014, 2018, 'policy:en'],
      ['/info/8', 2014, 2018, 'terms'],
    ],
    { privacy: ['/info/7'] },
  ),
  site(
    'bangbarn.example',
    'a page of scripts whose addresses begin with #!, archived as a server shows them to robots',
    [
      home(2013, 2016, ['Privacy Policy', '/#!/about/rules']),
      ['/?_escaped_fragment_=/about/rules', 2013, 2016, 'policy:en'],
    ],
    { privacy: ['/?_escaped_fragment_=/about/rules'] },
  ),
  site(
    'tabtent.example',
    'a page of legal texts with tabs',
    [
      home(2019, 2023, ['Legal', '/legal']),
      [
        '/legal',
        2019,
        2023,
        'terms',
        [
          ['Terms', '/legal?tab=1'],
          ['Privacy', '/legal?tab=2'],
          ['Cookies', '/legal?tab=3'],
        ],
      ],
      ['/legal?tab=1', 2019, 2023, 'terms'],
      ['/legal?tab=2', 2019, 2023, 'policy:en'],
      ['/legal?tab=3', 2019, 2023, 'cookies'],
    ],
    { privacy: ['/legal?tab=2'] },
  ),
  site(
    'regionrake.example',
    'at a sister domain, under paths of regions',
    [
      home(
        2018,
        2022,
        ['Privacy Notice', 'https://www.tillgroup.example/gb/en/notice'],
        ['Modern Slavery', 'https://www.tillgroup.example/gb/en/slavery'],
      ),
      ['https://www.tillgroup.example/gb/en/notice', 2018, 2022, 'policy:en'],
      ['https://www.tillgroup.example/de/de/notice', 2018, 2022, 'policy:de'],
    ],
    { privacy: ['https://www.tillgroup.example/gb/en/notice'] },
  ),
  site(
    'signupsocks.example',
    'linked from the page to sign up alone',
    [
      home(2008, 2013, ['Sign up', '/join']),
      [
        '/join',
        2008,
        2013,
        'html:<form><input name="mail"></form><p>By joining you accept our <a href="/x/17">Privacy Policy</a>.</p>',
      ],
      ['/x/17', 2008, 2013, 'policy:en'],
    ],
    { privacy: ['/x/17'] },
  ),
  site(
    'mappedmills.example',
    'linked from the site map alone',
    [
      home(2004, 2009, ['Site map', '/map.html']),
      [
        '/map.html',
        2004,
        2009,
        'home',
        [
          ['Mills', '/mills'],
          ['Privacy statement', '/misc/12.html'],
        ],
      ],
      ['/misc/12.html', 2004, 2009, 'policy:en'],
    ],
    { privacy: ['/misc/12.html'] },
  ),
  site(
    'movedmoths.example',
    'the whole site moved to another domain',
    [
      home(2003, 2008, ['Privacy Policy', '/texts/p.html']),
      ['/texts/p.html', 2003, 2008, 'policy:en'],
      ['/', 2009, 2014, 'redirect:https://www.nightwings.example/'],
      ['https://www.nightwings.example/', 2009, 2014, 'home', [['Privacy Policy', '/texts/9']]],
      ['https://www.nightwings.example/texts/9', 2009, 2014, 'policy:en'],
    ],
    { privacy: ['/texts/p.html', 'https://www.nightwings.example/texts/9'] },
  ),
  site(
    'tonguetown.example',
    'a home page that only offers languages, each on a host of its own',
    [
      home(
        2011,
        2015,
        ['English', 'http://en.tonguetown.example/'],
        ['Deutsch', 'http://de.tonguetown.example/'],
      ),
      ['http://en.tonguetown.example/', 2011, 2015, 'home', [['Privacy Policy', '/i/5']]],
      ['http://de.tonguetown.example/', 2011, 2015, 'home', [['Datenschutzerklärung', '/i/6']]],
      ['http://en.tonguetown.example/i/5', 2011, 2015, 'policy:en'],
      ['http://de.tonguetown.example/i/6', 2011, 2015, 'policy:de'],
    ],
    { privacy: ['http://en.tonguetown.example/i/5'], 'privacy-de': ['http://de.tonguetown.example/i/6'] },
  ),
  site(
    'countrycrates.example',
    'a home page that only asks for the country',
    [
      [
        '/',
        2012,
        2016,
        'html:<h1>Choose your country</h1><a href="/us/en/">United States</a> <a href="/gb/en/">United Kingdom</a>',
      ],
      ['/us/en/', 2012, 2016, 'home', [['Privacy Policy', '/us/en/doc/4']]],
      ['/us/en/doc/4', 2012, 2016, 'policy:en'],
    ],
    { privacy: ['/us/en/doc/4'] },
  ),
  site(
    'popuppears.example',
    'a small window that a script opens',
    [
      [
        '/',
        2001,
        2006,
        `html:<p>Pears.</p><a href="javascript:openWindow('/popup/stmt.html', 400, 300)">Privacy Policy</a>`,
      ],
      ['/popup/stmt.html', 2001, 2006, 'policy:en'],
    ],
    { privacy: ['/popup/stmt.html'] },
  ),
  site(
    'clickclocks.example',
    'a link that a script follows',
    [
      [
        '/',
        2001,
        2006,
        `html:<p>Clocks.</p><a href="#" onclick="window.open('/popup/stmt.html'); return false">Privacy statement</a>`,
      ],
      ['/popup/stmt.html', 2001, 2006, 'policy:en'],
    ],
    { privacy: ['/popup/stmt.html'] },
  ),
  site(
    'choosechairs.example',
    'one choice of a list',
    [
      [
        '/',
        2002,
        2007,
        'html:<p>Chairs.</p><select onchange="go(this)"><option value="">Go to</option><option value="/a/2">Contact</option><option value="/a/3">Privacy Policy</option></select>',
      ],
      ['/a/3', 2002, 2007, 'policy:en'],
    ],
    { privacy: ['/a/3'] },
  ),
  site(
    'iconiris.example',
    'a link of a sign alone, with a name for those who hear the page',
    [
      [
        '/',
        2018,
        2022,
        'html:<p>Iris.</p><a href="/l/3" aria-label="Privacy Policy"><svg><path d="M0 0"></path></svg></a>',
      ],
      ['/l/3', 2018, 2022, 'policy:en'],
    ],
    { privacy: ['/l/3'] },
  ),
  site(
    'mapmarsh.example',
    'a place on an image map',
    [
      [
        '/',
        1998,
        2003,
        'html:<p>Marsh.</p><map name="m"><area href="/stuff/9.html" shape="rect" coords="0,0,9,9" alt="Privacy Statement"></map>',
      ],
      ['/stuff/9.html', 1998, 2003, 'policy:en'],
    ],
    { privacy: ['/stuff/9.html'] },
  ),
  site(
    'jumpjars.example',
    'a home page from which a script goes on',
    [
      ['/', 2005, 2010, 'html:<script>window.location.href = "/shop/start.php";</script><p>One moment.</p>'],
      ['/shop/start.php', 2005, 2010, 'home', [['Privacy Policy', '/shop/t.php?id=4']]],
      ['/shop/t.php?id=4', 2005, 2010, 'policy:en'],
    ],
    { privacy: ['/shop/t.php?id=4'] },
  ),
  site(
    'dataducks.example',
    'a footer that stands in the data of a script',
    [
      [
        '/',
        2020,
        2024,
        'html:<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"footer":[{"label":"Terms","href":"/l/1"},{"label":"Privacy Policy","href":"/l/2"}]}}</script>',
      ],
      ['/l/2', 2020, 2024, 'policy:en'],
    ],
    { privacy: ['/l/2'] },
  ),
  site(
    'deepdocks.example',
    'three clicks away: help, legal, the policy',
    [
      home(2012, 2016, ['Help', '/help']),
      ['/help', 2012, 2016, 'home', [['Legal', '/help/legal']]],
      ['/help/legal', 2012, 2016, 'home', [['Privacy statement', '/help/legal/3']]],
      ['/help/legal/3', 2012, 2016, 'policy:en'],
    ],
    { privacy: ['/help/legal/3'] },
  ),
  site(
    'aboutapples.example',
    'linked from the page about the company alone',
    [
      home(2006, 2011),
      ['/about', 2006, 2011, 'home', [['Privacy Policy', '/about/5']]],
      ['/about/5', 2006, 2011, 'policy:en'],
    ],
    { privacy: ['/about/5'] },
  ),
  site(
    'rightsroses.example',
    'links for Californians and on selling beside the policy',
    [
      home(
        2020,
        2024,
        ['Privacy Policy', '/node/17'],
        ['Your California Privacy Rights', '/node/17#california'],
        ['Do Not Sell or Share My Personal Information', '/node/18'],
      ),
      ['/node/17', 2020, 2024, 'policy:en'],
      ['/node/18', 2020, 2024, 'settings'],
    ],
    { privacy: ['/node/17'] },
  ),
  site(
    'tabidtables.example',
    'an address of a content system: a number in a query, in capitals',
    [
      home(2007, 2012, ['Privacy Statement', '/Default.aspx?TabId=55']),
      ['/Default.aspx?TabId=55', 2007, 2012, 'policy:en'],
    ],
    { privacy: ['/Default.aspx?TabId=55'] },
  ),
  site(
    'shophostship.example',
    'nothing but a shop on a host of its own',
    [
      ['http://shop.shophostship.example/', 2015, 2019, 'home', [['Datenschutz', '/c/9']]],
      ['http://shop.shophostship.example/c/9', 2015, 2019, 'policy:de'],
    ],
    { privacy: ['http://shop.shophostship.example/c/9'] },
  ),
  site(
    'framefooter.example',
    'a footer in a frame within the page',
    [
      ['/', 2003, 2008, 'html:<p>Our frames.</p><iframe src="/inc/footer.html" width="600"></iframe>'],
      ['/inc/footer.html', 2003, 2008, 'home', [['Privacy Policy', '/d/1.html']]],
      ['/d/1.html', 2003, 2008, 'policy:en'],
    ],
    { privacy: ['/d/1.html'] },
  ),
];
