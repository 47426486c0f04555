import type { ui as english } from '../en/ui'
import type { Wording } from '../wording'

export const ui: Wording<typeof english> = {
  notice: { info: 'Information.', success: 'C’est fait.', warning: 'Attention.', error: 'Problème.' },
  close: 'Fermer',
  cancel: 'Annuler',
  copy: 'Copier',
  copied: 'Copié',
  failed: 'La copie a échoué : sélectionnez le texte et copiez-le à la main.',
  stepOf: 'Étape {step} sur {count} :',
  stepDone: '(remplie)',
  problems: 'Un point est à corriger | {count} points sont à corriger',
  labelled: '{label} :',
  required: 'obligatoire',
  requiredLegend: 'Les champs marqués d’{asterisk} sont obligatoires.',
  asterisk: 'un astérisque rouge (*)',
  optional: 'facultatif',
  retry: 'Réessayer',
  wait: 'Un instant…',
  textArea: {
    left: 'Encore {count} caractère | Encore {count} caractères',
    over: '{count} caractère de trop | {count} caractères de trop',
    nearlyFull: 'Il ne reste que quelques caractères.',
    tooLong: 'Ce texte est trop long.',
  },
}
