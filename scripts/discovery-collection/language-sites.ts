import { home, type Site, site } from './site.ts';
import { type Language, policies } from './texts.ts';

/** Two sites in each language: one links the policy by its full name at an address that says nothing, one by another name. */

type Row = readonly [
  language: Language,
  /** Names of the two companies. */
  names: readonly [string, string],
  /** Another name of the policy, and where it stands. */
  other: readonly [text: string, path: string],
  /** The link to the terms. */
  terms: string,
];

const rows: readonly Row[] = [
  ['en', ['oatmealotter', 'quietquarry'], ['Data Protection', '/legal/data-protection'], 'Terms of Use'],
  ['de', ['ofenotter', 'stillesteine'], ['Datenschutzhinweise', '/rechtliches/datenschutzhinweise'], 'AGB'],
  [
    'fr',
    ['loutrelente', 'pierrepaisible'],
    ['Protection des données', '/protection-des-donnees'],
    'Conditions générales',
  ],
  [
    'it',
    ['lontralenta', 'pietrapiana'],
    ['Trattamento dei dati personali', '/info/trattamento-dati'],
    'Termini e condizioni',
  ],
  [
    'es',
    ['nutrialenta', 'piedraplana'],
    ['Protección de datos', '/proteccion-de-datos'],
    'Condiciones de uso',
  ],
  [
    'pt',
    ['lontracalma', 'pedraplana'],
    ['Proteção de Dados Pessoais', '/protecao-de-dados'],
    'Termos de uso',
  ],
  [
    'nl',
    ['otteroven', 'stillesteen'],
    ['Gegevensbescherming', '/gegevensbescherming'],
    'Algemene voorwaarden',
  ],
  ['da', ['oddersoe', 'stillesten'], ['Persondatapolitik', '/persondatapolitik'], 'Handelsbetingelser'],
  [
    'sv',
    ['uttersjon', 'stillasten'],
    ['Behandling av personuppgifter', '/om-oss/personuppgifter'],
    'Användarvillkor',
  ],
  ['no', ['oterelva', 'stillestein'], ['Personvern', '/personvern'], 'Brukervilkår'],
  [
    'nn',
    ['oterfjorden', 'stillfjell'],
    ['Handsaming av personopplysningar', '/personopplysningar'],
    'Vilkår',
  ],
  [
    'fi',
    ['saukkojoki', 'hiljainenkivi'],
    ['Henkilötietojen käsittely', '/henkilotietojen-kasittely'],
    'Käyttöehdot',
  ],
  ['is', ['oturinn', 'kyrrsteinn'], ['Meðferð persónuupplýsinga', '/um/personuupplysingar'], 'Skilmálar'],
  [
    'pl',
    ['wydrawoda', 'cichykamien'],
    ['Ochrona danych osobowych', '/ochrona-danych-osobowych'],
    'Regulamin',
  ],
  [
    'cs',
    ['vydravoda', 'tichykamen'],
    ['Zpracování osobních údajů', '/zpracovani-osobnich-udaju'],
    'Obchodní podmínky',
  ],
  [
    'sk',
    ['vydrarieka', 'tichaskala'],
    ['Ochrana osobných údajov', '/ochrana-osobnych-udajov'],
    'Obchodné podmienky',
  ],
  ['hu', ['vidrafolyo', 'csendesko'], ['Adatkezelési tájékoztató', '/adatkezeles'], 'ÁSZF'],
  [
    'ro',
    ['vidraraului', 'piatralina'],
    ['Protecția datelor cu caracter personal', '/protectia-datelor'],
    'Termeni și condiții',
  ],
  ['bg', ['vidrareka', 'tihkamak'], ['Защита на личните данни', '/защита-на-лични-данни'], 'Общи условия'],
  [
    'hr',
    ['vidrarijeka', 'tihikamen'],
    ['Zaštita osobnih podataka', '/zastita-osobnih-podataka'],
    'Uvjeti korištenja',
  ],
  [
    'sr',
    ['vidrareka2', 'tihikamen2'],
    ['Заштита података о личности', '/zastita-podataka-o-licnosti'],
    'Услови коришћења',
  ],
  ['sr-Latn', ['vidrareka3', 'tihikamen3'], ['Zaštita privatnosti', '/privatnost'], 'Uslovi korišćenja'],
  [
    'sl',
    ['vidrinareka', 'tihikamen4'],
    ['Varstvo osebnih podatkov', '/varstvo-osebnih-podatkov'],
    'Pogoji uporabe',
  ],
  ['el', ['vydra', 'siopilipetra'], ['Προστασία προσωπικών δεδομένων', '/prosopika-dedomena'], 'Όροι χρήσης'],
  ['tr', ['susamuru', 'sessiztas'], ['Kişisel Verilerin Korunması', '/kvkk'], 'Kullanım Koşulları'],
  [
    'ru',
    ['vydrarechnaya', 'tihiykamen'],
    ['Обработка персональных данных', '/docs/obrabotka'],
    'Пользовательское соглашение',
  ],
  [
    'uk',
    ['vydrarichka', 'tykhyikamin'],
    ['Захист персональних даних', '/захист-персональних-даних'],
    'Угода користувача',
  ],
  [
    'et',
    ['saarmas', 'vaiknekivi'],
    ['Isikuandmete töötlemine', '/isikuandmete-tootlemine'],
    'Kasutustingimused',
  ],
  [
    'lv',
    ['udrsupe', 'klusaisakmens'],
    ['Personas datu apstrāde', '/personas-datu-apstrade'],
    'Lietošanas noteikumi',
  ],
  [
    'lt',
    ['udrosupe', 'tylusakmuo'],
    ['Asmens duomenų apsauga', '/asmens-duomenu-apsauga'],
    'Naudojimosi taisyklės',
  ],
  ['ca', ['lludriga', 'pedraquieta'], ['Protecció de dades', '/proteccio-de-dades'], 'Condicions d’ús'],
  ['zh', ['shuita', 'jingshi'], ['隐私条款', '/隐私条款'], '服务条款'],
  ['zh-Hant', ['shuita2', 'jingshi2'], ['個人資料保護聲明', '/about/notice3'], '服務條款'],
  ['ja', ['kawauso', 'shizukanaishi'], ['個人情報の取り扱いについて', '/company/kojinjoho.html'], '利用規約'],
  ['ko', ['sudal', 'joyonghandol'], ['개인정보취급방침', '/member/policy2'], '이용약관'],
  ['ar', ['qudaa', 'hajarhadi'], ['حماية البيانات الشخصية', '/ar/data3'], 'شروط الاستخدام'],
  ['he', ['lutra', 'evenshketa'], ['הגנת הפרטיות', '/פרטיות'], 'תנאי שימוש'],
  ['hi', ['udbilav', 'shantpatthar'], ['निजता नीति', '/hi/niti'], 'नियम और शर्तें'],
  ['th', ['nak', 'hinngiap'], ['การคุ้มครองข้อมูลส่วนบุคคล', '/th/pdpa'], 'ข้อกำหนดการใช้งาน'],
  ['vi', ['raica', 'dalang'], ['Chính sách bảo mật', '/chinh-sach-bao-mat'], 'Điều khoản sử dụng'],
  [
    'id',
    ['berangberang', 'batutenang'],
    ['Perlindungan Data Pribadi', '/perlindungan-data'],
    'Syarat dan Ketentuan',
  ],
  ['ms', ['memerang', 'batusunyi'], ['Notis Privasi', '/notis-privasi'], 'Terma Perkhidmatan'],
];

const FROM = 2017;
const UNTIL = 2019;

export const languageSites: readonly Site[] = rows.flatMap(([language, names, [text, path], terms], k) => {
  const neutral = `/page/${k + 11}`;
  const policy = `policy:${language}`;
  const full = policies[language].title;
  return [
    site(
      `${names[0]}.example`,
      `${language}: the full name, at an address that says nothing`,
      [
        home(FROM, UNTIL, [terms, '/page/7'], [full, neutral]),
        ['/page/7', FROM, UNTIL, 'terms'],
        [neutral, FROM, UNTIL, policy],
      ],
      { privacy: [neutral] },
    ),
    site(
      `${names[1]}.example`,
      `${language}: "${text}"`,
      [
        home(FROM, UNTIL, [terms, '/page/7'], [text, path]),
        ['/page/7', FROM, UNTIL, 'terms'],
        [path, FROM, UNTIL, policy],
      ],
      { privacy: [path] },
    ),
  ];
});
