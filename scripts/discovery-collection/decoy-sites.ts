import { home, type Site, site } from './site.ts';

/** Sites with pages that speak of privacy and are no policy. */
export const decoySites: readonly Site[] = [
  site(
    'hedgenotes.example',
    'a blog post about privacy',
    [
      home(
        2012,
        2020,
        ['Why privacy matters to gardeners', '/blog/2014/05/why-privacy-matters'],
        ['Privacy Policy', '/privacy-policy/'],
      ),
      ['/blog/2014/05/why-privacy-matters', 2014, 2020, 'article'],
      ['/privacy-policy/', 2012, 2020, 'policy:en'],
    ],
    { privacy: ['/privacy-policy/'] },
  ),
  site(
    'friendfence.example',
    'a page of settings',
    [
      home(2011, 2019, ['Privacy settings', '/account/privacy'], ['Privacy Policy', '/about/privacy']),
      ['/account/privacy', 2011, 2019, 'settings'],
      ['/about/privacy', 2011, 2019, 'policy:en'],
    ],
    { privacy: ['/about/privacy'] },
  ),
  site(
    'screenshop.example',
    'a product called privacy, and a vendor’s policy in the shop',
    [
      home(
        2013,
        2021,
        ['Privacy Screen 14 inch', '/products/privacy-screen-14'],
        ['Privacy notice', '/help/privacy-notice'],
      ),
      ['/products/privacy-screen-14', 2013, 2021, 'product'],
      ['/store/vendors/petcam/privacy-policy', 2015, 2021, 'children'],
      ['/help/privacy-notice', 2013, 2021, 'policy:en'],
    ],
    { privacy: ['/help/privacy-notice'] },
  ),
  site(
    'termtables.example',
    'terms beside the policy',
    [
      home(2008, 2016, ['Terms', '/legal/terms'], ['Privacy', '/legal/privacy']),
      ['/legal/terms', 2008, 2016, 'terms'],
      ['/legal/privacy', 2008, 2016, 'policy:en'],
    ],
    { privacy: ['/legal/privacy'] },
  ),
  site(
    'cookiecups.example',
    'a cookie policy beside the policy',
    [
      home(2013, 2021, ['Cookie Policy', '/cookie-policy'], ['Cookies & privacy', '/privacy-and-cookies']),
      ['/cookie-policy', 2013, 2021, 'cookies'],
      ['/privacy-and-cookies', 2013, 2021, 'policy:en'],
    ],
    { privacy: ['/privacy-and-cookies'] },
  ),
  site(
    'softfour.example',
    'usual paths that answer 200 with an error page',
    [
      home(2010, 2018, ['Your Privacy', '/content/your-privacy']),
      ['/privacy', 2010, 2018, 'missing'],
      ['/privacy-policy', 2010, 2018, 'missing'],
      ['/content/your-privacy', 2010, 2018, 'policy:en'],
    ],
    { privacy: ['/content/your-privacy'] },
  ),
  site(
    'borrowedbadge.example',
    'links to the policies of built-in services only; the own one at a usual path',
    [
      home(
        2018,
        2023,
        ['Privacy', 'https://policies.google.com/privacy'],
        ['Privacy Policy', 'https://www.facebook.com/policy.php'],
      ),
      ['/privacy', 2018, 2023, 'policy:en'],
    ],
    { privacy: ['/privacy'] },
  ),
  site(
    'nothingness.example',
    'no policy: a blog post and settings only',
    [
      home(
        2014,
        2020,
        ['Privacy in the garden', '/blog/privacy-in-the-garden'],
        ['Privacy preferences', '/settings/privacy'],
      ),
      ['/blog/privacy-in-the-garden', 2014, 2020, 'article'],
      ['/settings/privacy', 2014, 2020, 'settings'],
    ],
    {},
  ),
  site(
    'onlyterms.example',
    'no policy: terms and cookies only',
    [
      home(2014, 2020, ['Terms & privacy', '/terms-and-privacy'], ['Cookies', '/cookies']),
      ['/terms-and-privacy', 2014, 2020, 'terms'],
      ['/cookies', 2014, 2020, 'cookies'],
    ],
    {},
  ),
  site(
    'centercedar.example',
    'a privacy center that links the policy',
    [
      home(2017, 2023, ['Privacy Center', '/privacy']),
      ['/privacy', 2017, 2023, 'settings', [['Full privacy policy', '/privacy/documents/1']]],
      ['/privacy/documents/1', 2017, 2023, 'policy:en'],
    ],
    { privacy: ['/privacy/documents/1'] },
  ),
  site(
    'pressplates.example',
    'a press release about privacy, and a support article',
    [
      home(
        2015,
        2022,
        ['Press: our new privacy promise', '/press/new-privacy-promise'],
        ['Privacy', '/privacy.aspx'],
      ),
      ['/press/new-privacy-promise', 2015, 2022, 'article'],
      ['/support/articles/privacy', 2016, 2022, 'article'],
      ['/privacy.aspx', 2015, 2022, 'policy:en'],
    ],
    { privacy: ['/privacy.aspx'] },
  ),
];
