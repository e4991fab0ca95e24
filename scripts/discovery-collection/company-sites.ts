import { home, type Site, site } from './site.ts';

/** Sites named like services that are built into everybody's pages, sites whose policy lies at a sister's, and notices of services. */
export const companySites: readonly Site[] = [
  site(
    'google.example',
    'a built-in service’s own site, its policy on a host of its own',
    [
      home(
        2012,
        2016,
        ['Privacy', 'https://policies.google.example/privacy'],
        ['Terms', 'https://policies.google.example/terms'],
      ),
      ['https://policies.google.example/privacy', 2012, 2016, 'policy:en'],
      ['https://policies.google.example/terms', 2012, 2016, 'terms'],
    ],
    { privacy: ['https://policies.google.example/privacy'] },
  ),
  site(
    'facebook.example',
    'a built-in service’s own site, at an address that says nothing',
    [home(2012, 2016, ['Privacy Policy', '/policy.php']), ['/policy.php', 2012, 2016, 'policy:en']],
    { privacy: ['/policy.php'] },
  ),
  site(
    'microsoft.example',
    'a built-in service’s own site: privacy.HOST',
    [
      home(2012, 2016, ['Privacy', 'https://privacy.microsoft.example/en/statement']),
      ['https://privacy.microsoft.example/en/statement', 2012, 2016, 'policy:en'],
    ],
    { privacy: ['https://privacy.microsoft.example/en/statement'] },
  ),
  site(
    'youtube.example',
    'a built-in service’s own site, its address a redirect to the group’s host, a built-in service as well',
    [
      home(2013, 2018, ['Privacy', '/t/privacy']),
      ['/t/privacy', 2013, 2018, 'redirect:https://policies.google.example/privacy'],
      ['https://policies.google.example/privacy', 2012, 2016, 'policy:en'],
    ],
    { privacy: ['https://policies.google.example/privacy'] },
  ),
  site(
    'instagram.example',
    'a built-in service’s own site, its policy at the help pages of the group that its footer names',
    [
      [
        '/',
        2016,
        2020,
        'html:<p>Pictures.</p><div>© 2016 Instagram from Facebook <a href="https://help.facebook.example/155">Privacy Policy</a></div>',
      ],
      ['https://help.facebook.example/155', 2016, 2020, 'policy:en'],
    ],
    { privacy: ['https://help.facebook.example/155'] },
  ),
  site(
    'x.example',
    'a built-in service’s own site, its name one letter',
    [home(2015, 2019, ['Privacy Policy', '/en/pp']), ['/en/pp', 2015, 2019, 'policy:en']],
    { privacy: ['/en/pp'] },
  ),
  site(
    'stripe.example',
    'a built-in service’s own site, behind its page of legal matters',
    [
      home(2015, 2019, ['Legal', '/gb/legal']),
      ['/gb/legal', 2015, 2019, 'home', [['Privacy Policy', '/gb/p7']]],
      ['/gb/p7', 2015, 2019, 'policy:en'],
    ],
    { privacy: ['/gb/p7'] },
  ),
  site(
    'shopify.example',
    'a built-in service’s own site, beside terms and a page for merchants',
    [
      home(2015, 2019, ['Terms', '/legal/t'], ['Privacy', '/legal/p9']),
      ['/legal/t', 2015, 2019, 'terms'],
      ['/legal/p9', 2015, 2019, 'policy:en'],
    ],
    { privacy: ['/legal/p9'] },
  ),
  site(
    'apple.example',
    'a built-in service’s own site, linked nowhere',
    [home(2012, 2016), ['/legal/privacy', 2012, 2016, 'policy:en']],
    { privacy: ['/legal/privacy'] },
  ),
  site(
    'amazon.example',
    'a built-in service’s own site, an address with a query',
    [
      home(2012, 2016, ['Privacy Notice', '/help/display.html?nodeId=468496']),
      ['/help/display.html?nodeId=468496', 2012, 2016, 'policy:en'],
    ],
    { privacy: ['/help/display.html?nodeId=468496'] },
  ),
  site(
    'twitter.example',
    'a built-in service’s own site that moved',
    [
      home(2012, 2014, ['Privacy', '/privacy']),
      home(2015, 2018, ['Privacy', '/en/privacy']),
      ['/privacy', 2012, 2014, 'policy:en'],
      ['/privacy', 2015, 2018, 'redirect:/en/privacy'],
      ['/en/privacy', 2015, 2018, 'policy:en'],
    ],
    { privacy: ['/privacy', '/en/privacy'] },
  ),
  site(
    'tiktok.example',
    'a built-in service’s own site, in Japanese',
    [
      home(2018, 2020, ['プライバシーポリシー', '/legal/page/row/pp/ja']),
      ['/legal/page/row/pp/ja', 2018, 2020, 'policy:ja'],
    ],
    { privacy: ['/legal/page/row/pp/ja'] },
  ),
  site(
    'paypal.example',
    'a built-in service’s own site, with a second policy for applicants',
    [
      home(2016, 2019, ['Privacy', '/ua/privacy-full'], ['Applicant privacy notice', '/careers/privacy']),
      ['/ua/privacy-full', 2016, 2019, 'policy:en'],
      ['/careers/privacy', 2016, 2019, 'applicants'],
    ],
    { privacy: ['/ua/privacy-full'], applicants: ['/careers/privacy'] },
  ),
  site(
    'geocities.example',
    'the policy of the group, a built-in service, named beside the sign of copyright',
    [
      [
        '/',
        2003,
        2006,
        'html:<p>Build your own page.</p><p>Copyright © 2003 Yahoo! Inc. <a href="https://info.yahoo.example/privacy/">Privacy Policy</a></p>',
      ],
      ['https://info.yahoo.example/privacy/', 2003, 2006, 'policy:en'],
    ],
    { privacy: ['https://info.yahoo.example/privacy/'] },
  ),
  site(
    'linkedin.example',
    'the policy of the parent company, a built-in service',
    [
      [
        '/',
        2018,
        2021,
        'html:<p>Find work.</p><div>© 2018 LinkedIn, a Microsoft company. <a href="https://about.microsoft.example/networks">Privacy</a></div>',
      ],
      ['https://about.microsoft.example/networks', 2018, 2021, 'policy:en'],
    ],
    { privacy: ['https://about.microsoft.example/networks'] },
  ),
  site(
    'sistersaws.example',
    'the policy at a sister’s host, which is no built-in service',
    [
      home(2014, 2018, ['Datenschutz', 'https://www.sawgroup.example/recht/17']),
      ['https://www.sawgroup.example/recht/17', 2014, 2018, 'policy:de'],
    ],
    { privacy: ['https://www.sawgroup.example/recht/17'] },
  ),
  site(
    'lentlanterns.example',
    'no policy of its own: the footer names that of the service it stands on',
    [
      home(2014, 2017, ['Privacy Policy', 'https://www.tumblr.example/policy/en']),
      ['https://www.tumblr.example/policy/en', 2014, 2017, 'policy:en'],
    ],
    { privacy: ['https://www.tumblr.example/policy/en'] },
  ),
  site(
    'guardedgates.example',
    'no policy: a notice of a built-in service that links that service’s',
    [
      [
        '/',
        2019,
        2021,
        'html:<h1>Gates</h1><p>This site is protected by hCaptcha and its <a href="https://www.hcaptcha.example/privacy">Privacy Policy</a> applies.</p>',
      ],
      ['https://www.hcaptcha.example/privacy', 2019, 2021, 'policy:en'],
    ],
    {},
  ),
  site(
    'sealedsaddles.example',
    'an own policy beside the link of a seal',
    [
      home(
        2002,
        2006,
        ['Privacy Policy', 'https://www.truste.example/privacy'],
        ['Privacy', '/about/p.html'],
      ),
      ['https://www.truste.example/privacy', 2002, 2006, 'policy:en'],
      ['/about/p.html', 2002, 2006, 'policy:en'],
    ],
    { privacy: ['/about/p.html'] },
  ),
];

