import { emptyContent, type Draft, type DraftContent } from '@shared/registration/draft'

/** Accents, particles, apostrophes and double names, as an accountant's clients have them. */
const FIRST_NAMES = 'Amélie,Benoît,Cécile,Damien,Éléonore,François,Gaëlle,Hélène,Inès,Jérôme,Kévin,Léa,Maël,Noémie,Océane,Pénélope,Quentin,Rémi,Solène,Théo,Ursule,Véronique,Yann,Zoé,Jean-Noël,Marie-Thérèse,Loïc,Anaïs,Chloé,Stéphane'.split(',')
const LAST_NAMES = "Béranger,Lefèvre,Garçon,D'Angély,Le Goff,Müller,Étienne,Château,Noël,Ferreira-Lambert,Diallo,N'Guyen,de Saint-Aubin,Kerbrat,Benali,Rousseau,Crépin,Gaudré,Hébert,Çelik,Œuvrard,Lemaître,Pâquet,Guérin,Thévenot,Bézier,du Plessis,O'Reilly,Siméoni,Zürcher".split(',')
const TRADES = 'Boulangerie,Menuiserie,Électricité générale,Plomberie,Maçonnerie,Imprimerie,Pépinières,Ambulances,Traiteur,Couverture,Taxis,Cabinet d’architecture,Bureau d’études,Nettoyage,Serrurerie,Fromagerie,Garage,Conseil'.split(',')
const FORMS = ['SARL', 'SAS', 'EURL', 'SCOP', 'EI', 'SA']
const STREETS = "rue de l'Église,avenue Jean-Jaurès,place du Marché,chemin des Prés,boulevard Haussmann,quai de la Fosse,impasse des Tilleuls,allée du Château,route de Besançon,rue Saint-Éloi".split(',')
const CITIES = [['44000', 'Nantes'], ['35000', 'Rennes'], ['42000', 'Saint-Étienne'], ['51100', 'Reims'], ['06000', 'Nice'], ['87000', 'Limoges'], ['25000', 'Besançon'], ['29200', 'Brest'], ['64100', 'Bayonne'], ['97400', 'Saint-Denis']] as const

/** A generator of numbers between 0 and 1 that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The draft of that number: always the same one, and no two alike. Two in three are complete. */
export function draftNumber(index: number): DraftContent {
  const random = seededRandom(index + 1)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const [firstName, lastName] = [oneOf(FIRST_NAMES), oneOf(LAST_NAMES)]
  const [postalCode, city] = oneOf(CITIES)
  const name = `${oneOf(TRADES)} ${lastName} ${oneOf(FORMS)}`
  const isComplete = random() < 2 / 3
  const connectionEmail = `${plain(firstName)}.${plain(lastName)}.${index}@example.org`
  const empty = emptyContent(random() < 0.9 ? 'fr' : 'en')
  return {
    ...empty,
    step: isComplete ? 'check' : oneOf(['person', 'structure'] as const),
    person: { connectionEmail, firstName, lastName, phone: random() < 0.5 ? `02 ${pairs(random, 4)}` : '', contactEmail: '' },
    ...(isComplete && { conditions: { version: '1', acceptedAt: '2026-10-05T08:30:00.000Z' } }),
    structure: {
      ...empty.structure,
      identifierType: 'SIRET',
      identifier: isComplete ? siretNumber(index) : siretNumber(index).slice(0, 3 + Math.floor(random() * 10)),
      name,
      label: random() < 0.2 ? `Agence de ${city}` : '',
      address: { line1: `${1 + Math.floor(random() * 180)} ${oneOf(STREETS)}`, line2: random() < 0.15 ? 'Bâtiment C' : '', line3: '', postalCode, city, country: 'FR' },
    },
  }
}

/** Anything that makes and saves drafts. */
interface MakesDrafts {
  readonly create: (content: DraftContent) => Promise<Draft>
}

/** Makes the drafts from number `from` to `to` - 1, many at a time, and gives them in their order. */
export async function makeDrafts(drafts: MakesDrafts, from: number, to: number, atOnce = 64): Promise<readonly Draft[]> {
  const made: Draft[] = []
  for (let at = from; at < to; at += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, to - at) }, (_, index) => drafts.create(draftNumber(at + index)))
    made.push(...(await Promise.all(batch)))
  }
  return made
}

/** Fourteen digits that pass Luhn, grouped as people write them. */
export function siretNumber(index: number): string {
  const body = `4${String((index * 7919 + 10_000_019) % 100_000_000).padStart(8, '0')}${String(index % 10_000).padStart(4, '0')}`
  const check = [...'0123456789'].find((digit) => passesLuhn(body + digit))!
  return (body + check).replace(/(\d{3})(\d{3})(\d{3})(\d{5})/, '$1 $2 $3 $4')
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

function pairs(random: () => number, count: number): string {
  return Array.from({ length: count }, () => String(Math.floor(random() * 100)).padStart(2, '0')).join(' ')
}

function plain(name: string): string {
  return name.normalize('NFD').replaceAll('œ', 'oe').replaceAll('Œ', 'OE').replace(/[^A-Za-z]/g, '').toLowerCase()
}
