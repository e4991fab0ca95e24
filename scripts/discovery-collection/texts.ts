/**
 * Words for the invented sites of the discovery collection: every company and text here is made up for testing.
 * `{name}` stands for the company. Paragraphs of one list belong together in any selection of most of them.
 */

import { asianPolicies } from './texts-asia.ts';
import { northernPolicies } from './texts-north.ts';
import { southernPolicies } from './texts-south.ts';
import type { Wording } from './wording.ts';

const westernPolicies = {
  en: {
    title: 'Privacy Policy',
    paragraphs: [
      'This policy says what {name} does with the personal information that visitors and customers give us, and what it never does with it.',
      'When you open an account we ask for your name, your mail address and a password. When you order something we also ask for a postal address, because we cannot send a parcel without one.',
      'Our servers note the time of each request, the page asked for and the network address it came from. We delete these records after ninety days unless somebody has attacked the service.',
      'We use cookies to keep you signed in. A browser that refuses them can read everything on this site but cannot place an order.',
      'We disclose personal information to the carrier that brings your parcel and to the bank that settles the payment. Nobody else receives it, unless a court orders us to hand it over.',
      'You have the right to see what we hold about you, to have it corrected and to have it deleted. Write to us and we will answer within a month.',
      'Information is kept in a locked room and on encrypted disks. No system is perfectly secure, and we will tell you if we learn that yours was read by a stranger.',
      'If {name} is sold, the buyer has to keep the promises made here for everything collected before the sale.',
      'We will announce changes to this policy on this page thirty days before they take effect.',
    ],
  },
  de: {
    title: 'Datenschutzerklärung',
    paragraphs: [
      'Diese Erklärung beschreibt, welche personenbezogenen Daten {name} verarbeitet, zu welchem Zweck das geschieht und wie lange wir sie aufbewahren.',
      'Für ein Kundenkonto benötigen wir Ihren Namen und Ihre Adresse für elektronische Post. Bei einer Bestellung kommt die Anschrift hinzu, an die wir liefern sollen.',
      'Unsere Rechner halten zu jedem Abruf die Uhrzeit, die Seite und die Netzadresse fest. Diese Aufzeichnungen löschen wir nach neunzig Tagen.',
      'Cookies verwenden wir nur, damit Sie angemeldet bleiben. Ohne Cookies können Sie alles lesen, aber nichts bestellen.',
      'An Dritte geben wir Daten nur weiter, soweit es für Lieferung und Bezahlung nötig ist oder ein Gericht es verlangt.',
      'Sie haben das Recht auf Auskunft, Berichtigung und Löschung Ihrer Daten und können eine erteilte Einwilligung jederzeit widerrufen.',
      'Die Verarbeitung erfolgt zur Erfüllung des Vertrages und aufgrund unserer berechtigten Interessen an einem sicheren Betrieb.',
      'Änderungen dieser Erklärung kündigen wir auf dieser Seite einen Monat im Voraus an.',
    ],
  },
  fr: {
    title: 'Politique de confidentialité',
    paragraphs: [
      'La présente politique explique quelles données personnelles {name} recueille, pour quelles raisons et pendant combien de temps elles sont conservées.',
      'Pour ouvrir un compte, nous vous demandons votre nom et votre adresse électronique. Une commande exige en outre une adresse de livraison.',
      'Nos serveurs enregistrent l’heure de chaque visite, la page demandée et l’adresse du réseau. Ces traces sont effacées après quatre-vingt-dix jours.',
      'Les cookies servent uniquement à vous garder connecté. Sans eux, vous pouvez tout lire, mais vous ne pouvez rien commander.',
      'Nous ne communiquons vos données à des tiers que pour la livraison et le paiement, ou lorsque la justice l’exige.',
      'Vous disposez d’un droit d’accès, de rectification et de suppression, et vous pouvez retirer votre consentement à tout moment.',
      'Le traitement repose sur l’exécution du contrat et sur notre intérêt légitime à assurer la sécurité du service.',
      'Toute modification de cette politique sera annoncée sur cette page un mois à l’avance.',
    ],
  },
  es: {
    title: 'Política de privacidad',
    paragraphs: [
      'Esta política explica qué datos personales recoge {name}, con qué finalidad los trata y durante cuánto tiempo los conserva.',
      'Para abrir una cuenta pedimos su nombre y su dirección de correo. Para un pedido necesitamos además la dirección a la que debemos enviarlo.',
      'Nuestros servidores anotan la hora de cada visita, la página solicitada y la dirección de red. Estos registros se borran a los noventa días.',
      'Las cookies sirven únicamente para mantener abierta su sesión. Sin ellas puede leer todo, pero no puede hacer pedidos.',
      'Comunicamos datos a terceros solo para la entrega y el pago, o cuando un juez lo ordena.',
      'Usted tiene derecho a conocer sus datos, a corregirlos y a suprimirlos, y puede retirar su consentimiento en cualquier momento.',
      'El tratamiento se basa en la ejecución del contrato y en nuestro interés legítimo en la seguridad del servicio.',
      'Anunciaremos los cambios de esta política en esta página con un mes de antelación.',
    ],
  },
  it: {
    title: 'Informativa sulla privacy',
    paragraphs: [
      'Questa informativa spiega quali dati personali raccoglie {name}, per quali finalità li tratta e per quanto tempo li conserva.',
      'Per aprire un conto chiediamo il nome e l’indirizzo di posta. Per un ordine serve anche l’indirizzo a cui spedire la merce.',
      'I nostri server annotano l’ora di ogni visita, la pagina richiesta e l’indirizzo di rete. Queste annotazioni vengono cancellate dopo novanta giorni.',
      'I cookie servono soltanto a mantenere l’accesso. Senza di essi si può leggere tutto, ma non si può ordinare.',
      'Comunichiamo i dati a terzi soltanto per la consegna e il pagamento, oppure quando lo ordina un giudice.',
      'Lei ha diritto di accesso, di rettifica e di cancellazione, e può revocare il consenso in qualsiasi momento.',
      'Il trattamento si fonda sull’esecuzione del contratto e sul nostro interesse legittimo alla sicurezza del servizio.',
      'Le modifiche di questa informativa saranno annunciate in questa pagina con un mese di anticipo.',
    ],
  },
  nl: {
    title: 'Privacyverklaring',
    paragraphs: [
      'In deze verklaring staat welke persoonsgegevens {name} verwerkt, met welk doel dat gebeurt en hoe lang de gegevens worden bewaard.',
      'Voor een account vragen wij uw naam en uw mailadres. Voor een bestelling hebben wij ook het adres nodig waar het pakket heen moet.',
      'Onze servers noteren het tijdstip van elk bezoek, de gevraagde pagina en het netwerkadres. Deze gegevens wissen wij na negentig dagen.',
      'Cookies gebruiken wij alleen om u aangemeld te houden. Zonder cookies kunt u alles lezen, maar niets bestellen.',
      'Wij geven gegevens alleen aan derden door voor de bezorging en de betaling, of als een rechter dat beveelt.',
      'U hebt recht op inzage, verbetering en verwijdering van uw gegevens en u kunt uw toestemming altijd intrekken.',
      'De verwerking berust op de uitvoering van de overeenkomst en op ons belang bij een veilige dienst.',
      'Wijzigingen van deze verklaring kondigen wij een maand van tevoren op deze pagina aan.',
    ],
  },
  pt: {
    title: 'Política de Privacidade',
    paragraphs: [
      'Esta política explica quais dados pessoais a {name} recolhe, com que finalidade os trata e por quanto tempo os conserva.',
      'Para abrir uma conta pedimos o seu nome e o seu endereço de correio. Para uma encomenda precisamos também da morada de entrega.',
      'Os nossos servidores registam a hora de cada visita, a página pedida e o endereço de rede. Estes registos são apagados ao fim de noventa dias.',
      'Os cookies servem apenas para manter a sessão aberta. Sem eles pode ler tudo, mas não pode fazer encomendas.',
      'Comunicamos dados a terceiros apenas para a entrega e o pagamento, ou quando um tribunal o ordena.',
      'Tem direito de acesso, de retificação e de apagamento, e pode retirar o seu consentimento a qualquer momento.',
      'O tratamento assenta na execução do contrato e no nosso interesse legítimo na segurança do serviço.',
      'As alterações a esta política serão anunciadas nesta página com um mês de antecedência.',
    ],
  },
} satisfies Record<string, Wording>;

