import { rulesFromWords } from './by-words.ts';

/** Rules over Dutch words. */
export const DUTCH_RULES = rulesFromWords({
  collection: {
    heading: 'verzamel* | welke * gegevens | welke gegevens | gegevens die',
    text: 'verzamelen wij | wij verzamelen | we verzamelen | verzameld | verkrijgen | vragen wij | u verstrekt | ons verstrekt | ontvangen wij | wij ontvangen | verwerken de volgende',
  },
  use: {
    heading: 'gebruik* | doel* | waarom | waarvoor | grondslag*',
    text: 'gebruiken wij | wij gebruiken | we gebruiken | gebruikt om | gebruikt voor | doeleinden | doel van | gerechtvaardigd belang | grondslag | verwerken wij uw',
    unless: 'cookies',
  },
  'third-parties': {
    heading: 'derden | delen | ontvangers | verstrek* | verwerkers | dienstverleners',
    text: 'derden | derde partijen | delen wij | wij delen | dienstverleners | verwerkers | partners | ontvangers | verkopen | verstrekken wij',
    unless: 'derde landen',
  },
  advertising: { heading: 'advertenti* | reclame', text: 'advertenti* | adverteerders | reclame*' },
  cookies: { heading: '*cookie*', text: 'cookie* | web beacons | pixels' },
  'log-files': {
    heading: 'logbestanden | logs | automatisch',
    text: 'ip-adres* | logbestanden | logfiles | type browser | browsertype | besturingssysteem | automatisch verzameld',
  },
  analytics: {
    heading: 'analytics | statistiek* | analyse',
    text: 'google analytics | statistiek* | statistische | geaggregeerd*',
  },
  location: { heading: '*locatie*', text: 'locatiegegevens | locatie | gps' },
  'mailing-lists': { heading: 'nieuwsbrie*', text: 'nieuwsbrie* | mailinglijst | promotionele e-mails' },
  choice: {
    heading: 'toestemming | keuze* | voorkeuren | afmelden',
    text: 'toestemming intrekken | toestemming in te trekken | afmelden | uitschrijven | uw toestemming | uw voorkeuren | voorkeuren | uitschakelen | weigeren | cookies blokkeren',
  },
  rights: {
    heading: '*rechten | recht op | inzage | klacht*',
    text: 'recht op | recht om | uw rechten | inzage | rectificatie | verwijdering | overdraagbaarheid | bezwaar | autoriteit persoonsgegevens | klacht | toezichthouder',
    unless: 'recht om deze | recht om dit',
  },
  retention: {
    heading: '*bewaar* | bewaren | bewaartermijn*',
    text: 'bewaren wij | wij bewaren | bewaard | bewaartermijn* | niet langer dan | verwijderd na | zo lang als',
  },
  security: {
    heading: '*beveilig* | veiligheid | beschermen',
    text: 'beveilig* | technische en organisatorische | versleutel* | ssl | onbevoegd* | ongeautoriseerde | datalek*',
  },
  'transfer-abroad': {
    heading: 'doorgifte | internationale* | buiten',
    text: 'buiten de europese | buiten de eer | buiten de eu | derde landen | modelcontractbepalingen | verenigde staten | doorgifte',
  },
  'transfer-buyer': {
    heading: 'fusie* | overname',
    text: 'fusie | overname | verkoop van de onderneming | bedrijfsoverdracht',
  },
  'legal-disclosure': {
    heading: 'autoriteiten | wettelijke verplichting*',
    text: 'wettelijk verplicht | gerechtelijk bevel | politie | bevoegde autoriteiten | opsporing*',
  },
  children: {
    heading: '*kinderen | minderjarig* | leeftijd',
    text: 'kinderen | minderjarig* | jonger dan 16 | jonger dan 13 | ouders of voogd | ouders',
  },
  'policy-change': {
    heading: 'wijziging* | aanpassing*',
    text: 'wijzigingen in dit | wijzigingen in deze | deze verklaring _ wijzigen | dit beleid _ wijzigen | deze privacyverklaring _ wijzig* | deze privacyverklaring _ aangepast | recht voor _ wijzig* | aan te passen',
  },
  'do-not-track': { heading: 'do not track', text: 'do not track | dnt' },
  'law-specific': { heading: 'californi*', text: 'inwoners van californië | ccpa' },
  'outside-links': {
    heading: 'links | websites van derden',
    text: 'links naar | websites van derden | andere websites',
  },
  contact: {
    heading: 'contact* | vragen | verwerkingsverantwoordelijke | functionaris',
    text: 'neem contact op | contact opnemen | contact met ons | functionaris gegevensbescherming | functionaris voor gegevensbescherming | verwerkingsverantwoordelijke | als u vragen | heeft u vragen | *@*.*',
  },
});

