import type { Locale } from '@shared/registration/locale'

const ENGLISH = {
  file: '&File',
  createAccount: '&Create an account',
  enterLink: 'I have an activation &link',
  quit: '&Quit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: '&View',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  appearance: 'Appearance',
  light: 'Light',
  dark: 'Dark',
  system: 'As the system',
  language: 'Language (langue)',
  help: '&Help',
  showHelp: 'Parvis &help',
  shortcuts: '&Keyboard shortcuts',
  about: '&About Parvis',
  developer: 'Developer tools',
}

export type NativeWords = Readonly<typeof ENGLISH>

const FRENCH: NativeWords = {
  file: '&Fichier',
  createAccount: '&Créer un compte',
  enterLink: 'J’ai un &lien d’activation',
  quit: '&Quitter',
  edit: 'É&dition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: '&Affichage',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  resetZoom: 'Taille réelle',
  fullScreen: 'Plein écran',
  appearance: 'Apparence',
  light: 'Claire',
  dark: 'Sombre',
  system: 'Comme le système',
  language: 'Langue (language)',
  help: 'Aid&e',
  showHelp: 'Aid&e de Parvis',
  shortcuts: '&Raccourcis clavier',
  about: 'À &propos de Parvis',
  developer: 'Outils de développement',
}

/** The words of native menus; `&` stands before the letter that Alt underlines. Every other word that a person reads stands in the renderer's locale files. */
export const NATIVE_WORDS: Readonly<Record<Locale, NativeWords>> = { fr: FRENCH, en: ENGLISH }
