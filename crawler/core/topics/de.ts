import { rulesFromWords } from './by-words.ts';

/** Rules over German words. */
export const GERMAN_RULES = rulesFromWords({
  collection: {
    heading:
      'erheb* | erfass* | welche * daten | welche daten | arten _ daten | datenerhebung | kategorien _ daten | registrierung | datenkategorien',
    text: 'erheben wir | erhebt | wir _ erheben | erhoben | wir _ erfassen | erfassen wir | erfasst | zeichnet _ auf | benötigen wir | brauchen wir | fragen wir | abgefragt | bei der anmeldung | bei der registrierung | von ihnen mitgeteilt* | uns _ mitteilen | uns _ mitgeteilt | uns _ bereitstellen | uns _ zur verfügung stellen | verarbeiten wir _ daten | wir verarbeiten | erhalten wir _ daten | fallen _ nutzungsdaten an | angaben im profil | nimmt der verein | stammdaten | bestandsdaten | gesundheitsdaten',
    unless: 'verarbeiten wir _ nicht | protokolliert nichts',
  },
  use: {
    heading:
      'zweck* | nutzung _ daten | verwendung | verwenden | rechtsgrundlage* | wofür | verarbeitungszweck* | datenverarbeitung | nutzen',
    text: 'verwenden wir | wir verwenden | verwendet _ um | nutzen wir | wir nutzen | zum zweck* | zu _ zwecken | zweck der | zwecke | dienen der | dienen ausschließlich | daten dienen | dient der | dient dazu | rechtsgrundlage | berechtigt* interesse* | zur vertragsabwicklung | zur vertragserfüllung | zur abwicklung | auf dieser grundlage | berechnen wir | berechnet | verbessern wir | um _ zu verbessern | um betrug | benötigt für | werden für | art. 6 | automatisierte entscheidung* | automatisiertes verfahren | voraussetzung für | über ähnliche angebote',
    unless: 'cookies | zu kommerziellen | werbezwecken',
  },
  'third-parties': {
    heading:
      'dritt* | weitergabe | empfänger* | übermittlung _ daten an | dienstleister | auftragsverarbeit* | offenlegung | partner*',
    text: 'an dritte | dritte | dritten | drittanbieter* | weitergegeben | weitergabe | geben wir _ weiter | geben _ daten _ weiter | leiten wir | weitergeleitet | dienstleister* | auftragsverarbeiter* | empfänger | partner* | versandunternehmen | an das | reichen wir | übermitteln wir | übermittlung ihrer daten an | übermittlung _ an | übermittelt | sichtbar | für alle | öffentlich* | sehen _ nur | auskunftei* | einsehen | erhalten _ namen | verkauf ihrer daten | verkaufen | netzbetreiber* | melden | wickelt _ ab | veröffentlich* | erscheinen | dienstleistern | drittanbieter | dienstanbieter | hosting-leistungen | hostinganbieter* | auf den servern von | werden über _ bereitgestellt | anbieter _ inc. | anbieter _ gmbh',
    unless:
      'drittland | drittländer* | aufsichtsbehörde* | fassungen | änderung* | in dieser datenschutzerklärung',
  },
  advertising: {
    heading: 'werbung | anzeigen | werbe*',
    text: 'werbung | werbepartner* | werbenetzwerke* | werbeanzeigen | werbevideos | personalisierte anzeigen | interessenbezogene* | anzeigen auszuspielen | werbezwecken | werbe-id | retargeting | remarketing | online-werbung',
  },
  cookies: {
    heading: '*cookies | cookie* | web beacons | zählpixel',
    text: 'cookie* | web beacon* | zählpixel* | tracking-pixel* | local storage | pixel-tags | webspeicher',
  },
  'log-files': {
    heading:
      '*logfile* | *log-file* | server-log* | protokoll* | zugriffsdaten | automatisch* erfass* | technische daten | hosting',
    text: '*logfile* | *log-file* | *logdatei* | ip-adresse* | zugriffsdaten | browsertyp* | betriebssystem* | protokollier* | referrer* | nutzungsdaten | absturzbericht* | gerätemodell | gerätekennung* | datum und uhrzeit',
  },
  analytics: {
    heading: '*analyse* | analytics | statistik* | reichweitenmessung | webanalyse* | matomo',
    text: 'google analytics | matomo | webanalyse* | reichweitenmessung | nutzungsverhalten | statistisch* | statistiksoftware | auswerten | werten _ aus | werten wir | auswertung* | anonymisiert aus* | absturz* meldet | messung',
  },
  location: {
    heading: '*standort*',
    text: 'standort* | gps | geolokalisierung | ortung* | umkreissuche',
    unless: 'standort der server',
  },
  'mailing-lists': {
    heading: 'newsletter* | rundschreiben | e-mail-werbung | rundbrief',
    text: 'newsletter* | rundbrief* | mailingliste* | e-mail-werbung | katalog | double-opt-in* | werbe-e-mails | morgenbrief | abmeldung vom',
  },
  choice: {
    heading: 'einwilligung* | widerruf* | wahlmöglichkeit* | einstellungen | opt-out | abmeld*',
    text: 'widerrufen | widerruf | abmelden | abmeldung | gekündigt werden | browser-einstellung* | browsereinstellung* | ihren browser _ einstellen | cookies _ ablehnen | cookies _ deaktivieren | cookies _ widersprechen | cookies _ verhindern | verwaltung von cookies | abbestellen | opt-out | jederzeit _ widersprechen | zu werbezwecken _ widersprechen | einwilligung | eingewilligt | einverständnis | zustimmung _ verweigern | abschalten | ausschalten | deaktivieren | abwählen | zurücksetzen | in den einstellungen | zurücknehmen | einstellungen ihres | einstellungen deines | freigabe',
    unless:
      'rechtsgrundlage* | art. 6 abs. 1 | zustimmung der eltern | ohne zustimmung | erziehungsberechtigt* | gesetzlich erlaubt ist oder',
  },
  rights: {
    heading:
      '*rechte | betroffenenrechte | auskunft* | *recht auf | widerspruchsrecht | beschwerde* | löschung | berichtigung',
    text: 'recht auf | rechte auf | haben sie das recht | sie haben das recht | haben _ das recht | auskunft zu | auskunft über | auskunft und | auf auskunft | auskunft berichtigung | berichtigung | berichtigen | datenübertragbarkeit | widersprechen | widerspruchsrecht | aufsichtsbehörde* | beschweren | beschwerde | teilen wir ihnen _ mit | löschen lassen | konto _ löschen | profil zu löschen | profil _ löschen | abändern lassen | konto _ schließen | konto selbst | löschen die moderatoren | herunterladen | betroffen* person* | gespeichert haben | verlangen dass | überprüft',
    unless: 'staatsanwaltschaft | polizei | strafverfolgung',
  },
  retention: {
    heading: '*dauer | aufbewahrung* | speicherfrist* | löschfrist* | löschung | wie lange',
    text: 'aufbewahr* | dauerhaft gespeichert | tage gespeichert | monate gespeichert | jahre gespeichert | nur so lange | so lange wie | aufbewahrung* | speicherdauer | bewahren wir | bewahren _ auf | heben _ auf | hebt _ auf | aufheben | aufzubewahren | gelöscht | überschrieben | löschen wir | vernichten | vernichtet | verschwunden | archiviert | nach _ tagen | nach _ monaten | nach _ jahren | binnen _ tagen | spätestens | zehn jahre | aufbewahrungsfrist* | solange | verfällt | entfernt',
    unless: 'daten auf wunsch',
  },
  security: {
    heading:
      '*sicherheit | schutz _ daten | verschlüsselung | ssl* | tls* | technische _ maßnahmen | datenpannen',
    text: 'verschlüssel* | ssl* | tls* | technische* und organisatorische* maßnahmen | sicherheitsmaßnahmen | sichern wir | unbefugt* | zugriff auf _ nur | zugriff nur | datensicherheit | sicherungskopie* | kennwörter | passwörter | prüfsumme | abschließbar* | firewall* | schützen | datenpanne* | vom internet getrennt | kontrolliert | protokolliert und',
  },
  'transfer-abroad': {
    heading: '*drittl* | international* | ausland | außerhalb | datenübermittlung in',
    text: 'drittland | drittländer* | drittstaat* | standardvertragsklauseln | angemessenheitsbeschluss* | außerhalb der eu* | außerhalb des eu* | außerhalb der eu | in den usa | in die usa | vereinigten staaten | privacy shield | privacy-shield* | nach indien | in rumänien | in irland | in indien | außerhalb des europäischen | data privacy framework',
  },
  'transfer-buyer': {
    heading: 'unternehmensverkauf | fusion* | übernahme* | veräußerung | umstrukturierung',
    text: 'fusion* | veräußerung | verschmelzung | unternehmensübertragung* | auf den erwerber | insolvenz* | übernahme durch | verkauf des unternehmens',
  },
  'legal-disclosure': {
    heading: 'behörden | gesetzliche* verpflichtung* | strafverfolgung* | rechtliche* verpflichtung*',
    text: 'strafverfolg* | staatsanwaltschaft* | polizei* | richterlich* | gerichtlich* | auf anordnung | behörden | gesetzlich verpflichtet | geldwäsche* | zuständigen stellen | auskünfte an | straftat*',
    unless: 'aufsichtsbehörde*',
  },
  children: {
    heading: '*kinder* | minderjährig* | jugendliche* | jugendschutz',
    text: 'kinder | kindern | kindes | minderjährig* | jugendliche* | erziehungsberechtigt* | eltern | elternteil | unter 16 | unter 14 | unter 18 | mindestens 16',
  },
  'policy-change': {
    heading: 'änderung* _ datenschutz* | änderung* dieser | aktualisierung* | änderungen | aktualität*',
    text: 'datenschutzerklärung _ anzupassen | datenschutzhinweise _ anzupassen | datenschutzerklärung _ ändern | datenschutzerklärung zu ändern | änderungen an unserer datenschutzerklärung | änderungen der datenschutzerklärung | aktuelle version | änderungen dieser | änderung dieser | ändern sich | ändert sich | neue fassung* | behalten uns vor | jeweils aktuelle | aktuelle fassung | auf dieser seite abrufbare | stand vom | anzupassen | aktualisieren diese | wesentliches',
  },
  'do-not-track': {
    heading: 'do not track',
    text: 'do not track | do-not-track | dnt | global privacy control',
  },
  'law-specific': {
    heading: 'kalifornien | ccpa | schweiz*',
    text: 'kalifornisch* | einwohner von kalifornien | ccpa',
  },
  'outside-links': {
    heading: '*links | links zu | externe links | verlinkung*',
    text: 'verlinkte* | externe* links | links zu | links auf | verweist auf angebote | andere websites | fremde* seiten | verlinkung*',
  },
  seals: { text: 'trusted shops | gütesiegel | siegel' },
  contact: {
    heading:
      'kontakt* | ansprechpartner | verantwortlich* | datenschutzbeauftragt* | fragen | impressum | anschrift',
    text: 'datenschutzbeauftragt* | verantwortlich für | verantwortliche* stelle | kontakt | ansprechpartner* | bei fragen | fragen beantwortet | wenn sie fragen haben | wenn du fragen hast | haben sie fragen | hast du fragen | zu kontaktieren | schreiben sie | wenden sie sich | erreichen sie | vorstand | telefon | rufen sie | *@*.* | gmbh *straße | gasse 12',
  },
});
