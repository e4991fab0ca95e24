import { home, type Site, site } from './site.ts';

/** Sites whose policy moved, and sites with two policies. */
export const severalAddressesSites: readonly Site[] = [
  site(
    'movedmugs.example',
    'three addresses in succession, the old ones redirecting',
    [
      home(1999, 2004, ['Privacy statement', '/privacy.htm']),
      home(2005, 2011, ['Privacy', '/legal/privacy/']),
      home(2012, 2020, ['Privacy Policy', '/trust/data-privacy']),
      ['/privacy.htm', 1999, 2004, 'policy:en'],
      ['/privacy.htm', 2005, 2011, 'redirect:/legal/privacy/'],
      ['/legal/privacy/', 2005, 2011, 'policy:en'],
      ['/legal/privacy/', 2012, 2020, 'redirect:/trust/data-privacy'],
      ['/trust/data-privacy', 2012, 2020, 'policy:en'],
    ],
    { privacy: ['/privacy.htm', '/legal/privacy/', '/trust/data-privacy'] },
  ),
  site(
    'hiringhammers.example',
    'a second policy, for applicants',
    [
      home(
        2016,
        2023,
        ['Privacy Policy', '/privacy'],
        ['Applicant privacy notice', '/careers/privacy-notice'],
      ),
      ['/privacy', 2016, 2023, 'policy:en'],
      ['/careers/privacy-notice', 2018, 2023, 'applicants'],
    ],
    { privacy: ['/privacy'], applicants: ['/careers/privacy-notice'] },
  ),
  site(
    'werkbankwelt.example',
    'a second policy, for applicants, in German',
    [
      home(
        2016,
        2023,
        ['Datenschutzerklärung', '/datenschutz'],
        ['Datenschutz für Bewerber', '/karriere/datenschutz'],
      ),
      ['/datenschutz', 2016, 2023, 'policy:de'],
      ['/karriere/datenschutz', 2018, 2023, 'bewerber'],
    ],
    { privacy: ['/datenschutz'], applicants: ['/karriere/datenschutz'] },
  ),
  site(
    'gamegiraffe.example',
    'a second policy, for children',
    [
      home(2009, 2018, ['Privacy Policy', '/privacy.php'], ['Kids privacy', '/kids/privacy.php']),
      ['/privacy.php', 2009, 2018, 'policy:en'],
      ['/kids/privacy.php', 2009, 2018, 'children'],
    ],
    { privacy: ['/privacy.php'], children: ['/kids/privacy.php'] },
  ),
  site(
    'twinpolicies.example',
    'two policies that only their texts tell apart',
    [
      home(2015, 2022, ['Privacy Policy', '/privacy'], ['Privacy Notice', '/privacy-notice-2']),
      ['/privacy', 2015, 2022, 'policy:en'],
      ['/privacy-notice-2', 2016, 2022, 'applicants'],
    ],
    { privacy: ['/privacy'], applicants: ['/privacy-notice-2'] },
  ),
  site(
    'soldsaddles.example',
    'moved to the host of the buyer',
    [
      home(2002, 2008, ['Privacy Policy', '/privacy.html']),
      ['/privacy.html', 2002, 2008, 'policy:en'],
      ['/privacy.html', 2009, 2015, 'redirect:https://www.leatherunion.example/legal/privacy.html'],
      ['https://www.leatherunion.example/legal/privacy.html', 2009, 2015, 'policy:en'],
    ],
    { privacy: ['/privacy.html', 'https://www.leatherunion.example/legal/privacy.html'] },
  ),
  site(
    'bilingualbells.example',
    'two languages',
    [
      home(2012, 2020, ['Privacy policy', '/en/privacy'], ['Datenschutz', '/de/datenschutz']),
      ['/en/privacy', 2012, 2020, 'policy:en'],
      ['/de/datenschutz', 2015, 2020, 'policy:de'],
    ],
    { privacy: ['/en/privacy'], 'privacy-de': ['/de/datenschutz'] },
  ),
];
