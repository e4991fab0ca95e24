import { rulesFromWords } from './by-words.ts';

/** Rules over Spanish words. */
export const SPANISH_RULES = rulesFromWords({
  collection: {
    heading: 'recopil* | recab* | recog* | qué datos | que datos | datos que | información que',
    text: 'recopilamos | recopilación | recabamos | recogemos | recopila* | recaba* | nos proporciona* | nos facilita* | obtenemos | solicitamos | le pedimos | datos que usted',
  },
  use: {
    heading:
      'uso de * | utiliza* | finalidad* | para qué | base* jurídica* | base legal | legitimación | cómo usamos',
    text: 'utilizamos | usamos | utilizaremos | tratamos sus datos | finalidad* | con el fin de | base jurídica | interés legítimo | se utilizan para | se utilizarán',
    unless: 'cookies',
  },
  'third-parties': {
    heading:
      'tercer* | destinatari* | compart* | cesión* | comunicación de datos | encargados | proveedores | divulga*',
    text: 'tercer* | compartimos | compartir | cedemos | cesión | proveedores de servicios | encargados del tratamiento | destinatarios | socios | filiales | vendemos | comunicamos sus datos',
    unless: 'terceros países',
  },
  advertising: {
    heading: 'publicidad | anuncios | publicitari*',
    text: 'publicidad | anuncios | anunciantes | publicitari*',
  },
  cookies: { heading: '*cookie*', text: 'cookie* | balizas web | píxeles' },
  'log-files': {
    heading: 'registro* de * | datos técnicos | automáticamente',
    text: 'dirección ip | direcciones ip | tipo de navegador | archivos de registro | sistema operativo | automáticamente',
  },
  analytics: {
    heading: 'analítica* | estadístic* | analytics',
    text: 'google analytics | analítica* | estadístic* | medición',
  },
  location: {
    heading: '*ubicación* | *localización*',
    text: 'ubicación | geolocalización | gps',
    unless: 'ubicación de los servidores',
  },
  'mailing-lists': {
    heading: 'boletín* | boletines | newsletter* | comunicaciones comerciales',
    text: 'boletín* | boletines | newsletter* | comunicaciones comerciales | correos promocionales',
  },
  choice: {
    heading: 'consentimiento | opciones | preferencias | darse de baja | elecciones',
    text: 'retirar su consentimiento | retirar el consentimiento | darse de baja | cancelar la suscripción | su consentimiento | con su consentimiento | preferencias | desactivar | rechazar | optar por',
  },
  rights: {
    heading: '*derechos | acceso | rectificación | supresión | reclamación*',
    text: 'derecho a | derecho de | derechos de | sus derechos | rectificación | supresión | portabilidad | oposición | limitación del tratamiento | autoridad de control | agencia española de protección | reclamación | eliminar su cuenta',
    unless: 'derecho de modificar | derecho a modificar | reserva el derecho',
  },
  retention: {
    heading: '*conserva* | plazo* | retención | cuánto tiempo',
    text: 'conservamos | conservaremos | conservarán | se conservan | plazo de conservación | conservación | serán eliminados | serán suprimidos | durante el tiempo | mientras dure',
  },
  security: {
    heading: '*seguridad | protegemos | protección de sus datos',
    text: 'medidas de seguridad | medidas técnicas | seguridad de | cifra* | ssl | acceso no autorizado | accesos no autorizados | violación de seguridad',
    unless: 'seguridad social',
  },
  'transfer-abroad': {
    heading: 'transferencia* internacional* | internacional* | fuera de',
    text: 'transferencias internacionales | fuera del espacio económico | fuera de la unión | terceros países | cláusulas contractuales | estados unidos | ee.uu',
  },
  'transfer-buyer': {
    heading: 'fusión* | adquisición | venta de la empresa',
    text: 'fusión | fusiones | venta de activos | venta de la empresa | adquisición de | reestructuración',
  },
  'legal-disclosure': {
    heading: 'autoridades | obligación* legal* | requerimiento* legal*',
    text: 'autoridades | orden judicial | obligación legal de | requerimiento* | exija la ley | exigido por la ley | fuerzas y cuerpos',
    unless: 'autoridades de control | autoridad de control',
  },
  children: {
    heading: '*menores* | niños | edad',
    text: 'menores de | niños | menor de edad | menores | padres o tutores | tutores legales',
    unless: 'no menores a',
  },
  'policy-change': {
    heading: 'cambio* | modificaci* | actualizaci*',
    text: 'modificar esta política | modificar la presente | cambios en esta | cambios a esta | actualizar esta política | actualizaciones de esta | modificaciones de esta | esta política _ cambi* | derecho a modificar | derecho de modificar',
  },
  'do-not-track': { heading: 'do not track | no rastrear', text: 'do not track | no rastrear | dnt' },
  'law-specific': {
    heading: 'california | residentes',
    text: 'residentes de california | residentes en | ccpa',
  },
  'outside-links': {
    heading: 'enlaces | sitios de terceros',
    text: 'enlaces a | enlaces externos | sitios web de terceros',
  },
  contact: {
    heading: 'contact* | responsable del tratamiento | delegado de protección | preguntas',
    text: 'contacte* | contáctenos | contactar con | ponerse en contacto | póngase en contacto | delegado de protección de datos | responsable del tratamiento | si tiene alguna pregunta | escríbanos | escriba a | *@*.*',
  },
});

