import type { kiosk as english } from '../en/kiosk'
import type { Wording } from '../wording'

/** What the first screen says in each language, whichever is spoken: `fr` in French, `en` in English, on both sides. */
const begin = {
  title: 'Bonjour · Welcome',
  fr: { welcome: 'Bonjour', name: 'Français', action: 'Créer mon compte en français', promise: 'Rien ne reste sur cet appareil.' },
  en: { welcome: 'Welcome', name: 'English', action: 'Create my account in English', promise: 'Nothing stays on this machine.' },
}

export const kiosk: Wording<typeof english> = {
  begin,
  finish: 'Terminer et effacer',
  hint: {
    person: 'Touchez un champ pour y écrire : le clavier s’affiche de lui-même. Ce que vous saisissez ne reste sur cet appareil que jusqu’à votre départ.',
    structure: 'Ayez le numéro de votre entreprise sous la main : il figure sur ses factures et ses courriers. Rien ne presse : l’appareil demande avant d’effacer quoi que ce soit.',
    check: 'Vérifiez surtout l’adresse électronique : le lien qui ouvre votre compte y arrive, et vous pourrez l’ouvrir plus tard, sur votre propre téléphone.',
  },
  idle: {
    heading: 'Êtes-vous encore là ?',
    body: 'Sans réponse, tout ce qui a été saisi est effacé. Touchez un bouton ou une touche du clavier.',
    left: 'Il reste {count} seconde avant que tout soit effacé. | Il reste {count} secondes avant que tout soit effacé.',
    seconds: 'seconde | secondes',
    stay: 'Je continue',
    erase: 'Effacer maintenant',
  },
  finished: {
    keepReference: 'Notez-la, ou prenez-la en photo. Donnez-la chaque fois que vous demandez de l’aide.',
    leave: 'Tout ce que vous avez saisi est alors effacé de cet appareil. Votre demande suit son cours.',
  },
  phone: {
    heading: 'Continuez avec votre téléphone',
    code: 'Code QR : la page qui dit où en est votre inscription',
    camera: 'Ouvrez l’appareil photo de votre téléphone.',
    point: 'Visez ce code.',
    open: 'Ouvrez la page proposée : elle dit où en est votre inscription.',
    yours: 'Ce code ouvre votre inscription à quiconque le lit. Terminez avant de partir.',
    practice: 'C’est le service d’entraînement : le code ne mène qu’à cet appareil, où aucun téléphone n’arrive.',
  },
  staff: {
    heading: 'Fermer Parvis',
    body: 'Réservé au personnel de ce lieu. La fermeture efface la visite.',
    pin: 'Code PIN',
    leave: 'Effacer et fermer',
  },
  crashed: 'Cette page a rencontré un problème. Touchez « Terminer et effacer » ci-dessus pour recommencer. Une demande déjà envoyée suit son cours.',
}
