import type { RowState } from '@shared/registration/registration-list'

export interface InventedClient {
  readonly row: number
  readonly name: string
  readonly structure: string
  readonly siret: string
  readonly state: RowState
  readonly changed: string
  readonly chosen: boolean
}

type Facts = readonly [name: string, structure: string, siret: string, state: RowState, changed: string, chosen?: true]

/** Nobody that exists: names of plants and of things, and numbers of structures that Sirene does not know. */
const FACTS: readonly Facts[] = [
  ['Aubépine, Noé', 'Garage des Trois Ponts', '000 412 770 00018', 'active', '12 Mar'],
  ['Bruyère, Inès', 'Boulangerie du Parc', '000 518 236 00011', 'ready', '12 Mar', true],
  ['Capucine, Malo', 'Atelier Lumen', '000 604 982 00027', 'ready', '11 Mar', true],
  ['Châtaigne, Lou', 'Menuiserie Arbois', '000 731 045 00013', 'draft', '11 Mar'],
  ['Cytise, Éloi', 'Transports Rivage', '000 745 318 00039', 'activation-sent', '11 Mar'],
  ['Églantine, Zoé', 'Cabinet Meridiane', '000 802 664 00010', 'ready', '10 Mar', true],
  ['Fougère, Sacha', 'Imprimerie Cadrat', '000 819 507 00022', 'awaiting-manager', '10 Mar'],
  ['Genêt, Ambre', 'Paysages du Gué', '000 866 193 00015', 'activation-expired', '9 Mar'],
  ['Jonquille, Tom', 'Électricité Halo', '000 904 428 00031', 'active', '9 Mar'],
  ['Lavande, Nina', 'Café des Arcades', '000 927 351 00014', 'draft', '8 Mar'],
]

export const FIRST_ROW = 4_213
export const INVENTED_CLIENTS: readonly InventedClient[] = FACTS.map(([name, structure, siret, state, changed, chosen = false], index) =>
  ({ row: FIRST_ROW + index, name, structure, siret, state, changed, chosen }))