/** Rules over Italian words. */
export const ITALIAN_RULES = rulesFromWords({
  collection: {
    heading: 'racco* | quali dati | dati raccolti | dati trattati | tipologi* di dati | categorie di dati',
    text: 'raccogliamo | raccolti | raccolta | raccoglie | forniti da | ci fornisc* | chiediamo | acquisiscono | otteniamo | trattiamo i seguenti',
  },
  use: {
    heading: 'finalità | utilizz* | uso dei dati | perché | base giuridica | come usiamo',
    text: 'utilizziamo | utilizzati per | finalità | usiamo | base giuridica | legittimo interesse | al fine di | per fornire',
    unless: 'cookie',
  },
  'third-parties': {
    heading: 'terz* | destinatari* | condivi* | comunicazione dei dati | divulgazione | responsabili esterni',
    text: 'terzi | terze parti | destinatari | condividiamo | condivisi | fornitori di servizi | responsabili del trattamento | partner | comunicati a | vendiamo | cediamo | società del gruppo',
    unless: 'paesi terzi',
  },
  advertising: {
    heading: 'pubblicità | pubblicitari* | annunci',
    text: 'pubblicità | pubblicitari* | inserzionisti | annunci',
  },
  cookies: { heading: '*cookie*', text: 'cookie* | web beacon* | pixel' },
  'log-files': {
    heading: 'dati di navigazione | log | automaticamente',
    text: 'indirizzo ip | indirizzi ip | dati di navigazione | file di log | tipo di browser | sistema operativo | automaticamente',
  },
  analytics: {
    heading: 'statistic* | analytics | analisi',
    text: 'google analytics | statistic* | forma aggregata',
  },
  location: {
    heading: '*localizzazione | posizione',
    text: 'geolocalizzazione | posizione geografica | gps | localizzazione',
  },
  'mailing-lists': {
    heading: 'newsletter* | comunicazioni promozionali',
    text: 'newsletter* | comunicazioni commerciali | comunicazioni promozionali | e-mail promozionali',
  },
  choice: {
    heading: 'consenso | preferenze | scelte | disiscrizione',
    text: "revocare il consenso | revoca del consenso | disiscriver* | annullare l'iscrizione | il suo consenso | il tuo consenso | previo consenso | preferenze | disattivare | rifiutare",
  },
  rights: {
    heading: '*diritti | diritto di | accesso | reclamo',
    text: "diritto di | diritti di | diritti dell'interessato | i suoi diritti | i tuoi diritti | rettifica | cancellazione | portabilità | opposizione | opporsi | reclamo | garante per la protezione | autorità di controllo",
    unless: 'diritto di modificare',
  },
  retention: {
    heading: '*conserva* | periodo | durata | tempi',
    text: 'conservati | conserviamo | conservazione | periodo di conservazione | cancellati dopo | saranno cancellati | per il tempo | tempo necessario',
  },
  security: {
    heading: '*sicurezza | protezione dei dati | protegg*',
    text: 'misure di sicurezza | misure tecniche | sicurezza dei | crittograf* | ssl | accessi non autorizzati | accesso non autorizzato | violazione dei dati',
    unless: 'previdenza',
  },
  'transfer-abroad': {
    heading: 'trasferiment* | estero | extra',
    text: "fuori dall'unione | al di fuori dell'unione | spazio economico europeo | paesi terzi | clausole contrattuali | stati uniti | trasferimento dei dati all'estero",
  },
  'transfer-buyer': {
    heading: 'fusion* | acquisizion* | cessione',
    text: "fusione | cessione d'azienda | cessione di ramo | acquisizione di",
  },
  'legal-disclosure': {
    heading: 'autorità | obblighi di legge | obblighi legali',
    text: "autorità giudiziari* | forze dell'ordine | obbligo di legge | ordine del tribunale | richiesto dalla legge | autorità competenti",
  },
  children: {
    heading: '*minori | bambini | età',
    text: 'minori di | minori | bambini | minorenni | genitori',
  },
  'policy-change': {
    heading: 'modific* | aggiornament* | cambiament*',
    text: 'modificare la presente | modifiche alla presente | modifiche a questa | aggiornare la presente | aggiornamenti della presente | presente informativa _ modific* | presente informativa _ aggiornat*',
  },
  'do-not-track': { heading: 'do not track', text: 'do not track | dnt' },
  'law-specific': { heading: 'california', text: 'residenti in california | ccpa' },
  'outside-links': {
    heading: 'link | collegamenti | siti di terzi',
    text: 'link a | collegamenti a | siti di terzi | altri siti | siti esterni',
  },
  contact: {
    heading: 'contatt* | titolare | responsabile della protezione | domande',
    text: 'contattare | contattarci | contattaci | titolare del trattamento | responsabile della protezione dei dati | per qualsiasi domanda | scrivere a | scrivendo a | *@*.*',
  },
});

