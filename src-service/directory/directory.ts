import type { PostalAddress } from '@shared/http/structures'

/** What a directory of establishments says about one. What is not diffusible is absent, not masked. */
export interface Establishment {
  readonly siret: string
  readonly name: string | undefined
  readonly address: PostalAddress | undefined
  readonly sector: 'private' | 'public'
  readonly diffusible: boolean
  readonly closed: boolean
}

/** Sirene, by whichever way. */
export interface Directory {
  /** Undefined: the directory does not know the number. Throws `directory-unavailable` when it cannot say. */
  find(siret: string): Promise<Establishment | undefined>
  isWell(): Promise<boolean>
}
