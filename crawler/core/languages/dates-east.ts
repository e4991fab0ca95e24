import type { DateWords } from './date-words.ts';

/** Slavic, Baltic, Finnic and other languages of eastern and northern Europe, Greek and Turkish. */
export const EASTERN_DATES: Readonly<Record<string, DateWords>> = {
  pl: {
    updated:
      'ostatnia aktualizacja, ostatniej aktualizacji, aktualizacja, zaktualizowan*, ostatnio zaktualizowan*, ostatnia zmiana, ostatniej zmiany, zmieniono, zmienion*, ostatnia modyfikacja, wersja z dnia, wersja z, wersja, stan na dzień, stan na',
    effective:
      'obowiązuje od, obowiązuje od dnia, obowiązują od, obowiązująca od, wchodzi w życie, wejścia w życie, weszła w życie, wejście w życie, ważna od, ważne od, obowiązuje',
    posted: 'opublikowan*, data publikacji, data wydania, przyjęt*, utworzono',
    opening: 'od dnia, od, data, z dnia, dnia',
    document:
      'polityk*, regulamin*, oświadczeni*, informacj*, dokument*, stron*, prywatności, klauzul*, zasad*',
    law: 'ustaw*, rozporządzen*, rodo, dyrektyw*, kodeks*, dz. u',
    other:
      'poprzedni* wersj*, poprzednia wersja, wcześniejsza wersja, poprzedniej wersji, do dnia, przed dniem',
  },
  cs: {
    updated:
      'poslední aktualizace, aktualizace, aktualizován*, naposledy aktualizován*, naposledy aktualizovan*, naposledy upraven*, poslední změna, poslední úprava, změněn*, upraven*, verze ze dne, verze',
    effective:
      'účinnost od, účinnost, účinné od, účinný od, účinná od, účinnosti, platné od, platnost od, platí od, nabývá účinnosti, nabývají účinnosti, vstupuje v platnost, v platnosti od',
    posted: 'zveřejněn*, publikován*, vydán*, datum vydání, schválen*, vytvořen*',
    opening: 'ode dne, od, datum, ke dni, dne',
    document: 'zásad*, podmín*, prohlášení, dokument*, soukromí, informac*, stránk*, ochran* osobních údajů',
    law: 'zákon*, nařízení, gdpr, směrnic*, vyhlášk*, sb',
    other: 'předchozí verze, předešlá verze, starší verze, do dne, před',
  },
  sk: {
    updated:
      'posledná aktualizácia, aktualizácia, aktualizovan*, naposledy aktualizovan*, naposledy upraven*, posledná zmena, posledná úprava, zmenen*, upraven*, verzia zo dňa, verzia',
    effective:
      'účinnosť od, účinnosť, účinné od, účinný od, účinná od, platné od, platnosť od, platí od, nadobúda účinnosť, nadobúdajú účinnosť, v platnosti od',
    posted: 'zverejnen*, publikovan*, vydan*, dátum vydania, schválen*, vytvoren*',
    opening: 'odo dňa, od, dátum, ku dňu, dňa',
    document:
      'zásad*, podmien*, vyhláseni*, dokument*, súkromi*, informáci*, stránk*, ochran* osobných údajov',
    law: 'zákon*, nariadeni*, gdpr, smernic*, vyhlášk*, z. z',
    other: 'predchádzajúca verzia, staršia verzia, do dňa, pred',
  },
  sl: {
    updated:
      'zadnja posodobitev, posodobljen*, zadnjič posodobljen*, zadnja sprememba, spremenjen*, različica z dne, različica, posodobitev',
    effective:
      'velja od, veljajo od, veljavno od, veljavna od, začne veljati, začnejo veljati, stopi v veljavo, v veljavi od, veljavnost od',
    posted: 'objavljen*, datum objave, sprejet*, izdan*',
    opening: 'od, od dne, datum, dne',
    document: 'politik*, izjav*, obvestil*, pogoj*, dokument*, zasebnost*, pravilnik*, stran*',
    law: 'zakon*, uredb*, gdpr, zvop*, direktiv*, uradni list',
    other: 'prejšnja različica, starejša različica, do dne, pred',
  },
  hr: {
    updated:
      'zadnje ažuriranje, posljednje ažuriranje, ažurirano, ažuriran*, zadnje ažurirano, zadnja izmjena, posljednja izmjena, izmijenjen*, zadnja promjena, verzija od, verzija, inačica',
    effective:
      'stupa na snagu, stupaju na snagu, na snazi od, na snazi, stupanja na snagu, vrijedi od, vrijede od, primjenjuje se od, primjenjuju se od, važeće od',
    posted: 'objavljen*, datum objave, donesen*, izdan*, usvojen*',
    opening: 'od, od dana, datum, dana',
    document: 'politik*, pravila, izjav*, obavijest*, uvjet*, dokument*, privatnost*, pravilnik*, stranic*',
    law: 'zakon*, uredb*, gdpr, direktiv*, narodne novine',
    other: 'prethodna verzija, ranija verzija, starija verzija, do dana, prije',
  },
  sr: {
    updated:
      'poslednje ažuriranje, poslednji put ažurirano, ažurirano, ažuriran*, poslednja izmena, izmenjen*, verzija, последње ажурирање, последњи пут ажурирано, ажурирано, ажуриран*, последња измена, измењен*, верзија',
    effective:
      'stupa na snagu, stupaju na snagu, na snazi od, na snazi, važi od, važe od, primenjuje se od, ступа на снагу, ступају на снагу, на снази од, на снази, важи од, важе од, примењује се од',
    posted: 'objavljen*, datum objave, usvojen*, објављен*, датум објаве, усвојен*',
    opening: 'od, od dana, datum, од, датум',
    document:
      'politik*, pravil*, izjav*, obavešten*, uslov*, dokument*, privatnost*, политик*, правил*, изјав*, обавештењ*, услов*, документ*, приватност*',
    law: 'zakon*, uredb*, direktiv*, закон*, уредб*, директив*',
    other: 'prethodna verzija, ranija verzija, претходна верзија, ранија верзија, do dana, пре',
  },
  bg: {
    updated:
      'последна актуализация, актуализиран*, последно актуализиран*, актуализация, последна промяна, променен*, последна редакция, редакция от, последно изменен*, изменен*, версия от, версия, обновен*',
    effective: 'в сила от, влиза в сила, влизат в сила, влизане в сила, в сила, валидн* от, важи от',
    posted: 'публикуван*, дата на публикуване, приет*, издаден*, утвърден*',
    opening: 'считано от, от, дата, към',
    document: 'политик*, декларация*, услови*, документ*, поверителност*, уведомлени*, страниц*, правил*',
    law: 'закон*, регламент*, директив*, gdpr, кодекс*, дв',
    other: 'предишна версия, предходна версия, до, преди',
  },
  ru: {
    updated:
      'последнее обновление, последнего обновления, дата обновления, обновлен*, обновлён*, последняя редакция, редакция от, редакция, в редакции от, последнее изменение, последних изменений, последние изменения, последнего изменения, изменен*, версия от, версия, актуализирован*',
    effective:
      'вступает в силу, вступают в силу, вступила в силу, вступления в силу, действует с, действуют с, действует от, действительн* с, дата вступления',
    posted:
      'опубликован*, дата публикации, утвержден*, утверждён*, размещен*, размещён*, принят*, дата размещения',
    opening: 'с, от, дата, по состоянию на',
    document:
      'политик*, положени*, соглашени*, документ*, услови*, уведомлени*, конфиденциальност*, страниц*, правил*',
    law: 'закон*, регламент*, директив*, кодекс*, фз, постановлени*, федеральн*, указ*',
    other:
      'предыдущая версия, предыдущая редакция, предыдущие версии, прежняя редакция, до, ранее действовавш*',
  },
  uk: {
    updated:
      'останнє оновлення, останнього оновлення, дата оновлення, востаннє оновлено, оновлено, оновлен*, остання редакція, редакція від, редакція, останні зміни, остання зміна, змінено, версія від, версія',
    effective:
      'набирає чинності, набуває чинності, набрала чинності, набрання чинності, набуття чинності, чинн* з, діє з, діють з, дата набрання',
    posted: 'опублікован*, дата публікації, затверджен*, розміщен*, прийнят*',
    opening: 'з, від, дата, станом на',
    document:
      'політик*, положенн*, угод*, документ*, умов*, повідомленн*, конфіденційн*, сторінк*, правил*, приватн*',
    law: 'закон*, регламент*, директив*, кодекс*, постанов*, указ*',
    other: 'попередня версія, попередня редакція, до',
  },
  el: {
    updated:
      'τελευταία ενημέρωση, τελευταίας ενημέρωσης, ενημερώθηκε, ενημερωμένη*, τελευταία αναθεώρηση, αναθεωρήθηκε, τελευταία τροποποίηση, τροποποιήθηκε, τελευταία επικαιροποίηση, επικαιροποιήθηκε, έκδοση, ενημέρωση',
    effective:
      'σε ισχύ, τίθεται σε ισχύ, έναρξη ισχύος, έναρξης ισχύος, ισχύει από, ισχύουν από, εφαρμόζεται από',
    posted: 'δημοσιεύθηκε, δημοσιεύτηκε, ημερομηνία δημοσίευσης, εκδόθηκε, εγκρίθηκε',
    opening: 'από, ημερομηνία, από τις, στις',
    document: 'πολιτική*, δήλωση*, όροι, όρων, έγγραφο, απορρήτου, προστασίας, ειδοποίηση, σελίδα',
    law: 'νόμος, νόμου, ν, κανονισμός, κανονισμού, γκπδ, οδηγία*, διάταγμα',
    other: 'προηγούμενη έκδοση, παλαιότερη έκδοση, έως, μέχρι, πριν',
  },
  hu: {
    updated:
      'utolsó frissítés, utoljára frissítve, frissítve, frissítés, legutóbb frissítve, legutóbbi frissítés, utolsó módosítás, módosítva, legutóbb módosítva, utoljára módosítva, felülvizsgálva, verzió, frissítettük, módosítottuk',
    effective:
      'hatályos, hatályba lép, hatálybalépés, hatálybalépés*, hatályba lépés*, érvényes, hatálya, hatályba',
    posted: 'közzétéve, közzététel*, kiadva, kelt, elfogadva, kiadás dátuma',
    opening: 'dátum, kelt',
    document:
      'tájékoztató*, szabályzat*, nyilatkozat*, feltételek*, dokumentum*, adatvédelmi*, adatkezelési*, oldal*',
    law: 'törvény*, rendelet*, gdpr, irányelv*, évi',
    other: 'korábbi verzió*, előző verzió*, korábbi változat*, előző változat*',
  },
  fi: {
    updated:
      'päivitetty, viimeksi päivitetty, viimeisin päivitys, päivitys, päivitettiin, muutettu, viimeksi muutettu, muokattu, viimeksi muokattu, tarkistettu, viimeisin muutos, versio',
    effective:
      'voimassa, voimaan, tulee voimaan, tuli voimaan, astuu voimaan, voimaantulo*, voimassa alkaen, alkaen',
    posted: 'julkaistu, julkaisupäivä, laadittu, laatimispäivä, hyväksytty, annettu',
    opening: 'päivämäärä, pvm, päiväys',
    document:
      'tietosuoja*, rekisteriselost*, seloste*, käytäntö*, ehdot, ehtoja, asiakirja*, sivu*, lauseke*, evästekäytän*',
    law: 'laki, lain, lakia, asetus*, asetuksen, gdpr, direktiivi*, henkilötietolaki*, henkilötietolain',
    other: 'edellinen versio, aiempi versio, vanha versio, asti, saakka',
  },
  et: {
    updated:
      'viimati uuendatud, uuendatud, viimane uuendus, viimati muudetud, muudetud, viimane muudatus, ajakohastatud, versioon',
    effective:
      'jõustub, jõustus, jõustumise, jõustumine, kehtib alates, kehtivad alates, kehtiv alates, kehtib',
    posted: 'avaldatud, avaldamise kuupäev, kinnitatud, koostatud, vastu võetud',
    opening: 'alates, kuupäev, seisuga',
    document: 'privaatsus*, põhimõt*, poliitika*, tingimus*, teade*, teatis*, dokument*, andmekaitse*, leht*',
    law: 'seadus*, määrus*, gdpr, direktiiv*',
    other: 'eelmine versioon, varasem versioon, kuni, enne',
  },
  lv: {
    updated:
      'pēdējo reizi atjaunināt*, atjaunināt*, pēdējais atjauninājums, pēdējās izmaiņas, atjaunot*, pēdējoreiz atjaunot*, grozīt*, mainīt*, versija, redakcija',
    effective: 'spēkā no, stājas spēkā, stājās spēkā, spēkā stāšanās, ir spēkā',
    posted: 'publicēt*, publicēšanas datums, apstiprināt*, izdot*, pieņemt*',
    opening: 'no, datums, sākot no',
    document: 'politik*, paziņojum*, noteikum*, dokument*, privātum*, lap*',
    law: 'likum*, regul*, vdar, gdpr, direktīv*',
    other: 'iepriekšējā versija, iepriekšējā redakcija, līdz, pirms',
  },
  lt: {
    updated:
      'paskutinis atnaujinimas, paskutinį kartą atnaujint*, atnaujint*, paskutinė atnaujinimo data, atnaujinimo data, pakeist*, paskutiniai pakeitimai, paskutinis pakeitimas, redakcija, versija',
    effective: 'įsigalioja, įsigaliojo, įsigaliojimo, galioja nuo, taikoma nuo, galiojanti nuo',
    posted: 'paskelbt*, paskelbimo data, patvirtint*, priimt*, parengt*',
    opening: 'nuo, data',
    document: 'politik*, pranešim*, sąlyg*, taisykl*, dokument*, privatum*, puslap*',
    law: 'įstatym*, reglament*, bdar, gdpr, direktyv*',
    other: 'ankstesnė versija, ankstesnė redakcija, iki, prieš',
  },
  tr: {
    updated:
      'son güncelleme*, son güncellenme, güncelleme tarihi, güncellenme tarihi, güncelleme, güncellenmiş*, güncellendi*, son değişiklik, değişiklik tarihi, değiştiril*, revizyon tarihi, revizyon, sürüm, versiyon',
    effective:
      'yürürlük tarihi, yürürlüğe giriş, yürürlüğe girme, yürürlüğe gir*, yürürlükte*, yürürlük, geçerlilik tarihi, geçerli*',
    posted:
      'yayın tarihi, yayınlanma, yayımlanma, yayınlanmış*, yayımlanmış*, yayınlan*, yayımlan*, düzenlenme tarihi, kabul edil*',
    opening: 'tarih, tarihi',
    document:
      'politika*, bildirim*, metin, metni, metnin, aydınlatma*, beyan*, koşul*, şart*, belge*, sözleşme*, sayfa*, gizlilik*',
    law: 'kanun*, yönetmelik*, kvkk, gdpr, tebliğ*, sayılı',
    other: 'önceki sürüm*, önceki versiyon*, eski sürüm*, kadar',
  },
};
