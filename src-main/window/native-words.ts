import type { Locale } from '@shared/registration/locale'

const ENGLISH = {
  file: 'File',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  developer: 'Developer tools',
}

export type NativeWords = Readonly<typeof ENGLISH>

const FRENCH: NativeWords = {
  file: 'Fichier',
  quit: 'Quitter',
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: 'Affichage',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  resetZoom: 'Taille réelle',
  fullScreen: 'Plein écran',
  developer: 'Outils de développement',
}

/** The words of native menus. Every other word that a person reads stands in the renderer's locale files. */
export const NATIVE_WORDS: Readonly<Record<Locale, NativeWords>> = { fr: FRENCH, en: ENGLISH }
