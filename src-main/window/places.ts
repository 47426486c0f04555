import { openExternalLink } from './external-links'

/** The addresses behind the names that the window may ask for. */
export const PLACES = {
  portal: 'https://portail.chorus-pro.gouv.fr/',
  guide: 'https://communaute.chorus-pro.gouv.fr/documentation/',
} as const

export type Place = keyof typeof PLACES

/** Opens one of our few addresses in the person's browser. */
export async function openPlace(place: Place): Promise<void> {
  await openExternalLink(PLACES[place])
}