/** Rules over Polish words. */
export const POLISH_RULES = rulesFromWords({
  collection: {
    heading: 'zbiera* | gromadz* | jakie dane | zakres danych | rodzaje danych',
    text: 'zbieramy | gromadzimy | zbierane | gromadzone | pozyskujemy | podaje* nam | podanych przez | podanie danych | prosimy o podanie | przetwarzamy następujące',
  },
  use: {
    heading: 'cel* przetwarzania | cele | cel | w jakim celu | wykorzyst* | podstaw* prawn*',
    text: 'wykorzystujemy | używamy | wykorzystywane | w celu | celach | podstawą prawną | podstawa prawna | prawnie uzasadnion* | przetwarzane w',
    unless: 'cookies',
  },
  'third-parties': {
    heading: 'odbiorc* | udostępni* | podmiot* | powierz* | osob* trzeci*',
    text: 'osobom trzecim | osób trzecich | podmiotom trzecim | podmiotom | odbiorc* | udostępniamy | udostępniane | przekazujemy | dostawc* usług | partner* | sprzedajemy',
    unless: 'państw trzecich',
  },
  advertising: { heading: 'reklam*', text: 'reklam* | reklamodawc*' },
  cookies: { heading: '*cookie* | ciasteczk*', text: 'cookie* | ciasteczk*' },
  'log-files': {
    heading: 'log* | dane techniczne | automatyczn*',
    text: 'adres ip | adresy ip | adresu ip | logi | logach | rodzaj przeglądarki | typ przeglądarki | system operacyjny | automatycznie',
  },
  analytics: {
    heading: 'analytics | statysty* | analiz*',
    text: 'google analytics | statysty* | analityczn*',
  },
  location: { heading: '*lokalizac*', text: 'lokalizac* | geolokalizac* | gps' },
  'mailing-lists': {
    heading: 'newsletter*',
    text: 'newsletter* | informacji handlowych | informacje handlowe | wiadomości marketingow*',
  },
  choice: {
    heading: 'zgod* | preferenc* | wypis*',
    text: 'wycofać zgodę | cofnąć zgodę | wycofania zgody | cofnięcia zgody | zrezygnować | rezygnac* | wypisać się | państwa zgody | twojej zgody | ustawieni* przeglądarki | wyłączyć',
  },
  rights: {
    heading: '*praw* użytkownik* | prawa | prawo do | dostęp | skarg*',
    text: 'prawo do | prawo dostępu | prawo żądania | sprostowania | usunięcia danych | ograniczenia przetwarzania | przenoszenia danych | sprzeciw* | skarg* | prezesa urzędu | organu nadzorczego',
    unless: 'prawo do zmian | prawo do wprowadz*',
  },
  retention: {
    heading: '*przechowyw* | okres | jak długo',
    text: 'przechowywane | przechowujemy | okres przechowywania | przez okres | będą usunięte | zostaną usunięte | nie dłużej niż',
  },
  security: {
    heading: '*bezpieczeństw* | zabezpiecz* | ochron* danych',
    text: 'zabezpiecz* | bezpieczeństw* | szyfrowan* | ssl | nieuprawnion* | nieupoważnion* | środki techniczne | naruszeni* ochrony',
  },
  'transfer-abroad': {
    heading: 'państw* trzec* | międzynarodow* | poza',
    text: 'państw trzecich | państwa trzeciego | poza europejski | poza eog | standardow* klauzul* | stanów zjednoczonych | poza unię',
  },
  'transfer-buyer': {
    heading: 'fuzj* | przejęci*',
    text: 'fuzji | fuzja | przejęcia przedsiębiorstwa | sprzedaży przedsiębiorstwa | połączenia spółek',
  },
  'legal-disclosure': {
    heading: 'organ* | obowiązk* prawn*',
    text: 'organom | organy ścigania | nakaz* sąd* | na żądanie sądu | uprawnionym organom | obowiązek prawny',
  },
  children: {
    heading: '*dzieci* | niepełnoletni* | wiek',
    text: 'dzieci | dziecko | dziecka | niepełnoletni* | małoletni* | rodzic* | 16 lat | 13 lat',
  },
  'policy-change': {
    heading: 'zmian* | aktualizac*',
    text: 'zmiany polityki | zmian polityki | zmiany niniejszej | zmian w niniejszej | zmienić niniejszą | aktualizacj* niniejszej | polityka _ zmieni* | prawo do zmian | prawo do wprowadz*',
  },
  'do-not-track': { heading: 'do not track', text: 'do not track | dnt' },
  'law-specific': { heading: 'kaliforni*', text: 'mieszkańc* kalifornii | ccpa' },
  'outside-links': {
    heading: 'odnośnik* | linki',
    text: 'linki do | odnośniki do | łącza do | innych stron',
  },
  contact: {
    heading: 'kontakt* | administrator* | inspektor* | pytania',
    text: 'skontaktować się | kontakt | kontaktować się | inspektor* ochrony danych | administratorem danych | administratorem państwa | w razie pytań | *@*.*',
  },
});
