import type { glossary as english } from '../en/glossary'
import type { Wording } from '../wording'

export const glossary: Wording<typeof english> = {
  heading: 'Les mots, expliqués',
  lead: 'Ce sont les mots que vous retrouverez ailleurs, sur les papiers et sur les portails.',
  filter: 'Chercher un mot',
  found: '{count} mot | {count} mots',
  none: 'Aucun mot ne correspond. Essayez ses premières lettres.',
  showAll: 'Afficher tous les mots',
  example: 'Exemple :',
  seeAlso: 'Voir aussi :',
  inPlainWords: 'En clair :',
  whatItMeans: 'ce que cela veut dire',
  inGlossary: 'Tous les mots expliqués',
  terms: {
    structure: {
      term: 'Structure',
      meaning: 'L’entreprise, l’association, l’organisme public ou la personne pour qui travaille un compte. Un fournisseur indique la sienne, jamais celle de son client.',
      example: 'Une boulangerie qui livre du pain à une école indique la boulangerie, et non l’école.',
    },
    siret: {
      term: 'SIRET',
      meaning: 'Les 14 chiffres d’un établissement en France : une boutique, un atelier, un bureau. Les neuf premiers sont le SIREN de l’entreprise ; les cinq derniers, le NIC, désignent le lieu.',
      example: 'Une boulangerie qui a deux boutiques a un seul SIREN et deux SIRET.',
    },
    siren: {
      term: 'SIREN',
      meaning: 'Les neuf chiffres d’une entreprise en France. Ils ne disent pas de quel établissement il s’agit : ils ne suffisent donc pas ici.',
      example: 'le SIREN 732 829 320',
    },
    nic: {
      term: 'NIC',
      meaning: 'Les cinq derniers chiffres d’un SIRET. Ils désignent un établissement de l’entreprise, et changent quand il déménage.',
      example: '00074, dans le SIRET 732 829 320 00074',
    },
    sirene: {
      term: 'Sirene',
      meaning: 'Le répertoire public des entreprises et des établissements en France, tenu par l’INSEE, l’institut de la statistique. Parvis y lit les noms et les adresses.',
      example: 'Sirene, avec un e, est le répertoire ; un SIREN, avec un N, est un numéro qui y figure.',
    },
    vat: {
      term: 'Numéro de TVA',
      meaning: 'Le numéro sous lequel une entreprise de l’Union européenne paie la taxe sur la valeur ajoutée. Il commence par les deux lettres de son pays.',
      example: 'DE 136 695 976, en Allemagne',
    },
    ridet: {
      term: 'RIDET',
      meaning: 'Le numéro d’un établissement en Nouvelle-Calédonie. Les trois derniers chiffres désignent l’établissement, ceux qui les précèdent l’entreprise.',
      example: 'le RIDET 0 833 517 001',
    },
    tahiti: {
      term: 'Numéro TAHITI',
      meaning: 'Le numéro d’un établissement en Polynésie française. Six caractères désignent l’entreprise, les trois derniers chiffres son établissement.',
      example: 'le numéro 003970-001',
    },
    attachment: {
      term: 'Rattachement',
      meaning: 'Ce qui relie un compte à une structure. Sans rattachement, un compte ne permet de rien faire.',
      example: 'Votre entreprise utilise déjà Chorus Pro : son gestionnaire est invité à y rattacher votre compte.',
    },
    manager: {
      term: 'Gestionnaire de la structure',
      meaning: 'La personne qui s’occupe d’une structure dans Chorus Pro, et décide qui y est rattaché.',
      example: 'Souvent le dirigeant, le comptable ou la personne qui a créé la structure.',
    },
    notDiffusible: {
      term: 'Non diffusible',
      meaning: 'Le titulaire a demandé à l’INSEE de ne pas publier son nom ou son adresse. L’inscription se fait quand même.',
      example: 'Une artisane travaille chez elle et garde son adresse pour elle.',
    },
    publicBody: {
      term: 'Organisme public',
      meaning: 'Un organisme qui sert le public et paie avec de l’argent public : l’État, une commune, un hôpital, un lycée. Le support doit approuver sa création.',
      example: 'Vous vendez à une commune ? Elle est alors votre client, et non votre structure.',
    },
    support: {
      term: 'Le support',
      meaning: 'Les personnes qui vous aident auprès du service où vous vous inscrivez. Elles approuvent les structures publiques, et décident quand une structure n’a pas de gestionnaire.',
      example: 'Le support peut demander votre référence. Il ne demande jamais votre mot de passe.',
    },
    captcha: {
      term: 'Captcha',
      meaning: 'Quelques caractères à recopier d’une image, ou à écouter. Ils montrent que la demande vient d’une personne, et non d’un programme.',
      example: 'Si l’image est illisible, demandez-en une autre, ou écoutez.',
    },
    link: {
      term: 'Lien d’activation',
      meaning: 'Le lien du courriel qui termine la création d’un compte. Il sert à choisir le premier mot de passe, une seule fois, dans les 60 minutes.',
      example: 'Trop tard ? Ouvrez-le quand même : un bouton en envoie un nouveau.',
    },
    reference: {
      term: 'Référence',
      meaning: 'Le nom de votre inscription auprès du service. Donnez-la chaque fois que vous demandez de l’aide : elle permet de retrouver votre dossier.',
      example: 'la référence PV-7K2M-9XQD',
    },
    chorusPro: {
      term: 'Chorus Pro',
      meaning: 'Le portail de l’État où les fournisseurs du secteur public déposent leurs factures. Parvis n’est pas ce portail.',
      example: 'Vous livrez du pain à une école : la facture passe par Chorus Pro.',
    },
  },
}
