import type { PostalAddress } from '@shared/http/structures'
import { sectorByNumber, sectorOf } from './sector-of'
import type { SourceAnswer } from './source'

/** What the ways to Sirene have in common once their words are read. */
export interface SireneRecord {
  readonly siret: string
  /** INSEE's legal category, four digits; undefined when it was not said. */
  readonly category: string | undefined
  readonly name: string | undefined
  readonly address: PostalAddress | undefined
  readonly diffusible: boolean
  readonly closed: boolean
}

/**
 * Leaves out what is not diffusible: the address of anyone, and the name of a person. Legal categories 1xxx are natural persons,
 * 2xxx are groups without legal personality (joint owners), who go by the names of people; without a category it may be anyone.
 */
export function answerOf({ siret, category, name, address, diffusible, closed }: SireneRecord): SourceAnswer {
  const isPerson = isOfPeople(category)
  return {
    isPerson,
    establishment: {
      siret,
      name: diffusible || !isPerson ? name : undefined,
      address: diffusible ? address : undefined,
      sector: category === undefined ? sectorByNumber(siret) : sectorOf(category),
      diffusible,
      closed,
    },
  }
}

export function isOfPeople(category: string | undefined): boolean {
  return category === undefined || /^[12]/.test(category)
}
