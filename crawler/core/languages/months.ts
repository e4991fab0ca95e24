/** How a language writes the months of a date, and what stands first in figures. */
export interface Months {
  /**
   * Twelve groups separated by ` | `, in each the spellings in use, in the cases that dates stand in, and short forms; `_`
   * joins the words of one name. Empty where months are numbers.
   */
  readonly names: string;
  /** What a date in figures begins with where its year stands last; null where the language writes both orders. */
  readonly order: 'day' | 'month' | null;
}

const dayFirst = (names: string): Months => ({ names, order: 'day' });
const undecided = (names: string): Months => ({ names, order: null });

/** By ISO 639-1 code. Apart from the other words of a language, since pages that compare texts load these alone. */
export const MONTHS: Readonly<Record<string, Months>> = {
  en: undecided(
    'january jan | february feb febr | march mar | april apr | may | june jun | july jul | august aug | september sept sep | october oct | november nov | december dec',
  ),
  fr: dayFirst(
    'janvier janv jan | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre sept | octobre oct | novembre nov | décembre déc',
  ),
  de: dayFirst(
    'januar jänner jan | februar feber febr feb | märz maerz mrz mär | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | dezember dez',
  ),
  nl: dayFirst(
    'januari jan | februari febr feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug | september sept sep | oktober okt | november nov | december dec',
  ),
  es: dayFirst(
    'enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | septiembre setiembre sept sep set | octubre oct | noviembre nov | diciembre dic',
  ),
  it: dayFirst(
    'gennaio gen genn | febbraio feb febbr | marzo mar | aprile apr | maggio mag magg | giugno giu | luglio lug lugl | agosto ago | settembre sett set | ottobre ott | novembre nov | dicembre dic',
  ),
  pt: dayFirst(
    'janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago | setembro set | outubro out | novembro nov | dezembro dez',
  ),
  ca: dayFirst(
    'gener gen | febrer febr | març | abril abr | maig | juny | juliol jul | agost ag | setembre set | octubre oct | novembre nov | desembre des',
  ),
  ro: dayFirst(
    'ianuarie ian | februarie febr feb | martie mart | aprilie apr | mai | iunie iun | iulie iul | august aug | septembrie sept | octombrie oct | noiembrie noi nov | decembrie dec',
  ),
  sv: dayFirst(
    'januari jan | februari febr feb | mars | april apr | maj | juni jun | juli jul | augusti aug | september sept sep | oktober okt | november nov | december dec',
  ),
  da: dayFirst(
    'januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | december dec',
  ),
  no: dayFirst(
    'januar jan | februar feb | mars | april apr | mai | juni jun | juli jul | august aug | september sept sep | oktober okt | november nov | desember des',
  ),
  is: dayFirst(
    'janúar jan | febrúar feb | mars | apríl apr | maí | júní jún | júlí júl | ágúst ág | september sept | október okt | nóvember nóv | desember des',
  ),
  pl: dayFirst(
    'stycznia styczeń sty styczniu | lutego luty lut lutym | marca marzec mar marcu | kwietnia kwiecień kwi kwietniu | maja maj maju | czerwca czerwiec cze czerwcu | lipca lipiec lip lipcu | sierpnia sierpień sie sierpniu | września wrzesień wrz wrześniu | października październik paź październiku | listopada listopad lis listopadzie | grudnia grudzień gru grudniu',
  ),
  cs: dayFirst(
    'ledna leden led lednu | února únor úno únoru | března březen bře březnu | dubna duben dub dubnu | května květen kvě květnu | června červen čvn červnu | července červenec čvc červenci | srpna srpen srp srpnu | září zář září | října říjen říj říjnu | listopadu listopad lis listopadu | prosince prosinec pro prosinci',
  ),
  sk: dayFirst(
    'januára január jan | februára február feb | marca marec mar | apríla apríl apr | mája máj | júna jún | júla júl | augusta august aug | septembra september sept | októbra október okt | novembra november nov | decembra december dec',
  ),
  sl: dayFirst(
    'januarja januar jan | februarja februar feb | marca marec mar | aprila april apr | maja maj | junija junij jun | julija julij jul | avgusta avgust avg | septembra september sept sep | oktobra oktober okt | novembra november nov | decembra december dec',
  ),
  hr: dayFirst(
    'siječnja siječanj sij | veljače veljača velj | ožujka ožujak ožu | travnja travanj tra | svibnja svibanj svi | lipnja lipanj lip | srpnja srpanj srp | kolovoza kolovoz kol | rujna rujan ruj | listopada listopad lis | studenoga studenog studeni stu | prosinca prosinac pro',
  ),
  sr: dayFirst(
    'januara januar јануара јануар jan јан | februara februar фебруара фебруар feb феб | marta mart марта март | aprila april априла април apr апр | maja maj маја мај | juna jun јуна јун | jula jul јула јул | avgusta avgust августа август avg авг | septembra septembar септембра септембар sept септ | oktobra oktobar октобра октобар okt окт | novembra novembar новембра новембар nov нов | decembra decembar децембра децембар dec дец',
  ),
  bg: dayFirst(
    'януари ян | февруари фев февр | март | април апр | май | юни | юли | август авг | септември септ сеп | октомври окт | ноември ноем | декември дек',
  ),
  ru: dayFirst(
    'января январь янв январе | февраля февраль февр фев феврале | марта март мар марте | апреля апрель апр апреле | мая май мае | июня июнь июн июне | июля июль июл июле | августа август авг августе | сентября сентябрь сент сен сентябре | октября октябрь окт октябре | ноября ноябрь нояб ноя ноябре | декабря декабрь дек декабре',
  ),
  uk: dayFirst(
    'січня січень січ січні | лютого лютий лют лютому | березня березень бер березні | квітня квітень квіт квітні | травня травень трав травні | червня червень черв червні | липня липень лип липні | серпня серпень серп серпні | вересня вересень вер вересні | жовтня жовтень жовт жовтні | листопада листопад лист листопаді | грудня грудень груд грудні',
  ),
  el: dayFirst(
    'ιανουαρίου ιανουάριος ιαν | φεβρουαρίου φεβρουάριος φεβ φεβρ | μαρτίου μάρτιος μαρ μαρτ | απριλίου απρίλιος απρ | μαΐου μάιος μαι μαϊ | ιουνίου ιούνιος ιουν | ιουλίου ιούλιος ιουλ | αυγούστου αύγουστος αυγ | σεπτεμβρίου σεπτέμβριος σεπ σεπτ | οκτωβρίου οκτώβριος οκτ | νοεμβρίου νοέμβριος νοε | δεκεμβρίου δεκέμβριος δεκ',
  ),
  hu: undecided(
    'január januártól januári jan | február febr feb | március márc már | április ápr | május máj | június jún | július júl | augusztus aug | szeptember szept | október okt | november nov | december dec',
  ),
  fi: dayFirst(
    'tammikuuta tammikuu tammikuun tammikuussa | helmikuuta helmikuu helmikuun helmikuussa | maaliskuuta maaliskuu maaliskuun maaliskuussa | huhtikuuta huhtikuu huhtikuun huhtikuussa | toukokuuta toukokuu toukokuun toukokuussa | kesäkuuta kesäkuu kesäkuun kesäkuussa | heinäkuuta heinäkuu heinäkuun heinäkuussa | elokuuta elokuu elokuun elokuussa | syyskuuta syyskuu syyskuun syyskuussa | lokakuuta lokakuu lokakuun lokakuussa | marraskuuta marraskuu marraskuun marraskuussa | joulukuuta joulukuu joulukuun joulukuussa',
  ),
  et: dayFirst(
    'jaanuar jaanuaril jaanuarist | veebruar veebruaril veebruarist | märts märtsil märtsist | aprill aprillil aprillist | mai mail maist | juuni juunil juunist | juuli juulil juulist | august augustil augustist | september septembril septembrist | oktoober oktoobril oktoobrist | november novembril novembrist | detsember detsembril detsembrist',
  ),
  lv: dayFirst(
    'janvāris janvāra janvārī janvārim janv | februāris februāra februārī febr | marts marta martā | aprīlis aprīļa aprīlī apr | maijs maija maijā | jūnijs jūnija jūnijā jūn | jūlijs jūlija jūlijā jūl | augusts augusta augustā aug | septembris septembra septembrī sept | oktobris oktobra oktobrī okt | novembris novembra novembrī nov | decembris decembra decembrī dec',
  ),
  lt: undecided(
    'sausio sausis saus | vasario vasaris vas | kovo kovas | balandžio balandis bal | gegužės gegužė geg | birželio birželis birž | liepos liepa | rugpjūčio rugpjūtis rugpj | rugsėjo rugsėjis rugs | spalio spalis spal | lapkričio lapkritis lapkr | gruodžio gruodis gruod',
  ),
  tr: dayFirst(
    'ocak oca | şubat şub | mart | nisan nis | mayıs may | haziran haz | temmuz tem | ağustos ağu | eylül eyl | ekim eki | kasım kas | aralık ara',
  ),
  zh: undecided(''),
  ja: undecided(''),
  ko: undecided(''),
  ar: dayFirst(
    'يناير كانون_الثاني جانفي | فبراير شباط فيفري | مارس آذار | أبريل ابريل إبريل نيسان أفريل | مايو أيار ماي | يونيو حزيران يونيه جوان | يوليو تموز يوليوز يوليه جويلية | أغسطس آب غشت أوت | سبتمبر أيلول شتنبر | أكتوبر تشرين_الأول | نوفمبر تشرين_الثاني نونبر | ديسمبر كانون_الأول دجنبر',
  ),
  he: dayFirst(
    'ינואר בינואר | פברואר בפברואר | מרץ במרץ מרס במרס | אפריל באפריל | מאי במאי | יוני ביוני | יולי ביולי | אוגוסט באוגוסט | ספטמבר בספטמבר | אוקטובר באוקטובר | נובמבר בנובמבר | דצמבר בדצמבר',
  ),
  hi: dayFirst(
    'जनवरी जन | फरवरी फ़रवरी फर | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त अग | सितंबर सितम्बर सित | अक्टूबर अक्तूबर अक्टू | नवंबर नवम्बर नव | दिसंबर दिसम्बर दिस',
  ),
  th: dayFirst(
    'มกราคม มค | กุมภาพันธ์ กพ | มีนาคม มีค | เมษายน เมย | พฤษภาคม พค | มิถุนายน มิย | กรกฎาคม กค | สิงหาคม สค | กันยายน กย | ตุลาคม ตค | พฤศจิกายน พย | ธันวาคม ธค',
  ),
  vi: dayFirst(
    'tháng_giêng tháng_một | tháng_hai | tháng_ba | tháng_tư | tháng_năm | tháng_sáu | tháng_bảy | tháng_tám | tháng_chín | tháng_mười | tháng_mười_một | tháng_mười_hai',
  ),
  id: dayFirst(
    'januari jan | februari feb | maret mar | april apr | mei | juni jun | juli jul | agustus agt agu | september sep | oktober okt | november nov | desember des',
  ),
  ms: dayFirst(
    'januari jan | februari feb | mac | april apr | mei | jun | julai jul | ogos ogo | september sept sep | oktober okt | november nov | disember dis',
  ),
};
