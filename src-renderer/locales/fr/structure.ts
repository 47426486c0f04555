import type { structure as english } from '../en/structure'
import type { Wording } from '../wording'

export const structure: Wording<typeof english> = {
  types: {
    SIRET: 'SIRET',
    UE_HORS_FRANCE: 'Structure européenne hors France',
    HORS_UE: 'Structure hors Union européenne',
    RIDET: 'Structure avec RIDET',
    TAHITI: 'Structure avec numéro TAHITI',
    PARTICULIER: 'Particulier',
    AUTRE: 'En cours d’immatriculation',
  },
  hints: {
    SIRET: '14 chiffres, par exemple 732 829 320 00074',
    UE_HORS_FRANCE: 'Numéro de TVA avec les lettres du pays, par exemple DE 136 695 976',
    HORS_UE: 'Les deux lettres du pays et les 16 premières lettres de la raison sociale, par exemple CHNESTLESA. Il se construit à mesure que vous remplissez le pays et le nom, et vous pouvez le corriger.',
    RIDET: '9 ou 10 chiffres, par exemple 0 833 517 001',
    TAHITI: '9 caractères, par exemple 003970-001',
    PARTICULIER: 'Facultatif, 18 caractères au plus. N’indiquez jamais de numéro de sécurité sociale.',
    AUTRE: 'Facultatif, 18 caractères au plus : le numéro de votre immatriculation en cours, si vous en avez un.',
  },
  choose: 'Choisissez…',
  sector: { private: 'Privée', public: 'Publique' },
  ownCompany: {
    heading: 'Votre propre entreprise',
    body: 'Si vous êtes fournisseur, indiquez ici votre propre entreprise, et non le client public auquel vous envoyez des factures.',
  },
  looking: 'Recherche de la structure…',
  notYet: 'Cette structure n’existe pas encore dans Chorus Pro. Elle sera créée avec votre compte.',
  notYetCheck: 'Vérifiez les informations ci-dessous. Vous pouvez ajouter un libellé.',
  notYetFill: 'Remplissez les informations ci-dessous.',
  already: 'Cette structure existe déjà dans Chorus Pro. La création de votre compte demande à son gestionnaire de vous rattacher.',
  alreadyCheck: 'Vérifiez ci-dessous que c’est la bonne ; la raison sociale et l’adresse ne peuvent pas être modifiées ici.',
  pending: 'La création de cette structure a déjà été demandée. Votre compte attendra la même décision.',
  notDiffusible: 'Cette entreprise a demandé à Sirene, le répertoire des entreprises, de ne pas diffuser ses informations. C’est normal : l’adresse n’est pas affichée et personne n’a à la saisir.',
  nameNotPublished: 'Le nom n’est pas publié non plus, comme souvent pour une personne physique. Rien de plus n’est demandé.',
  publicBody: {
    heading: 'C’est un organisme public',
    supplier: 'Vous êtes fournisseur ? Indiquez alors votre propre entreprise, et non votre client public.',
    account: 'Vous travaillez pour cet organisme ? La plupart des organismes publics sont créés par leur logiciel comptable (Helios) : demandez d’abord à votre service comptable si votre compte existe déjà.',
    approval: 'Sinon, continuez : le support devra approuver la structure avant l’envoi de votre lien d’activation.',
  },
  closed: {
    heading: 'Cet établissement est fermé',
    body: 'D’après Sirene, il a cessé son activité. Vérifiez le numéro ; si votre entreprise a déménagé, la nouvelle adresse a un nouveau SIRET.',
  },
  unknown: {
    heading: 'Sirene ne connaît pas ce numéro',
    body: 'Le numéro est bien formé, mais aucun établissement ne le porte. Vérifiez les chiffres ; une entreprise immatriculée il y a quelques jours peut ne pas y figurer encore.',
  },
  offline: {
    heading: 'Le numéro est bien formé.',
    body: 'La raison sociale et l’adresse seront remplies quand vous serez de nouveau en ligne. Vous pouvez terminer le brouillon dès maintenant, et les saisir à la main si vous le souhaitez.',
  },
  directoryDown: {
    heading: 'Le numéro est bien formé, mais l’annuaire ne répond pas.',
    body: 'Vous pouvez continuer : la structure sera vérifiée avant l’envoi de votre lien. Saisissez la raison sociale et l’adresse à la main si vous le souhaitez.',
  },
  lookUpAgain: 'Rechercher à nouveau',
  byHand: {
    heading: 'L’annuaire a répondu : {name}',
    body: 'Ce que vous avez saisi à la main est toujours ci-dessous et n’a pas été modifié.',
    take: 'Prendre les informations de l’annuaire',
  },
  fromSirene: 'D’après Sirene, le répertoire des entreprises ; en lecture seule.',
  untilVerified: 'Supposée privée tant que l’annuaire n’a pas répondu.',
  fixedByType: 'Donné par le type d’identifiant.',
  labelHint: 'Facultatif : un nom de votre choix pour cette structure, par exemple un service.',
  builtFrom: 'Construit à partir du pays et du nom : {identifier}',
  identity: 'Identité',
  addressGroup: 'Adresse postale',
}
