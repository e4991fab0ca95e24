import type { Wording } from './wording.ts';

/** Invented policies in languages of the north and the east of Europe. */
export const northernPolicies = {
  da: {
    title: 'Privatlivspolitik',
    paragraphs: [
      'Denne politik beskriver, hvilke personoplysninger {name} indsamler, hvorfor vi gør det, og hvor længe vi opbevarer dem.',
      'Når du opretter en konto, beder vi om dit navn og din mailadresse. Ved en bestilling skal vi også bruge en leveringsadresse.',
      'Vores servere noterer tidspunktet for hvert besøg og den side, der blev vist. Disse oplysninger sletter vi efter halvfems dage.',
      'Vi bruger cookies til at holde dig logget ind. Uden dem kan du læse alt, men ikke bestille noget.',
      'Vi videregiver kun oplysninger til tredjeparter, når det er nødvendigt for levering og betaling, eller når loven kræver det.',
      'Du har ret til indsigt, rettelse og sletning, og du kan til enhver tid trække dit samtykke tilbage.',
    ],
  },
  sv: {
    title: 'Integritetspolicy',
    paragraphs: [
      'Den här policyn beskriver vilka personuppgifter {name} samlar in, varför vi gör det och hur länge vi sparar dem.',
      'När du öppnar ett konto ber vi om ditt namn och din e-postadress. Vid en beställning behöver vi även en leveransadress.',
      'Våra servrar antecknar tiden för varje besök och vilken sida som visades. De uppgifterna raderar vi efter nittio dagar.',
      'Vi använder kakor för att hålla dig inloggad. Utan dem kan du läsa allt men inte beställa något.',
      'Vi lämnar bara ut uppgifter till tredje part när det behövs för leverans och betalning eller när lagen kräver det.',
      'Du har rätt till tillgång, rättelse och radering och kan när som helst återkalla ditt samtycke.',
    ],
  },
  no: {
    title: 'Personvernerklæring',
    paragraphs: [
      'Denne erklæringen beskriver hvilke personopplysninger {name} samler inn, hvorfor vi gjør det, og hvor lenge vi lagrer dem.',
      'Når du oppretter en konto, ber vi om navnet ditt og e-postadressen din. Ved en bestilling trenger vi også en leveringsadresse.',
      'Serverne våre noterer tidspunktet for hvert besøk og hvilken side som ble vist. Disse opplysningene sletter vi etter nitti dager.',
      'Vi bruker informasjonskapsler for å holde deg innlogget. Uten dem kan du lese alt, men ikke bestille noe.',
      'Vi gir bare opplysninger videre til tredjeparter når det er nødvendig for levering og betaling, eller når loven krever det.',
      'Du har rett til innsyn, retting og sletting, og du kan når som helst trekke tilbake samtykket ditt.',
    ],
  },
  nn: {
    title: 'Personvernfråsegn',
    paragraphs: [
      'Denne fråsegna fortel kva personopplysningar {name} samlar inn, kvifor vi gjer det, og kor lenge vi tek vare på dei.',
      'Når du opprettar ein konto, spør vi etter namnet ditt og e-postadressa di. Ved ei tinging treng vi òg ei adresse å sende til.',
      'Tenarane våre noterer tidspunktet for kvart besøk og kva side som vart vist. Desse opplysningane slettar vi etter nitti dagar.',
      'Vi bruker informasjonskapslar for å halde deg innlogga. Utan dei kan du lese alt, men ikkje tinge noko.',
      'Vi gjev berre opplysningar vidare til andre når det trengst for levering og betaling, eller når lova krev det.',
      'Du har rett til innsyn, retting og sletting, og du kan når som helst trekkje tilbake samtykket ditt.',
    ],
  },
  fi: {
    title: 'Tietosuojaseloste',
    paragraphs: [
      'Tässä selosteessa kerrotaan, mitä henkilötietoja {name} kerää, miksi niitä kerätään ja kuinka kauan niitä säilytetään.',
      'Kun avaat tilin, kysymme nimesi ja sähköpostiosoitteesi. Tilausta varten tarvitsemme lisäksi toimitusosoitteen.',
      'Palvelimemme merkitsevät muistiin jokaisen käynnin ajan ja sivun, jota katsottiin. Nämä tiedot poistetaan yhdeksänkymmenen päivän kuluttua.',
      'Käytämme evästeitä, jotta pysyt kirjautuneena. Ilman niitä voit lukea kaiken, mutta et voi tilata mitään.',
      'Luovutamme tietoja kolmansille osapuolille vain, jos se on tarpeen toimitusta ja maksua varten tai jos laki sitä vaatii.',
      'Sinulla on oikeus tarkastaa, oikaista ja poistaa tietosi, ja voit milloin tahansa peruuttaa suostumuksesi.',
    ],
  },
  is: {
    title: 'Persónuverndarstefna',
    paragraphs: [
      'Í þessari stefnu er sagt frá því hvaða persónuupplýsingum {name} safnar, hvers vegna og hversu lengi þær eru geymdar.',
      'Þegar þú stofnar aðgang biðjum við um nafn þitt og netfang. Við pöntun þurfum við einnig heimilisfang til að senda vöruna á.',
      'Netþjónar okkar skrá tíma hverrar heimsóknar og hvaða síða var skoðuð. Þessum upplýsingum er eytt eftir níutíu daga.',
      'Við notum vafrakökur til að halda þér innskráðum. Án þeirra getur þú lesið allt en ekki pantað neitt.',
      'Við afhendum þriðja aðila aðeins upplýsingar ef þess þarf vegna afhendingar og greiðslu eða ef lög krefjast þess.',
      'Þú átt rétt á aðgangi, leiðréttingu og eyðingu og getur afturkallað samþykki þitt hvenær sem er.',
    ],
  },
  pl: {
    title: 'Polityka prywatności',
    paragraphs: [
      'Niniejsza polityka opisuje, jakie dane osobowe zbiera {name}, w jakim celu i jak długo są one przechowywane.',
      'Przy zakładaniu konta prosimy o imię, nazwisko i adres poczty elektronicznej. Do zamówienia potrzebny jest także adres dostawy.',
      'Nasze serwery zapisują czas każdej wizyty oraz otwartą stronę. Zapisy te usuwamy po dziewięćdziesięciu dniach.',
      'Pliki cookie służą wyłącznie do utrzymania sesji. Bez nich można wszystko czytać, ale nie można nic zamówić.',
      'Dane przekazujemy osobom trzecim tylko wtedy, gdy wymaga tego dostawa, płatność lub przepisy prawa.',
      'Mają Państwo prawo dostępu do danych, ich sprostowania i usunięcia oraz mogą w każdej chwili cofnąć zgodę.',
    ],
  },
  et: {
    title: 'Privaatsuspoliitika',
    paragraphs: [
      'Siin on kirjas, milliseid isikuandmeid {name} kogub, miks me seda teeme ja kui kaua neid säilitatakse.',
      'Konto avamisel küsime teie nime ja e-posti aadressi. Tellimuse jaoks on vaja ka tarneaadressi.',
      'Meie serverid märgivad üles iga külastuse aja ja vaadatud lehe. Need andmed kustutame üheksakümne päeva pärast.',
      'Kasutame küpsiseid selleks, et te jääksite sisse logituks. Ilma nendeta saate kõike lugeda, kuid mitte midagi tellida.',
      'Kolmandatele isikutele edastame andmeid ainult siis, kui see on vajalik tarne ja makse jaoks või kui seadus seda nõuab.',
      'Teil on õigus oma andmetega tutvuda, neid parandada ja kustutada ning oma nõusolek igal ajal tagasi võtta.',
    ],
  },
  lv: {
    title: 'Privātuma politika',
    paragraphs: [
      'Šajā politikā ir aprakstīts, kādus personas datus vāc {name}, kāpēc tas tiek darīts un cik ilgi tie tiek glabāti.',
      'Atverot kontu, mēs lūdzam jūsu vārdu un e-pasta adresi. Pasūtījumam ir vajadzīga arī piegādes adrese.',
      'Mūsu serveri pieraksta katra apmeklējuma laiku un skatīto lapu. Šie dati tiek dzēsti pēc deviņdesmit dienām.',
      'Mēs izmantojam sīkdatnes, lai jūs paliktu pieteicies. Bez tām var visu lasīt, bet neko nevar pasūtīt.',
      'Trešajām personām datus nododam tikai tad, ja tas ir nepieciešams piegādei un maksājumam vai ja to prasa likums.',
      'Jums ir tiesības piekļūt saviem datiem, tos labot un dzēst, kā arī jebkurā laikā atsaukt savu piekrišanu.',
    ],
  },
  lt: {
    title: 'Privatumo politika',
    paragraphs: [
      'Šioje politikoje aprašoma, kokius asmens duomenis renka {name}, kodėl tai daroma ir kiek laiko jie saugomi.',
      'Kuriant paskyrą prašome jūsų vardo ir el. pašto adreso. Užsakymui reikia ir pristatymo adreso.',
      'Mūsų serveriai įrašo kiekvieno apsilankymo laiką ir žiūrėtą puslapį. Šiuos duomenis ištriname po devyniasdešimties dienų.',
      'Slapukus naudojame tam, kad liktumėte prisijungę. Be jų galite viską skaityti, bet nieko negalite užsisakyti.',
      'Trečiosioms šalims duomenis perduodame tik tada, kai to reikia pristatymui ir mokėjimui arba kai to reikalauja įstatymas.',
      'Jūs turite teisę susipažinti su savo duomenimis, juos taisyti ir ištrinti bei bet kada atšaukti savo sutikimą.',
    ],
  },
  ru: {
    title: 'Политика конфиденциальности',
    paragraphs: [
      'Эта политика объясняет, какие персональные данные собирает {name}, для чего это делается и как долго они хранятся.',
      'При открытии счёта мы спрашиваем ваше имя и адрес электронной почты. Для заказа нужен также адрес доставки.',
      'Наши серверы записывают время каждого посещения и открытую страницу. Эти записи удаляются через девяносто дней.',
      'Мы используем файлы cookie, чтобы вы оставались в системе. Без них можно всё читать, но нельзя ничего заказать.',
      'Третьим лицам данные передаются только тогда, когда это нужно для доставки и оплаты или когда этого требует закон.',
      'Вы имеете право получить свои данные, исправить и удалить их, а также в любое время отозвать согласие.',
    ],
  },
  uk: {
    title: 'Політика конфіденційності',
    paragraphs: [
      'Ця політика пояснює, які персональні дані збирає {name}, для чого це робиться та як довго вони зберігаються.',
      'Під час відкриття рахунку ми питаємо ваше ім’я та адресу електронної пошти. Для замовлення потрібна також адреса доставки.',
      'Наші сервери записують час кожного відвідування та відкриту сторінку. Ці записи видаляються через дев’яносто днів.',
      'Ми використовуємо файли cookie, щоб ви залишалися в системі. Без них можна все читати, але не можна нічого замовити.',
      'Третім особам дані передаються лише тоді, коли це потрібно для доставки й оплати або коли цього вимагає закон.',
      'Ви маєте право отримати свої дані, виправити та видалити їх, а також у будь-який час відкликати згоду.',
    ],
  },
} satisfies Record<string, Wording>;