/** Rules over Portuguese words, of Portugal and of Brazil. */
export const PORTUGUESE_RULES = rulesFromWords({
  collection: {
    heading: 'recolh* | colet* | que dados | quais dados | dados que | informações que',
    text: 'recolhemos | coletamos | coleta | recolha | coletados | recolhidos | nos fornece* | solicitamos | obtemos | pedimos',
  },
  use: {
    heading: 'finalidade* | uso | utiliz* | como usamos | base* legal | por que',
    text: 'utilizamos | usamos | finalidade* | utilizados para | usados para | interesse legítimo | com o objetivo de | a fim de | base legal',
    unless: 'cookies',
  },
  'third-parties': {
    heading: 'terceir* | destinatári* | partilha* | compartilha* | divulgação | prestadores',
    text: 'terceiros | partilhamos | compartilhamos | compartilhar | partilhar | prestadores de serviços | parceiros | subcontratantes | destinatários | vendemos | divulgamos',
    unless: 'países terceiros',
  },
  advertising: {
    heading: 'publicidade | anúncios',
    text: 'publicidade | anúncios | anunciantes | publicitári*',
  },
  cookies: { heading: '*cookie*', text: 'cookie* | web beacons | pixels' },
  'log-files': {
    heading: 'registos | registros | dados técnicos | automaticamente',
    text: 'endereço ip | endereços ip | endereço de ip | tipo de navegador | ficheiros de registo | sistema operativo | sistema operacional | automaticamente',
  },
  analytics: {
    heading: 'analytics | estatístic* | análise',
    text: 'google analytics | estatístic* | forma agregada',
  },
  location: { heading: '*localização', text: 'geolocalização | localização | gps' },
  'mailing-lists': {
    heading: 'newsletter* | boletim',
    text: 'newsletter* | boletim | boletins | comunicações de marketing | e-mails promocionais',
  },
  choice: {
    heading: 'consentimento | escolhas | preferências | opções',
    text: 'retirar o consentimento | retirar o seu consentimento | revogar | cancelar a subscrição | cancelar a inscrição | o seu consentimento | seu consentimento | preferências | desativar | recusar',
  },
  rights: {
    heading: '*direitos | direito de | acesso | reclamação',
    text: 'direito de | direito a | direito à | seus direitos | direitos do titular | retificação | apagamento | eliminação dos | portabilidade | oposição | reclamação | autoridade de controlo | comissão nacional | anpd | correção',
    unless: 'direito de alterar | direito de modificar',
  },
  retention: {
    heading: '*conserva* | retenção | prazo* | armazenamento | quanto tempo',
    text: 'conservamos | conservados | conservação | retemos | armazenados por | período de retenção | prazo de | guardamos | mantidos pelo | serão eliminados | serão excluídos | enquanto for',
  },
  security: {
    heading: '*segurança | proteção dos dados | protegemos',
    text: 'medidas de segurança | medidas técnicas | segurança dos | encripta* | criptografia | ssl | acesso não autorizado | acessos não autorizados | violação de dados',
    unless: 'segurança social',
  },
  'transfer-abroad': {
    heading: 'transferência* | internacional* | fora',
    text: 'transferências internacionais | transferência internacional | fora do espaço económico | fora da união | países terceiros | cláusulas contratuais | estados unidos',
  },
  'transfer-buyer': {
    heading: 'fusão | fusões | aquisição',
    text: 'fusão | fusões | aquisição da | venda de ativos | venda da empresa',
  },
  'legal-disclosure': {
    heading: 'autoridades | obrigações legais',
    text: 'autoridades | ordem judicial | exigido por lei | obrigação legal | autoridades judiciais',
    unless: 'autoridade de controlo',
  },
  children: {
    heading: '*crianças | menores | idade',
    text: 'crianças | menores de | menores | pais ou responsáveis',
  },
  'policy-change': {
    heading: 'alteraç* | atualizaç* | mudanças',
    text: 'alterar esta política | alterações a esta | alterações nesta | atualizar esta política | atualizações desta | modificar esta | direito de alterar | direito de modificar',
  },
  'do-not-track': { heading: 'do not track', text: 'do not track | dnt' },
  'law-specific': { heading: 'califórnia | lgpd', text: 'residentes da califórnia | ccpa' },
  'outside-links': { heading: 'links | ligações', text: 'links para | ligações para | sites de terceiros' },
  contact: {
    heading: 'contact* | contato* | encarregado | responsável pelo tratamento | dúvidas',
    text: 'contacte* | contacte-nos | entre em contato | entrar em contato | contactar | encarregado de proteção | encarregado da proteção | responsável pelo tratamento | em caso de dúvida* | *@*.*',
  },
});
