import type { papers as english } from '../en/papers'
import type { Wording } from '../wording'

export const papers: Wording<typeof english> = {
  means: 'Ce que cela veut dire',
  lastKnown: 'Le service n’a pas pu être interrogé au moment d’établir ce document : il montre le dernier état connu.',
  practice: 'Établi avec le service d’entraînement. Ce n’est pas Chorus Pro, et aucun vrai compte n’a été créé.',
  footer: 'Établi avec Parvis le {at}. La référence permet de demander de l’aide ; elle n’ouvre aucun compte.',
  receipt: {
    open: 'Reçu d’une journée…',
    heading: 'Reçu d’une journée',
    what: 'Tout ce qui a été envoyé de cet ordinateur en une journée, avec les références, à classer.',
    day: 'Jour',
    today: 'Aujourd’hui, {day}',
    yesterday: 'Hier, {day}',
    counting: 'Comptage…',
    none: 'Rien n’a été envoyé ce jour-là.',
    count: '{count} inscription a été envoyée ce jour-là. | {count} inscriptions ont été envoyées ce jour-là.',
    title: 'Inscriptions envoyées le {day}',
    sent: 'Ce qui a été envoyé',
    columns: {
      number: 'Nº',
      time: 'Heure',
      reference: 'Référence',
      person: 'Personne',
      structure: 'Structure',
      identifier: 'Identifiant',
    },
    fileName: 'Parvis reçu {day}',
  },
}
