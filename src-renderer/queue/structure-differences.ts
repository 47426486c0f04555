import type { StructureAnswer } from '@shared/http/structures'
import type { DraftContent } from '@shared/registration/draft'

const FIELDS = ['closed', 'name', 'address', 'standing', 'sector', 'diffusible'] as const
export type ChangedField = (typeof FIELDS)[number]

/** As much of the directory's answer as there was when the registration was prepared: all of it, or what was typed. */
export type KnownBefore = Partial<StructureAnswer>

export function knownBefore({ structure, lookUp }: DraftContent): KnownBefore {
  if (lookUp) return lookUp.answer
  const { line1, line2, line3, postalCode, city, country } = structure.address
  const hasAddress = [line1, postalCode, city].some((line) => line.trim() !== '')
  return {
    closed: false,
    ...(structure.name.trim() && { name: structure.name.trim() }),
    ...(hasAddress && { address: { line1, line2, line3, postalCode, city, country } }),
  }
}

/** The fields in which the directory says something else now. Nobody is told of what was not known before and is no news, such as a name that was to be looked up. */
export function changedFields(before: KnownBefore, now: StructureAnswer): readonly ChangedField[] {
  return FIELDS.filter((field) => before[field] !== undefined && plain(before[field]) !== plain(now[field]))
}

/** Without accents, capitals and double spaces: what the same words have in common, however they are typed. */
export function plain(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? Object.entries(value).filter(([, line]) => Boolean(line)).sort().map(([name, line]) => `${name} ${String(line)}`).join('\n') : String(value)
  return text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[ \u00a0]+/g, ' ').trim().toLowerCase()
}
