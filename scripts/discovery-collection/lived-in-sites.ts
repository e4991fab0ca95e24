import { home, type Site, site } from './site.ts';

/** Sites as they grow over years: hubs, groups, forms, scripts, and much that only sounds like the policy. */
export const livedInSites: readonly Site[] = [
  site(
    'botijabuena.example',
    'Spanish: behind the legal notice, an address that says nothing',
    [
      home(2012, 2018, ['Aviso legal', '/es/texto.php?id=11'], ['Prensa', '/es/prensa.php']),
      [
        '/es/texto.php?id=11',
        2012,
        2018,
        'html:<h1>Aviso legal</h1><p>Este sitio pertenece a Botija Buena, S.L.</p><p>Consulte también nuestra <a href="/es/texto.php?id=12">Política de privacidad</a> y la <a href="/es/texto.php?id=13">Política de cookies</a>.</p>',
      ],
      ['/es/texto.php?id=12', 2012, 2018, 'policy:es'],
      ['/es/texto.php?id=13', 2012, 2018, 'cookies'],
    ],
    { privacy: ['/es/texto.php?id=12'] },
  ),
  site(
    'toiawase.example',
    'Japanese: linked from the form to write to the company alone',
    [
      home(2009, 2016, ['会社概要', '/company/'], ['お問い合わせ', '/contact/']),
      ['/company/', 2009, 2016, 'home'],
      [
        '/contact/',
        2009,
        2016,
        'html:<h1>お問い合わせ</h1><form><p>「<a href="/contact/p3.html">個人情報の取り扱いについて</a>」に同意のうえ、送信してください。</p><input name="mail"></form>',
      ],
      ['/contact/p3.html', 2009, 2016, 'policy:ja'],
    ],
    { privacy: ['/contact/p3.html'] },
  ),
  site(
    'legalloft.example',
    'a host for everything legal, regions on it, the policy in each',
    [
      home(2015, 2021, ['Legal', 'https://legal.legalloft.example/'], ['Press', '/press']),
      [
        'https://legal.legalloft.example/',
        2015,
        2021,
        'home',
        [
          ['Terms of Service', 'https://legal.legalloft.example/us/11'],
          ['Privacy Policy', 'https://legal.legalloft.example/us/12'],
          ['Acceptable Use Policy', 'https://legal.legalloft.example/us/13'],
          ['Data Processing Addendum', 'https://legal.legalloft.example/us/14'],
        ],
      ],
      ['https://legal.legalloft.example/us/11', 2015, 2021, 'terms'],
      ['https://legal.legalloft.example/us/12', 2015, 2021, 'policy:en'],
      ['https://legal.legalloft.example/us/13', 2015, 2021, 'terms'],
      ['https://legal.legalloft.example/us/14', 2015, 2021, 'terms'],
    ],
    { privacy: ['https://legal.legalloft.example/us/12'] },
  ),
  site(
    'tiliastore.example',
    'Portuguese: the group’s own host for privacy, an address that says nothing',
    [
      home(2020, 2024, ['Aviso de Privacidade', 'https://privacidade.grupotilia.example/a/1']),
      ['https://privacidade.grupotilia.example/a/1', 2020, 2024, 'policy:pt'],
      ['https://privacidade.grupotilia.example/a/2', 2020, 2024, 'cookies'],
    ],
    { privacy: ['https://privacidade.grupotilia.example/a/1'] },
  ),
  site(
    'groupgoose.example',
    'behind the legal page of the parent, which the footer names',
    [
      [
        '/',
        2010,
        2016,
        'html:<p>Geese.</p><p>© Goose Holdings Ltd. | <a href="https://www.gooseholdings.example/legal">Legal &amp; Privacy</a></p>',
      ],
      [
        'https://www.gooseholdings.example/legal',
        2010,
        2016,
        'home',
        [
          ['Site terms', '/legal/4'],
          ['Online Privacy Notice', 'https://www.gooseholdings.example/legal/5'],
        ],
      ],
      ['https://www.gooseholdings.example/legal/5', 2010, 2016, 'policy:en'],
    ],
    { privacy: ['https://www.gooseholdings.example/legal/5'] },
  ),
  site(
    'donneesdouces.example',
    'French: named by its subject alone, beside legal notices',
    [
      home(2018, 2023, ['Mentions légales', '/page/36'], ['Données personnelles', '/page/37']),
      ['/page/36', 2018, 2023, 'terms'],
      ['/page/37', 2018, 2023, 'policy:fr'],
    ],
    { privacy: ['/page/37'] },
  ),
  site(
    'decretodolce.example',
    'Italian: named after the article of a law',
    [
      home(
        2005,
        2012,
        ['Informativa ex art. 13 D.Lgs. 196/2003', '/info196.htm'],
        ['Note legali', '/note.htm'],
      ),
      ['/info196.htm', 2005, 2012, 'policy:it'],
      ['/note.htm', 2005, 2012, 'terms'],
    ],
    { privacy: ['/info196.htm'] },
  ),
  site(
    'pressedpears.example',
    'a press page, a help page on security and a notice for applicants beside the statement',
    [
      home(
        2016,
        2022,
        ['Privacy & Security help', '/help/22'],
        ['Pears launches new privacy features', '/press/2019/privacy-features'],
        ['Job Applicant Privacy Notice', '/jobs/notice'],
        ['Privacy Statement', '/about/31'],
      ),
      ['/help/22', 2016, 2022, 'settings'],
      ['/press/2019/privacy-features', 2019, 2022, 'article'],
      ['/jobs/notice', 2016, 2022, 'applicants'],
      ['/about/31', 2016, 2022, 'policy:en'],
    ],
    { privacy: ['/about/31'], applicants: ['/jobs/notice'] },
  ),
  site(
    'kanzleikamin.example',
    'German: a law firm whose trade is data protection, with its own notice',
    [
      home(
        2014,
        2022,
        ['Datenschutzrecht', '/rechtsgebiete/datenschutzrecht'],
        ['Externer Datenschutzbeauftragter', '/leistungen/datenschutzbeauftragter'],
        ['Impressum & Datenschutz', '/formalia'],
      ),
      [
        '/rechtsgebiete/datenschutzrecht',
        2014,
        2022,
        'html:<h1>Datenschutzrecht</h1><p>Wir beraten Unternehmen in allen Fragen des Datenschutzrechts.</p><p>Unsere Anwältinnen prüfen Verträge, schulen Ihre Leute und vertreten Sie vor den Behörden.</p><p>Rufen Sie uns an.</p>',
      ],
      [
        '/leistungen/datenschutzbeauftragter',
        2014,
        2022,
        'html:<h1>Externer Datenschutzbeauftragter</h1><p>Als Ihr externer Datenschutzbeauftragter kommen wir einmal im Monat ins Haus.</p><p>Angebote nennen wir Ihnen gern.</p>',
      ],
      ['/formalia', 2014, 2022, 'policy:de'],
    ],
    { privacy: ['/formalia'] },
  ),
  site(
    'tunneltoad.example',
    'a maker of tools for privacy, whose pages all speak of it',
    [
      home(
        2017,
        2023,
        ['Why privacy?', '/learn/why-privacy'],
        ['Privacy tools', '/tools/privacy'],
        ['Check your privacy', '/check/privacy'],
        ['Privacy', '/docs/9'],
      ),
      ['/learn/why-privacy', 2017, 2023, 'article'],
      ['/tools/privacy', 2017, 2023, 'product'],
      ['/check/privacy', 2017, 2023, 'settings'],
      ['/docs/9', 2017, 2023, 'policy:en'],
    ],
    { privacy: ['/docs/9'] },
  ),
  site(
    'reglementriet.example',
    'Dutch: behind the disclaimer',
    [
      home(2007, 2014, ['Disclaimer', '/voet/disclaimer']),
      [
        '/voet/disclaimer',
        2007,
        2014,
        'html:<h1>Disclaimer</h1><p>Aan deze pagina kunnen geen rechten worden ontleend. Zie ook ons <a href="/voet/blad2">privacyreglement</a>.</p>',
      ],
      ['/voet/blad2', 2007, 2014, 'policy:nl'],
    ],
    { privacy: ['/voet/blad2'] },
  ),
  site(
    'zakonzimy.example',
    'Russian: the long name that the law prefers, in a folder of uploads',
    [
      home(
        2017,
        2023,
        ['Политика в отношении обработки персональных данных', '/upload/iblock/doc.php?id=5'],
        ['Пользовательское соглашение', '/upload/iblock/doc.php?id=4'],
      ),
      ['/upload/iblock/doc.php?id=5', 2017, 2023, 'policy:ru'],
      ['/upload/iblock/doc.php?id=4', 2017, 2023, 'terms'],
    ],
    { privacy: ['/upload/iblock/doc.php?id=5'] },
  ),
  site(
    'falvhai.example',
    'Chinese: behind the legal statement',
    [
      home(2008, 2015, ['法律声明', '/law.jsp'], ['联系我们', '/lx.jsp']),
      [
        '/law.jsp',
        2008,
        2015,
        'html:<h1>法律声明</h1><p>本网站的<a href="/law.jsp?t=2">隐私保护政策</a>说明我们如何处理信息。</p>',
      ],
      ['/law.jsp?t=2', 2008, 2015, 'policy:zh'],
    ],
    { privacy: ['/law.jsp?t=2'] },
  ),
  site(
    'adathaz.example',
    'Hungarian: behind the conditions, by the subject alone',
    [
      home(2012, 2018, ['ÁSZF', '/oldal/3']),
      ['/oldal/3', 2012, 2018, 'terms', [['Adatkezelés', '/oldal/4']]],
      ['/oldal/4', 2012, 2018, 'policy:hu'],
    ],
    { privacy: ['/oldal/4'] },
  ),
  site(
    'oldereditions.example',
    'a page of earlier editions beside the current policy',
    [
      home(2012, 2020, ['Privacy Policy', '/legal/privacy']),
      ['/legal/privacy', 2012, 2020, 'policy:en', [['Previous versions', '/legal/privacy/archive']]],
      [
        '/legal/privacy/archive',
        2014,
        2020,
        'html:<h1>Previous versions of our Privacy Policy</h1><ul><li><a href="/legal/privacy/archive/2012">Version of 2012</a></li><li><a href="/legal/privacy/archive/2014">Version of 2014</a></li></ul>',
      ],
    ],
    { privacy: ['/legal/privacy'] },
  ),
  site(
    'bulletinbaobab.example',
    'Vietnamese: a name that also means security, in a list of news',
    [
      home(2015, 2021, ['Chính sách bảo mật', '/tin/12.html'], ['Điều khoản', '/tin/13.html']),
      ['/tin/12.html', 2015, 2021, 'policy:vi'],
      ['/tin/13.html', 2015, 2021, 'terms'],
    ],
    { privacy: ['/tin/12.html'] },
  ),
];
