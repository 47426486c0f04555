import type { app as english } from '../en/app'
import type { Wording } from '../wording'

export const app: Wording<typeof english> = {
  skip: 'Aller au contenu',
  wordmark: 'Parvis, accueil',
  mainNavigation: 'Principale',
  createAccount: 'Créer un compte',
  registrations: 'Inscriptions',
  activationLink: 'J’ai un lien d’activation',
  help: 'Aide',
  environment: {
    label: 'Environnement :',
    practice: 'Entraînement',
    qualification: 'Qualification',
    production: 'Production',
    starting: 'Démarrage…',
    unreachable: 'Service injoignable',
  },
  language: { label: 'Langue', fr: 'Français', en: 'English', switchTo: 'Switch to English' },
  theme: { label: 'Apparence', light: 'Claire', dark: 'Sombre', system: 'Comme le système' },
  save: {
    saved: 'Enregistré',
    inMemory: 'Gardé jusqu’à la fermeture de Parvis',
    saving: 'Enregistrement…',
    failed: 'Non enregistré : votre saisie n’existe encore que dans cette fenêtre.',
    retry: 'Enregistrer à nouveau',
  },
  crashed: {
    heading: 'Un problème est survenu dans cette fenêtre',
    body: 'Ce qui est marqué « Enregistré » est en sécurité sur cet ordinateur. Revenez à l’accueil et rouvrez votre inscription. Si cela se reproduit, fermez Parvis et relancez-le.',
    home: 'Retour à l’accueil',
  },
}
