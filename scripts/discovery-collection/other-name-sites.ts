import { home, type Site, site } from './site.ts';

/** Sites that link the policy by another of its names than the title, at an address that says nothing. */
export const otherNameSites: readonly Site[] = [
  site(
    'lesenlampen.example',
    'German, by another of its names',
    [
      home(2016, 2020, ['Kontakt', '/s/1'], ['Hinweise zum Datenschutz', '/s/2']),
      ['/s/2', 2016, 2020, 'policy:de'],
    ],
    { privacy: ['/s/2'] },
  ),
  site(
    'douxdraps.example',
    'French, by another of its names',
    [
      home(2016, 2020, ['CGV', '/s/1'], ['Données personnelles', '/s/2']),
      ['/s/1', 2016, 2020, 'terms'],
      ['/s/2', 2016, 2020, 'policy:fr'],
    ],
    { privacy: ['/s/2'] },
  ),
  site(
    'tazasteja.example',
    'Spanish, by another of its names',
    [
      home(2016, 2020, ['Aviso legal', '/s/1'], ['Aviso de privacidad', '/s/2']),
      ['/s/2', 2016, 2020, 'policy:es'],
    ],
    { privacy: ['/s/2'] },
  ),
  site(
    'kubkikawa.example',
    'Polish, by another of its names',
    [home(2018, 2021, ['Regulamin', '/s/1'], ['RODO', '/s/2']), ['/s/2', 2018, 2021, 'policy:pl']],
    { privacy: ['/s/2'] },
  ),
  site(
    'chashkichai.example',
    'Russian, by another of its names',
    [home(2018, 2021, ['Политика обработки персональных данных', '/s/2']), ['/s/2', 2018, 2021, 'policy:ru']],
    { privacy: ['/s/2'] },
  ),
  site(
    'koppkaffe.example',
    'Swedish, by another of its names',
    [home(2018, 2021, ['Sekretesspolicy', '/s/2']), ['/s/2', 2018, 2021, 'policy:sv']],
    { privacy: ['/s/2'] },
  ),
  site(
    'fincanfirin.example',
    'Turkish, by another of its names',
    [home(2018, 2021, ['Aydınlatma Metni', '/s/2']), ['/s/2', 2018, 2021, 'policy:tr']],
    { privacy: ['/s/2'] },
  ),
  site(
    'yunomiyu.example',
    'Japanese, by another of its names',
    [
      home(2014, 2018, ['会社案内', '/s/1'], ['個人情報保護方針', '/s/2.html']),
      ['/s/2.html', 2014, 2018, 'policy:ja'],
    ],
    { privacy: ['/s/2.html'] },
  ),
  site(
    'kuppikahvi.example',
    'Finnish, by another of its names',
    [home(2018, 2021, ['Tietosuojaseloste', '/s/2']), ['/s/2', 2018, 2021, 'policy:fi']],
    { privacy: ['/s/2'] },
  ),
  site(
    'chabeichi.example',
    'Chinese, by another of its names',
    [home(2018, 2021, ['隐私权声明', '/s/2']), ['/s/2', 2018, 2021, 'policy:zh']],
    { privacy: ['/s/2'] },
  ),
  site(
    'rodoryba.example',
    'Polish: named after the regulation alone, beside a cookie policy',
    [
      home(2018, 2023, ['Klauzula informacyjna RODO', '/strona/44'], ['Polityka cookies', '/strona/45']),
      ['/strona/44', 2018, 2023, 'policy:pl'],
      ['/strona/45', 2018, 2023, 'cookies'],
    ],
    { privacy: ['/strona/44'] },
  ),
  site(
    'gdprgrapes.example',
    'Czech: GDPR is all the link says',
    [
      home(2018, 2023, ['GDPR', '/info/22'], ['Obchodní podmínky', '/info/21']),
      ['/info/22', 2018, 2023, 'policy:cs'],
      ['/info/21', 2018, 2023, 'terms'],
    ],
    { privacy: ['/info/22'] },
  ),
  site(
    'aydinavlu.example',
    'Turkish: the information that the law asks for, named after the law',
    [
      home(
        2017,
        2023,
        ['KVKK Aydınlatma Metni', '/kurumsal/metin-3'],
        ['Çerez Politikası', '/kurumsal/metin-4'],
      ),
      ['/kurumsal/metin-3', 2017, 2023, 'policy:tr'],
      ['/kurumsal/metin-4', 2017, 2023, 'cookies'],
    ],
    { privacy: ['/kurumsal/metin-3'] },
  ),
  site(
    'rekisteririihi.example',
    'Finnish: the description of a register, as the law once called it',
    [home(2006, 2014, ['Rekisteriseloste', '/tiedot/r1']), ['/tiedot/r1', 2006, 2014, 'policy:fi']],
    { privacy: ['/tiedot/r1'] },
  ),
  site(
    'uppgiftsuggla.example',
    'Swedish: a sentence for a name',
    [
      home(
        2018,
        2023,
        ['Så behandlar vi dina personuppgifter', '/kundservice/sida-8'],
        ['Om kakor', '/kundservice/sida-9'],
      ),
      ['/kundservice/sida-8', 2018, 2023, 'policy:sv'],
      ['/kundservice/sida-9', 2018, 2023, 'cookies'],
    ],
    { privacy: ['/kundservice/sida-8'] },
  ),
];
