import { z } from 'zod'

/**
 * The seven ways in which Chorus Pro names a structure, by its own codes (`typeIdentifiantStructure`),
 * in the order of the drop-down. AUTRE is shown as "Being registered" (en cours d'immatriculation).
 */
export const IDENTIFIER_TYPES = [
  'SIRET',
  'UE_HORS_FRANCE',
  'HORS_UE',
  'RIDET',
  'TAHITI',
  'PARTICULIER',
  'AUTRE',
] as const

export const IdentifierType = z.enum(IDENTIFIER_TYPES)
export type IdentifierType = z.infer<typeof IdentifierType>
