import type { captcha as english } from '../en/captcha'
import type { Wording } from '../wording'

export const captcha: Wording<typeof english> = {
  heading: 'Captcha',
  imageAlt: 'Captcha : image des caractères à recopier dans le champ ci-dessous. Si vous ne pouvez pas la voir, appuyez sur « Écouter ».',
  loading: 'Le captcha arrive…',
  noImage: 'Il n’y a pas d’image pour le moment.',
  listen: 'Écouter',
  stop: 'Arrêter',
  playing: 'Les caractères sont dictés.',
  stopped: 'Le son est arrêté.',
  notPlayed: 'Le son n’a pas pu être joué. Vérifiez le son de cet ordinateur, ou demandez un autre captcha.',
  another: 'Une autre image',
  newImage: 'Voici une nouvelle image.',
  field: 'Caractères du captcha',
  hint: 'Majuscules ou minuscules, peu importe. L’image et le son donnent les mêmes caractères.',
  empty: 'Saisissez les caractères que vous voyez ou entendez.',
  validate: 'Valider le captcha',
  validated: 'Captcha validé',
  validatedNext: 'Vous pouvez continuer.',
  rejected: 'Ce ne sont pas les caractères du captcha. Voici une nouvelle image : saisissez ses caractères. Tout le reste de votre saisie est gardé.',
  expired: 'L’image avait plus de 5 minutes et n’était plus valable : en voici une nouvelle. Tout le reste de votre saisie est gardé.',
  passExpired: 'Le captcha validé n’était plus valable : validez-en un nouveau. Tout le reste de votre saisie est gardé.',
}
