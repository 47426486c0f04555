import { z } from 'zod'

/** A postal address as it travels: country in ISO 3166-1 alpha-2. */
export const PostalAddress = z.object({
  line1: z.string(),
  line2: z.string().optional(),
  line3: z.string().optional(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
})
export type PostalAddress = z.infer<typeof PostalAddress>

/**
 * GET /v1/structures/{identifierType}/{identifier} — what the form learns about a structure.
 * `standing` is Chorus Pro's side of it, the rest is the directory's (Sirene). A structure that is not diffusible
 * comes without address, and without name when it is a natural person's.
 */
export const StructureAnswer = z.object({
  standing: z.enum(['registered', 'pending', 'not-registered']),
  sector: z.enum(['private', 'public']),
  diffusible: z.boolean(),
  closed: z.boolean(),
  name: z.string().optional(),
  address: PostalAddress.optional(),
})
export type StructureAnswer = z.infer<typeof StructureAnswer>