/** A policy in each language, by its code; where a language has two scripts, or two written forms, one in each. */
export const policies = { ...westernPolicies, ...northernPolicies, ...southernPolicies, ...asianPolicies };

export type Language = keyof typeof policies;

export const others = {
  applicants: {
    title: 'Privacy Notice for Applicants',
    paragraphs: [
      'Whoever applies for a position at {name} sends us a letter, references and a record of former employment. This notice says what becomes of these papers.',
      'Your documents are read by the department that is looking for somebody and by the two colleagues who run our recruiting. They are not shown to anybody else in the house.',
      'If we hire you, the documents become part of your personnel file. If we do not, we destroy them six months after the position has been filled.',
      'We do not look for applicants in social networks, and we do not buy information about them.',
      'With your consent we keep an application for two years, so that we can come back to you when another position is open. You can withdraw that consent by a short message.',
      'The processing of personal data of applicants is necessary to decide on employment, and rests on that purpose alone.',
    ],
  },
  bewerber: {
    title: 'Datenschutzhinweise für Bewerberinnen und Bewerber',
    paragraphs: [
      'Wer sich bei {name} um eine Stelle bewirbt, schickt uns Lebenslauf, Zeugnisse und ein Anschreiben. Diese Hinweise sagen, was mit den Unterlagen geschieht.',
      'Gelesen werden sie von der Abteilung, die jemanden sucht, und von den beiden Kolleginnen, die Bewerbungen betreuen.',
      'Kommt es zu einer Einstellung, so gehen die Unterlagen in die Personalakte ein. Andernfalls werden die personenbezogenen Daten sechs Monate nach Besetzung der Stelle gelöscht.',
      'In sozialen Netzen suchen wir nicht nach Bewerbern, und wir kaufen keine Daten über sie.',
      'Mit Ihrer Einwilligung bewahren wir eine Bewerbung zwei Jahre lang auf, um bei einer anderen Stelle auf Sie zurückzukommen.',
      'Rechtsgrundlage der Verarbeitung ist die Anbahnung eines Beschäftigungsverhältnisses.',
    ],
  },
  children: {
    title: 'Privacy Policy for Children',
    paragraphs: [
      'Children under thirteen may play the games of {name} without telling us who they are. This page is written for them and for their parents.',
      'A child chooses a nickname and an animal. We never ask children for a family name, a school, a photograph or a place.',
      'Messages between players consist of sentences that we have written. Nothing a child types can be read by another child.',
      'A parent can ask us to delete a nickname and all scores that belong to it, and we do so the same day.',
      'We collect no personal information from children beyond what is said here, and we show them no advertising.',
      'Before a child may join a contest, a parent has to give consent on paper.',
    ],
  },
  cookies: {
    title: 'Cookie Policy',
    paragraphs: [
      'Cookies are small files that a site leaves in your browser. This page lists the cookies that {name} sets, one by one.',
      'The cookie named basket remembers what you have put aside. It ends with your visit.',
      'The cookie named visit counts how often a browser has come back. It lasts for one year.',
      'You can delete cookies in the menus of your browser, and refuse them there for the future.',
      'If you refuse cookies, the basket is emptied each time you close the window.',
      'We review this list of cookies twice a year and correct it where it has become wrong.',
    ],
  },
  terms: {
    title: 'Terms of Service',
    paragraphs: [
      'These terms govern the use of the service that {name} offers. By opening an account you agree to them.',
      'You must not use the service to break the law, to harm others or to disturb its operation.',
      'The fee is due on the first day of each month. Whoever is late for more than thirty days loses access until the fee is paid.',
      'The service is offered as it stands. Our liability is limited to what was paid in the twelve months before the damage.',
      'Either side may end the agreement at the end of any month by written notice.',
      'Disputes are decided by the courts at the seat of the company, and the law of that place applies.',
    ],
  },
  article: {
    title: 'Why privacy matters to gardeners',
    paragraphs: [
      'Last week a reader asked me why a magazine about gardens should care about privacy. I thought about it while planting beans, and here is what I came up with.',
      'A hedge is the oldest technology of privacy there is. It lets you hang your washing without an audience, and it gives the blackbird a home.',
      'The neighbours on the left have a camera that follows everybody who walks past. I wave at it every morning, and I wonder who waves back.',
      'Privacy is not about having something to hide. It is about choosing who sits with you at the table under the apple tree.',
      'Next week I will write about compost again, I promise. Until then, enjoy the quiet corner behind your hedge.',
      'Comments are open below, and as always the best one wins a packet of seeds.',
    ],
  },
  product: {
    title: 'Privacy Screen 14 inch',
    paragraphs: [
      'This thin sheet turns the display of your portable computer black for everybody who looks at it from the side.',
      'It sticks to the frame with four tabs and comes off without a trace. The surface does not mirror.',
      'Delivery takes three working days. The price includes a cloth and a folder to keep the screen in.',
      'Customers who bought this also bought a lock for the camera and a cover for the keyboard.',
    ],
  },
  settings: {
    title: 'Privacy settings',
    paragraphs: ['Who can see my profile? Everybody. Friends. Nobody.', 'Show my name in search: yes, no.'],
  },
  missing: {
    title: 'Page not found',
    paragraphs: ['Sorry, the page you are looking for does not exist or has been moved.'],
  },
  home: {
    title: 'Welcome',
    paragraphs: ['Welcome to {name}. Look around and tell us what you think of our new pages.'],
  },
} satisfies Record<string, Wording>;

export type OtherKind = keyof typeof others;
