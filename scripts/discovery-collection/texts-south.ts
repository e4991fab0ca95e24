import type { Wording } from './wording.ts';

/** Invented policies in languages of the middle and the south of Europe. */
export const southernPolicies = {
  cs: {
    title: 'Zásady ochrany osobních údajů',
    paragraphs: [
      'Tyto zásady popisují, jaké osobní údaje {name} shromažďuje, za jakým účelem a jak dlouho je uchovává.',
      'Při založení účtu vás požádáme o jméno a e-mailovou adresu. K objednávce potřebujeme také adresu pro doručení.',
      'Naše servery zaznamenávají čas každé návštěvy a zobrazenou stránku. Tyto záznamy po devadesáti dnech mažeme.',
      'Soubory cookie používáme jen proto, abyste zůstali přihlášeni. Bez nich můžete vše číst, ale nic objednat.',
      'Třetím stranám předáváme údaje jen tehdy, když je to nutné k doručení a platbě nebo když to vyžaduje zákon.',
      'Máte právo na přístup ke svým údajům, na jejich opravu a výmaz a svůj souhlas můžete kdykoli odvolat.',
    ],
  },
  sk: {
    title: 'Zásady ochrany osobných údajov',
    paragraphs: [
      'Tieto zásady opisujú, aké osobné údaje {name} zhromažďuje, na aký účel a ako dlho ich uchováva.',
      'Pri založení účtu vás požiadame o meno a e-mailovú adresu. K objednávke potrebujeme aj adresu na doručenie.',
      'Naše servery zaznamenávajú čas každej návštevy a zobrazenú stránku. Tieto záznamy po deväťdesiatich dňoch mažeme.',
      'Súbory cookie používame len preto, aby ste zostali prihlásení. Bez nich môžete všetko čítať, ale nič objednať.',
      'Tretím stranám poskytujeme údaje len vtedy, keď je to potrebné na doručenie a platbu alebo keď to vyžaduje zákon.',
      'Máte právo na prístup k svojim údajom, na ich opravu a vymazanie a svoj súhlas môžete kedykoľvek odvolať.',
    ],
  },
  hu: {
    title: 'Adatvédelmi tájékoztató',
    paragraphs: [
      'Ez a tájékoztató leírja, hogy {name} milyen személyes adatokat gyűjt, milyen célból, és meddig őrzi meg azokat.',
      'Fiók nyitásakor az ön nevét és e-mail címét kérjük. A megrendeléshez szállítási címre is szükség van.',
      'Kiszolgálóink feljegyzik minden látogatás idejét és a megnyitott oldalt. Ezeket a bejegyzéseket kilencven nap után töröljük.',
      'A sütiket csak azért használjuk, hogy ön bejelentkezve maradjon. Nélkülük mindent el lehet olvasni, de rendelni nem lehet.',
      'Harmadik félnek csak akkor adunk át adatokat, ha az a szállításhoz és a fizetéshez szükséges, vagy ha törvény írja elő.',
      'Önnek joga van az adatai megismeréséhez, helyesbítéséhez és törléséhez, hozzájárulását pedig bármikor visszavonhatja.',
    ],
  },
  ro: {
    title: 'Politica de confidențialitate',
    paragraphs: [
      'Această politică descrie ce date personale colectează {name}, în ce scop și cât timp sunt păstrate.',
      'La deschiderea unui cont vă cerem numele și adresa de e-mail. Pentru o comandă este nevoie și de o adresă de livrare.',
      'Serverele noastre notează ora fiecărei vizite și pagina deschisă. Aceste înregistrări sunt șterse după nouăzeci de zile.',
      'Folosim cookie-uri numai pentru a vă păstra conectat. Fără ele puteți citi totul, dar nu puteți comanda nimic.',
      'Transmitem date către terți doar dacă este necesar pentru livrare și plată sau dacă legea o cere.',
      'Aveți dreptul de acces, de rectificare și de ștergere a datelor și vă puteți retrage oricând consimțământul.',
    ],
  },
  bg: {
    title: 'Политика за поверителност',
    paragraphs: [
      'Тази политика описва какви лични данни събира {name}, с каква цел и колко дълго се съхраняват.',
      'При откриване на сметка искаме вашето име и адрес на електронна поща. За поръчка е нужен и адрес за доставка.',
      'Нашите сървъри записват времето на всяко посещение и отворената страница. Тези записи се изтриват след деветдесет дни.',
      'Използваме бисквитки само за да останете влезли. Без тях можете да четете всичко, но не можете да поръчвате.',
      'Предаваме данни на трети лица само когато това е нужно за доставка и плащане или когато законът го изисква.',
      'Вие имате право на достъп, поправка и изтриване на данните си и можете да оттеглите съгласието си по всяко време.',
    ],
  },
  hr: {
    title: 'Pravila privatnosti',
    paragraphs: [
      'Ova pravila opisuju koje osobne podatke {name} prikuplja, u koju svrhu i koliko ih dugo čuva.',
      'Kod otvaranja računa tražimo vaše ime i adresu e-pošte. Za narudžbu nam je potrebna i adresa za dostavu.',
      'Naši poslužitelji bilježe vrijeme svakog posjeta i otvorenu stranicu. Te zapise brišemo nakon devedeset dana.',
      'Kolačiće koristimo samo kako biste ostali prijavljeni. Bez njih možete sve čitati, ali ništa naručiti.',
      'Trećim stranama dajemo podatke samo ako je to potrebno za dostavu i plaćanje ili ako to zahtijeva zakon.',
      'Imate pravo na pristup, ispravak i brisanje svojih podataka te u svakom trenutku možete povući privolu.',
    ],
  },
  sr: {
    title: 'Политика приватности',
    paragraphs: [
      'Ова политика описује које податке о личности {name} прикупља, у коју сврху и колико дуго их чува.',
      'Приликом отварања налога тражимо ваше име и адресу електронске поште. За поруџбину је потребна и адреса за доставу.',
      'Наши сервери бележе време сваке посете и отворену страницу. Те записе бришемо после деведесет дана.',
      'Колачиће користимо само да бисте остали пријављени. Без њих можете све да читате, али ништа да поручите.',
      'Трећим лицима дајемо податке само ако је то потребно за доставу и плаћање или ако то захтева закон.',
      'Имате право на приступ, исправку и брисање својих података, а сагласност можете опозвати у сваком тренутку.',
    ],
  },
  'sr-Latn': {
    title: 'Politika privatnosti',
    paragraphs: [
      'Ova politika opisuje koje podatke o ličnosti {name} prikuplja, u koju svrhu i koliko dugo ih čuva.',
      'Prilikom otvaranja naloga tražimo vaše ime i adresu elektronske pošte. Za porudžbinu je potrebna i adresa za dostavu.',
      'Naši serveri beleže vreme svake posete i otvorenu stranicu. Te zapise brišemo posle devedeset dana.',
      'Kolačiće koristimo samo da biste ostali prijavljeni. Bez njih možete sve da čitate, ali ništa da poručite.',
      'Trećim licima dajemo podatke samo ako je to potrebno za dostavu i plaćanje ili ako to zahteva zakon.',
      'Imate pravo na pristup, ispravku i brisanje svojih podataka, a saglasnost možete opozvati u svakom trenutku.',
    ],
  },
  sl: {
    title: 'Politika zasebnosti',
    paragraphs: [
      'Ta politika opisuje, katere osebne podatke zbira {name}, za kakšen namen in kako dolgo jih hrani.',
      'Ob odprtju računa vas prosimo za ime in elektronski naslov. Za naročilo potrebujemo tudi naslov za dostavo.',
      'Naši strežniki zabeležijo čas vsakega obiska in odprto stran. Te zapise po devetdesetih dneh izbrišemo.',
      'Piškotke uporabljamo le zato, da ostanete prijavljeni. Brez njih lahko vse berete, ne morete pa naročati.',
      'Tretjim osebam posredujemo podatke le, če je to potrebno za dostavo in plačilo ali če to zahteva zakon.',
      'Imate pravico do dostopa, popravka in izbrisa svojih podatkov, privolitev pa lahko kadarkoli prekličete.',
    ],
  },
  el: {
    title: 'Πολιτική απορρήτου',
    paragraphs: [
      'Η παρούσα πολιτική περιγράφει ποια προσωπικά δεδομένα συλλέγει η {name}, για ποιο σκοπό και πόσο καιρό τα διατηρεί.',
      'Όταν ανοίγετε λογαριασμό, ζητάμε το όνομά σας και τη διεύθυνση του ηλεκτρονικού σας ταχυδρομείου. Για μια παραγγελία χρειάζεται και διεύθυνση παράδοσης.',
      'Οι διακομιστές μας καταγράφουν την ώρα κάθε επίσκεψης και τη σελίδα που ανοίχτηκε. Αυτές οι εγγραφές διαγράφονται μετά από ενενήντα ημέρες.',
      'Χρησιμοποιούμε cookies μόνο για να παραμένετε συνδεδεμένοι. Χωρίς αυτά μπορείτε να διαβάσετε τα πάντα, αλλά όχι να παραγγείλετε.',
      'Δίνουμε δεδομένα σε τρίτους μόνο όταν αυτό χρειάζεται για την παράδοση και την πληρωμή ή όταν το απαιτεί ο νόμος.',
      'Έχετε δικαίωμα πρόσβασης, διόρθωσης και διαγραφής των δεδομένων σας και μπορείτε να ανακαλέσετε τη συγκατάθεσή σας οποτεδήποτε.',
    ],
  },
  tr: {
    title: 'Gizlilik Politikası',
    paragraphs: [
      'Bu politika, {name} şirketinin hangi kişisel verileri topladığını, bunu neden yaptığını ve verileri ne kadar süre sakladığını açıklar.',
      'Hesap açarken adınızı ve e-posta adresinizi isteriz. Sipariş için ayrıca bir teslimat adresi gerekir.',
      'Sunucularımız her ziyaretin saatini ve açılan sayfayı kaydeder. Bu kayıtları doksan gün sonra sileriz.',
      'Çerezleri yalnızca oturumunuzun açık kalması için kullanırız. Onlar olmadan her şeyi okuyabilir, ancak sipariş veremezsiniz.',
      'Verileri üçüncü kişilere yalnızca teslimat ve ödeme için gerekli olduğunda veya kanun gerektirdiğinde aktarırız.',
      'Verilerinize erişme, bunları düzelttirme ve sildirme hakkınız vardır; rızanızı her zaman geri alabilirsiniz.',
    ],
  },
  ca: {
    title: 'Política de privacitat',
    paragraphs: [
      'Aquesta política explica quines dades personals recull {name}, amb quina finalitat i durant quant de temps les conserva.',
      'Per obrir un compte us demanem el nom i l’adreça de correu electrònic. Per a una comanda també cal una adreça de lliurament.',
      'Els nostres servidors anoten l’hora de cada visita i la pàgina oberta. Aquests registres s’esborren al cap de noranta dies.',
      'Les galetes només serveixen perquè la sessió continuï oberta. Sense elles podeu llegir-ho tot, però no podeu fer comandes.',
      'Només comuniquem dades a tercers quan cal per al lliurament i el pagament o quan la llei ho exigeix.',
      'Teniu dret d’accés, de rectificació i de supressió de les vostres dades i podeu retirar el consentiment en qualsevol moment.',
    ],
  },
} satisfies Record<string, Wording>;
