import type { mailbox as english } from '../en/mailbox'
import type { Wording } from '../wording'

export const mailbox: Wording<typeof english> = {
  open: 'Boîte d’entraînement',
  unread: 'un nouveau courriel | {count} nouveaux courriels',
  heading: 'Boîte d’entraînement',
  about: 'Le service d’entraînement dépose ses courriels ici au lieu de les envoyer. Rien ne quitte cet ordinateur.',
  list: 'Courriels, les plus récents d’abord',
  empty: 'Pas encore de courriel.',
  emptyNext: 'Créez un compte : son récapitulatif arrive ici aussitôt, et le lien d’activation dès qu’il peut partir.',
  loading: 'Recherche de courriels…',
  new: 'Nouveau',
  whose: 'À qui sont les courriels',
  owners: { everybody: 'Tous', applicant: 'Demandeurs', manager: 'Gestionnaire', agent: 'Support' },
  answerAs: {
    manager: 'Ce courriel est celui du gestionnaire de la structure. À l’entraînement, vous jouez aussi ce rôle : connectez-vous comme gestionnaire et décidez.',
    agent: 'Ce courriel est celui du support. À l’entraînement, vous jouez aussi ce rôle : connectez-vous comme agent.',
  },
  signIn: 'Aller à la connexion',
  to: 'À {to}',
  toLabel: 'À',
  sentAtLabel: 'Envoi',
  back: 'Retour aux courriels',
  openLink: 'Ouvrir le lien',
  openLinkHint: 'Ouvre l’écran d’activation avec ce lien, comme un clic dans une vraie messagerie.',
  code: 'Référence et code',
  copyCode: 'la référence et le code',
  arrived: 'Un nouveau courriel est arrivé. | {count} nouveaux courriels sont arrivés.',
}
