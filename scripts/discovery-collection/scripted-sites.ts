import { type Site, site } from './site.ts';

/** Sites whose links to the policy no plain element of their pages holds. */
export const scriptedSites: readonly Site[] = [
  site(
    'chatjip.example',
    'Korean: a function of the page opens it in a small window',
    [
      [
        '/',
        2008,
        2014,
        `html:<p>찻집</p><a href="javascript:void(0)" onclick="fnPop('/popup/rule02.do','w',600,500);return false;">개인정보취급방침</a> <a href="javascript:void(0)" onclick="fnPop('/popup/rule01.do','w',600,500)">이용약관</a>`,
      ],
      ['/popup/rule02.do', 2008, 2014, 'policy:ko'],
      ['/popup/rule01.do', 2008, 2014, 'terms'],
    ],
    { privacy: ['/popup/rule02.do'] },
  ),
  site(
    'nestednests.example',
    'frames in frames, the link in the innermost',
    [
      [
        '/',
        1998,
        2003,
        'html:<frameset rows="80,*"><frame src="/top.htm"><frame src="/body.htm"></frameset>',
      ],
      ['/top.htm', 1998, 2003, 'html:<h1>Nests</h1>'],
      [
        '/body.htm',
        1998,
        2003,
        'html:<frameset cols="120,*"><frame src="/left.htm"><frame src="/main.htm"></frameset>',
      ],
      [
        '/left.htm',
        1998,
        2003,
        'html:<a href="/n.htm" target="main">News</a> <a href="/st.htm" target="main">Our privacy statement</a>',
      ],
      ['/main.htm', 1998, 2003, 'html:<p>Welcome.</p>'],
      ['/st.htm', 1998, 2003, 'policy:en'],
    ],
    { privacy: ['/st.htm'] },
  ),
  site(
    'pushedpeas.example',
    'a footer that a script writes, its links as calls',
    [
      [
        '/',
        2013,
        2018,
        'html:<div id="f"></div><script>var footer = []; footer.push({text: "Terms", url: "/content/tt"}); footer.push({text: "Privacy Policy", url: "/content/pp"});</script>',
      ],
      ['/content/pp', 2013, 2018, 'policy:en'],
      ['/content/tt', 2013, 2018, 'terms'],
    ],
    { privacy: ['/content/pp'] },
  ),
  site(
    'writtenwrens.example',
    'a footer that document.write makes',
    [
      [
        '/',
        2001,
        2006,
        `html:<script>document.write('<a href="/misc/tc.html">Terms</a> | <a href="/misc/ps.html">Privacy Statement</a>');</script>`,
      ],
      ['/misc/ps.html', 2001, 2006, 'policy:en'],
      ['/misc/tc.html', 2001, 2006, 'terms'],
    ],
    { privacy: ['/misc/ps.html'] },
  ),
  site(
    'propspines.example',
    'a footer in the attribute of an element that scripts fill',
    [
      [
        '/',
        2019,
        2024,
        'html:<div data-component="Footer" data-props="{&quot;links&quot;:[{&quot;title&quot;:&quot;Terms&quot;,&quot;href&quot;:&quot;/l/41&quot;},{&quot;title&quot;:&quot;Privacy Policy&quot;,&quot;href&quot;:&quot;/l/42&quot;}]}"></div>',
      ],
      ['/l/42', 2019, 2024, 'policy:en'],
      ['/l/41', 2019, 2024, 'terms'],
    ],
    { privacy: ['/l/42'] },
  ),
  site(
    'spanspruce.example',
    'no link but an element with its address beside',
    [
      [
        '/',
        2016,
        2020,
        'html:<span class="lnk" data-href="/s/tt4">Terms</span> <span class="lnk" data-href="/s/pp4">Privacy Policy</span>',
      ],
      ['/s/pp4', 2016, 2020, 'policy:en'],
      ['/s/tt4', 2016, 2020, 'terms'],
    ],
    { privacy: ['/s/pp4'] },
  ),
  site(
    'alternatealps.example',
    'a home page that only names its languages in its head',
    [
      [
        '/',
        2017,
        2022,
        'html:<link rel="alternate" hreflang="en-gb" href="/en-gb/"><link rel="alternate" hreflang="de-ch" href="/de-ch/"><p>Loading</p>',
      ],
      ['/en-gb/', 2017, 2022, 'home', [['Privacy Notice', '/en-gb/legal/7']]],
      ['/de-ch/', 2017, 2022, 'home', [['Datenschutz', '/de-ch/legal/7']]],
      ['/en-gb/legal/7', 2017, 2022, 'policy:en'],
      ['/de-ch/legal/7', 2017, 2022, 'policy:de'],
    ],
    { privacy: ['/en-gb/legal/7'], 'privacy-de': ['/de-ch/legal/7'] },
  ),
  site(
    'relationrye.example',
    'a relation in the head of the page and nothing else',
    [
      ['/', 2014, 2019, 'html:<link rel="privacy-policy" href="/about/p4"><p>Rye.</p>'],
      ['/about/p4', 2014, 2019, 'policy:en'],
    ],
    { privacy: ['/about/p4'] },
  ),
  site(
    'capitalcats.example',
    'markup of old: capitals, no quotes, a server’s include',
    [
      [
        '/',
        1997,
        2002,
        'html:<CENTER><A HREF=/cats.shtml>Cats</A> <A HREF=/INFO/PRIV_STM.SHTML><FONT SIZE=1>P r i v a c y</FONT></A></CENTER><A HREF=/INFO/LEGAL.SHTML>Legal</A>',
      ],
      ['/INFO/PRIV_STM.SHTML', 1997, 2002, 'policy:en'],
      ['/INFO/LEGAL.SHTML', 1997, 2002, 'terms'],
    ],
    { privacy: ['/INFO/PRIV_STM.SHTML'] },
  ),
];
