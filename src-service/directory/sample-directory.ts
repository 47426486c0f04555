import { z } from 'zod'
import type { Directory, Establishment } from './directory'
import establishments from './sample-establishments.json'
import { sectorOf } from './sector-of'

const SampleEstablishment = z.strictObject({
  siret: z.string().regex(/^\d{14}$/),
  name: z.string(),
  category: z.string().regex(/^\d{4}$/),
  line1: z.string(),
  line2: z.string().optional(),
  postalCode: z.string(),
  city: z.string(),
  closed: z.boolean().optional(),
  diffusible: z.boolean().optional(),
})
type SampleEstablishment = z.infer<typeof SampleEstablishment>

/** Real public establishments and one fictional person, fixed: what the practice service and tests look up. */
export function createSampleDirectory(): Directory {
  const bySiret = new Map(z.array(SampleEstablishment).parse(establishments).map((sample) => [sample.siret, establishmentOf(sample)]))
  return {
    find: async (siret) => bySiret.get(siret),
    isWell: async () => true,
  }
}

function establishmentOf({ siret, name, category, closed = false, diffusible = true, line1, line2, postalCode, city }: SampleEstablishment): Establishment {
  const isPerson = category === '1000'
  return {
    siret,
    name: diffusible || !isPerson ? name : undefined,
    address: diffusible ? { line1, ...(line2 && { line2 }), postalCode, city, country: 'FR' } : undefined,
    sector: sectorOf(category),
    diffusible,
    closed,
  }
}