/** Sites whose pages lead astray, or whose policy's address does. */
export const pathSites: readonly Site[] = [
  site(
    'blogbarrier.example',
    'a piece of writing on privacy that keeps nobody from the legal page',
    [
      home(2014, 2018, ['What privacy means to us', '/thoughts/what-it-means'], ['Legal', '/legal']),
      ['/thoughts/what-it-means', 2014, 2018, 'article'],
      ['/legal', 2014, 2018, 'home', [['Privacy statement', '/legal/9']]],
      ['/legal/9', 2014, 2018, 'policy:en'],
    ],
    { privacy: ['/legal/9'] },
  ),
  site(
    'shortpaths.example',
    'an address with /p/ in it, linked by the subject alone',
    [
      home(2016, 2020, ['Sobre', '/p/sobre'], ['Seus dados e privacidade', '/p/privacidade']),
      ['/p/privacidade', 2016, 2020, 'policy:pt'],
    ],
    { privacy: ['/p/privacidade'] },
  ),
  site(
    'hostnamedhats.example',
    'privacy.HOST/policy, named by the host alone',
    [home(2016, 2020), ['https://privacy.hostnamedhats.example/policy', 2016, 2020, 'policy:en']],
    { privacy: ['https://privacy.hostnamedhats.example/policy'] },
  ),
  site(
    'noroot.example',
    'no capture of the bare domain: the home page stands elsewhere',
    [
      ['/start.html', 2001, 2005, 'home', [['Privacy statement', '/texts/4.html']]],
      ['/texts/4.html', 2001, 2005, 'policy:en'],
    ],
    { privacy: ['/texts/4.html'] },
  ),
  site(
    'verstecktevasen.example',
    'linked nowhere, at a usual path of the page’s own language',
    [
      [
        '/',
        2016,
        2020,
        'html:<p>Willkommen bei den Vasen. Sehen Sie sich in Ruhe um und sagen Sie uns, was Sie von den neuen Seiten halten und ob die Farben gefallen.</p>',
      ],
      ['/datenschutz', 2016, 2020, 'policy:de'],
    ],
    { privacy: ['/datenschutz'] },
  ),
  site('emptyeaves.example', 'nothing of it is archived', [], {}),
];
