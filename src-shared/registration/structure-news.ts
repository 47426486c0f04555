import type { PostalAddress, StructureAnswer } from '../http/structures'
import { isInDirectory, isLookedUp } from '../identifiers/field-plan'
import type { IdentifierType } from '../identifiers/identifier-type'
import type { AddressInProgress, DraftContent } from './draft'

/** What a new answer of the directory means for a prepared registration. `filled`: it brings what nobody could look up before. */
export type StructureNews = 'same' | 'filled' | 'changed'

/** Compares with what was known when it was prepared, or where nobody could ask then, with what was typed. */
export function structureNews(content: DraftContent, then: StructureAnswer | undefined, now: StructureAnswer): StructureNews {
  if (then) return isSame(then, now) ? 'same' : 'changed'
  return now.closed || contradicts(content, now) ? 'changed' : 'filled'
}

/** The content as the wizard would have it with this answer: what a person typed stays, what is empty is filled. */
export function withStructure(content: DraftContent, asked: { readonly identifierType: IdentifierType; readonly identifier: string }, answer: StructureAnswer): DraftContent {
  const lookUp = { ...asked, answer }
  if (!isLookedUp(asked.identifierType) || isInDirectory(asked.identifierType)) return { ...content, lookUp }
  const { structure } = content
  const hasAddress = structure.address.line1 !== '' || structure.address.city !== ''
  return {
    ...content,
    lookUp,
    structure: {
      ...structure,
      name: structure.name === '' ? (answer.name ?? '') : structure.name,
      address: hasAddress || !answer.address ? structure.address : { ...answer.address, line2: answer.address.line2 ?? '', line3: answer.address.line3 ?? '' },
    },
  }
}

function isSame(then: StructureAnswer, now: StructureAnswer): boolean {
  return (
    then.standing === now.standing &&
    then.closed === now.closed &&
    then.sector === now.sector &&
    then.diffusible === now.diffusible &&
    plain(then.name) === plain(now.name) &&
    linesOf(then.address).join('\n') === linesOf(now.address).join('\n')
  )
}

/** Only what was typed can be contradicted, and only by something that is known. */
function contradicts({ structure }: DraftContent, { name, address }: StructureAnswer): boolean {
  if (plain(structure.name) !== '' && plain(name) !== '' && plain(structure.name) !== plain(name)) return true
  if (!address) return false
  const known = linesOf(address)
  return linesOf(structure.address).some((typed, i) => typed !== '' && typed !== known[i])
}

/** The country of a SIRET is given by its type, so it is never typed and not compared here. */
function linesOf(address: PostalAddress | AddressInProgress | undefined): string[] {
  return address ? [address.line1, address.line2, address.line3, address.postalCode, address.city].map(plain) : []
}

/** Case, accents and spaces are a matter of who wrote it down. */
function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[\s'’.,-]+/g, ' ').trim().toLowerCase()
}
