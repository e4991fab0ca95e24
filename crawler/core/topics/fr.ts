import { rulesFromWords } from './by-words.ts';

/** Rules over French words. */
export const FRENCH_RULES = rulesFromWords({
  collection: {
    heading:
      'collect* | recueil* | données traitées | quelles données | quelles informations | catégories de données | types de données | données que nous | informations que vous',
    text: "collectons | partager des données avec nous | partagez avec nous | pouvons recevoir | collectées | collecte | collectés | recueillons | recueillies | recueillent | recueille | nous vous demandons | nous demandons | ne demandons | vous renseignez | vous nous fournissez | vous fournissez | vous nous communiquez | nous traitons _ données | nous remettent | indique son | données d'identification | lors de la création | à l'inscription | lors d'une commande | lors de votre inscription | formulaire | nous obtenons | nous recevons | votre fiche peut comporter | proviennent de",
    unless: 'ne collectons aucune | cookies | a pour objet',
  },
  use: {
    heading:
      'utilis* | finalit* | pourquoi | bases légales | base légale | fondement* | usage* des données | traitement* de vos données',
    text: "finalité* | nous utilisons | utilisées pour | utilisés pour | sont utilisés | utilisées uniquement | utilisons vos | nous permettent de | nous permet de | intérêt légitime | intérêts légitimes | base légale | exécution du contrat | traitées afin | nécessaires au traitement | servent | ne servent | s'en sert | nous analysons | nous comparons | pour améliorer | pour mettre en relation | prévenir la fraude | lutter contre la fraude | traitement automatisé | décision fondée | fins commerciales légitimes | intérêts commerciaux légitimes",
    unless: "a pour objet | cookie* | traceur* | mesure d'audience | protéger vos données",
  },
  'third-parties': {
    heading:
      'tiers | destinataire* | partag* | communication _ données | sous-traitant* | partenaire* | transmission | divulgation | prestataires',
    text: 'tiers | tierces | destinataire* | partenaire* | sous-traitant* | prestataire* | partageons | partager des | partagées | transmises | transmettons | transmis | transférer des données | transférer vos | divulguer* | communiquées à | communiquée à | vendons | louons | cédées | filiales | entités du groupe | transporteur* | autres membres | visible des | reçoivent | reçoit | voient | réseaux sociaux | échangent des données | consulté par tout le monde | communiquer vos | vos _ seront transmises | hébergeur | régies',
    unless: 'a pour objet | pays tiers | repreneur | obligation* légale* | autorités',
  },
  advertising: {
    heading: 'publicit* | annonce* | marketing',
    text: 'publicité* | publicitaire* | annonceur* | annonces sponsorisées | régies | ciblage | reciblage | annonces',
    unless: 'fins publicitaires',
  },
  cookies: {
    heading: '*cookie* | traceur* | balises | pixels',
    text: 'cookie* | traceur* | balises web | pixels | stockage local | mémorisée dans le navigateur',
  },
  'log-files': {
    heading: 'journaux | données de connexion | données techniques | logs | automatiquement | adresse ip',
    text: "adresse ip | adresses ip | données de connexion | type de navigateur | journaux | fichiers journaux | logs | système d'exploitation | collectées automatiquement | recueillies automatiquement | enregistrées automatiquement | collectons automatiquement | enregistre automatiquement | pages consultées | pages vues | trace de chaque connexion | identifiant de votre appareil | signale ses pannes | données techniques",
  },
  analytics: {
    heading: "analyse* d'audience | mesure d'audience | statistique* | analytics",
    text: "mesure* d'audience | statistique* | google analytics | analytics | matomo | fréquentation | agrégée* | de façon agrégée",
  },
  location: {
    heading: '*localisation* | position',
    text: 'géolocalisation | localisation | position géographique | gps | code postal',
    unless: 'localisation des données',
  },
  'mailing-lists': {
    heading: "newsletter* | lettre* d'information | infolettre | prospection",
    text: "newsletter* | lettre* d'information | infolettre* | prospection commerciale | liste de diffusion | par courriel _ sélection | nous vous adressons chaque",
  },
  choice: {
    heading: 'choix | consentement | préférence* | désinscri* | désabonn* | paramètres | opposition',
    text: 'désinscrire | désabonner | désabonnement | retirer votre consentement | retirer _ consentement | consentement se retire | revenir sur votre choix | vos choix | votre choix | paramétrer | vos préférences | gérer _ préférences | avec votre accord | avec votre consentement | vous y avez consenti | refuser | refus | ne plus recevoir | préférez ne pas | ne souhaitez pas recevoir | ne souhaitez plus | réglages | vous opposer à | coupées | permet de masquer | configurant votre navigateur',
  },
  rights: {
    heading: "*droits | droit d'accès | droit à | exercer | réclamation* | rectification | effacement",
    text: "droit d'accès | vos droits | ces droits | ses droits | des droits | de droits | droit de rectification | droit de demander | droit de retirer | droit de s'opposer | droit de vous | avez le droit | droits suivants | disposez du droit | a le droit | droit à | rectification | effacement | portabilité | d'opposition | réclamation | autorité de contrôle | cnil | droit à l'oubli | droit d'opposition | supprimer votre compte | suppression du compte | clôturer votre compte | modifier vos informations | accéder aux données | accéder à vos | vous opposer | télécharger vos données | faire effacer | consulté et effacé | consulter et | justificatif d'identité | exercer ce droit | informatique et libertés | suppression",
    unless: 'a pour objet | droit de modifier | tous droits réservés | enregistrement de cookies',
  },
  retention: {
    heading: '*conserv* | durée* | archivage',
    text: 'conservées | conservés | conservons | conservation | archivées | gardées | durée de | sont effacés | est effacé | sont effacées | sont supprimés | sont supprimées | est supprimé | tout est effacé | détruits | détruites | au bout de | au terme de | pendant la durée | pendant une durée | durée de conservation | effacée* sous | sous 24 heures | disparaît',
    unless: 'ne conservons pas _ carte',
  },
  security: {
    heading: '*sécurité | sécuris* | protection de vos données | protégeons | violation*',
    text: 'sécurité | sécurisé* | chiffrement | chiffré* | chiffrons | chiffrer | mesures techniques | mesures de sécurité | accès non autorisé* | violation de données | mot de passe à personne | authentification forte | hébergeur certifié | audités | tenus au secret | accessibles à | possède sa propre clé | confidentialité de vos données | cryptage | ssl',
    unless: 'sécurité sociale | prénom',
  },
  'transfer-abroad': {
    heading: "transfert* | hors de l'union | hors ue | international* | pays tiers | étranger",
    text: "hors de l'union | hors ue | hors de l'espace | pays tiers | clauses contractuelles types | transferts | états-unis | pays situé hors | bouclier | cadre de protection des données | décision d'adéquation | restent en france | à l'étranger | hors de votre pays | en dehors de l'eee | en dehors de l'espace | transfrontalier*",
  },
  'transfer-buyer': {
    heading: 'fusion* | cession* | acquisition* | rachat',
    text: 'fusion* | fusionner | cession | acquisition de tout | repreneur | rachat | restructuration | à être cédée',
  },
  'legal-disclosure': {
    heading: 'autorités | obligation* légale* | judiciaire* | exigences légales',
    text: 'autorités judiciaires | autorités administratives | autorités judiciaires ou | réquisition* | judiciaire* | loi nous y oblige | fisc | administration fiscale | tenus de déclarer | opérations suspectes | autorités compétentes | répression des fraudes | décision de justice | demande* légale* | la loi exige | organismes de réglementation',
  },
  children: {
    heading: '*enfant* | mineur* | parents | âge',
    text: "enfant* | mineurs | mineur | moins de quinze ans | moins de 15 ans | moins de 16 ans | moins de 13 ans | personnes majeures | accord d'un parent | autorité parentale | titulaires de l'autorité",
    unless: 'ayants droit',
  },
  'policy-change': {
    heading: 'modification* _ politique | modification* | mise* à jour | évolution* | changement*',
    text: 'modifier la présente | modifier cette | modifications de la politique | changement* de la politique | modification de la politique | modifier _ politique | mettons _ à jour cette | mettons _ à jour notre politique | nouvelle version | consulter régulièrement cette | modification* substantielle* | modification* de la présente | mise à jour de cette | mettre à jour ce* | mettre à jour la présente | évolution de cette politique | version en vigueur | version modifiée | dernière révision | modification de cette | modifiée à tout moment | modifications apportées | publication des modifications',
  },
  'do-not-track': {
    heading: 'do not track',
    text: 'do not track | ne pas me suivre | dnt | global privacy control',
  },
  'law-specific': {
    heading: 'californie* | résidents | suisse | québec',
    text: 'californie* | résidents de | ccpa | résidant en | si vous vous trouvez dans | si vous résidez | si vous êtes situé*',
  },
  'outside-links': {
    heading: 'liens | sites tiers | liens hypertextes',
    text: 'liens vers | liens hypertextes | pointent nos liens | sites tiers | autres sites',
  },
  contact: {
    heading: 'contact* | nous écrire | délégué à la protection | responsable du traitement | questions',
    text: "délégué à la protection des données | dpo | contactez | nous contacter | contacter | écrivez | écrire | joignable | joindre | pour toute question | une question | responsable du traitement | service vie privée | *@*.* | tél. | rue du | place de l'église | répondent à",
  },
});
