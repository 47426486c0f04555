import type { FieldProblem } from '@shared/errors/field-problems'
import type { StructureAnswer } from '@shared/http/structures'
import { buildNonEuIdentifier } from '@shared/identifiers/build-non-eu-identifier'
import { fieldPlan, type FieldPlan } from '@shared/identifiers/field-plan'
import type { IdentifierReading } from '@shared/identifiers/identifier-reading'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { AddressInProgress, DraftContent, StructureInProgress } from '@shared/registration/draft'
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useServiceStore } from '../app/use-service-store'
import { useDraftStore } from '../wizard/use-draft-store'
import { useFormRules } from '../wizard/use-form-rules'
import { structureProblems } from './structure-problems'
import { useLookUp, type LookUp } from './use-look-up'

type TextName = Exclude<keyof StructureInProgress, 'identifierType' | 'address'>

/** Where the structure is kept while it is typed: a registration's draft, or a wish for one more structure. */
export interface StructureHolder {
  readonly content: DraftContent | undefined
  readonly change: (part: Pick<DraftContent, 'lookUp'>) => void
  readonly changeStructure: (part: Partial<StructureInProgress>) => void
  readonly changeAddress: (part: Partial<AddressInProgress>) => void
}

export interface StructureDraft {
  readonly type: ComputedRef<IdentifierType | undefined>
  readonly reading: ComputedRef<IdentifierReading | undefined>
  readonly lookUp: LookUp
  /** The fields that follow; undefined while it is not known which. */
  readonly plan: ComputedRef<FieldPlan | undefined>
  /** The directory's word stands in the fields, to be checked and not to be changed. */
  readonly isFromDirectory: ComputedRef<boolean>
  /** The directory has answered, and the person had typed by hand before it did: theirs stays. */
  readonly isByHand: Ref<boolean>
  /** What the schema does not say: see structureProblems, and a number that nobody knows. */
  readonly problems: ComputedRef<readonly FieldProblem[]>
  readonly chooseType: (type: IdentifierType | undefined) => void
  readonly text: (name: TextName) => string
  readonly changeText: (name: TextName, text: string) => void
  readonly addressLine: (name: keyof AddressInProgress) => string
  readonly changeAddress: (name: keyof AddressInProgress, text: string) => void
  readonly takeFromDirectory: () => void
}

/** The structure that is being typed together with what the directory says of it. What a person typed is never overwritten. */
export function useStructureDraft(store: StructureHolder = useDraftStore()): StructureDraft {
  const service = useServiceStore()
  const rules = useFormRules()
  const structure = computed(() => store.content?.structure)
  const type = computed(() => structure.value?.identifierType)
  const isByHand = shallowRef<boolean>(false)
  let presetCountry = ''

  const reading = computed<IdentifierReading | undefined>(() => {
    const { value } = structure
    if (!value?.identifierType) return undefined
    const country = value.address.country === '' ? undefined : value.address.country
    return readIdentifier(value.identifierType, value.identifier, { strictness: rules.value.strictness, country, name: value.name })
  })
  const lookUp = useLookUp({ reading: () => reading.value, kept: () => store.content?.lookUp, keep: (next) => store.change({ lookUp: next }) })

  const isFromDirectory = computed<boolean>(() => type.value === 'SIRET' && lookUp.answer.value !== undefined && !isByHand.value)
  const plan = computed<FieldPlan | undefined>(() => {
    if (!type.value) return undefined
    if (type.value !== 'SIRET') return fieldPlan(type.value)
    if (isByHand.value && lookUp.answer.value?.diffusible) return fieldPlan('SIRET', 'silent')
    return lookUp.directory.value && fieldPlan('SIRET', lookUp.directory.value)
  })
  const problems = computed<readonly FieldProblem[]>(() => {
    const known = structureProblems(store.content)
    return lookUp.failure.value?.code === 'structure-unknown'
      ? [...known, { pointer: '/structure/identifier', code: 'structure-unknown', params: {} }]
      : known
  })

  function chooseType(next: IdentifierType | undefined): void {
    isByHand.value = false
    store.changeStructure({ identifierType: next })
  }

  function changeText(name: TextName, text: string): void {
    noticeHand()
    const before = builtIdentifier()
    store.changeStructure({ [name]: text })
    if (name !== 'identifier') rebuild(before)
  }

  function changeAddress(name: keyof AddressInProgress, text: string): void {
    noticeHand()
    const before = builtIdentifier()
    store.changeAddress({ [name]: text })
    rebuild(before)
  }

  function noticeHand(): void {
    if (type.value === 'SIRET' && lookUp.directory.value === 'silent') isByHand.value = true
  }

  function builtIdentifier(): string {
    const { value } = structure
    return value?.address.country && value.name.trim() ? buildNonEuIdentifier(value.address.country, value.name) : ''
  }

  /** The built identifier follows country and name until it is corrected by hand. */
  function rebuild(before: string): void {
    if (type.value !== 'HORS_UE') return
    const current = structure.value?.identifier ?? ''
    if (current === '' || current === before) store.changeStructure({ identifier: builtIdentifier() })
  }

  function takeFromDirectory(): void {
    isByHand.value = false
    store.changeStructure({ name: '', address: { line1: '', line2: '', line3: '', postalCode: '', city: '', country: '' } })
  }

  watch(reading, (read) => {
    const country = structure.value?.address.country ?? ''
    if (type.value !== 'UE_HORS_FRANCE' || !read?.ok || !read.country || read.country === country) return
    if (country === '' || country === presetCountry) store.changeAddress({ country: read.country })
    presetCountry = read.country
  })
  watch(() => reading.value?.ok && reading.value.compact, () => (isByHand.value = false))
  // Types without a directory: what Chorus Pro knows of an existing structure fills what is still empty, and nothing else.
  watch(lookUp.answer, (answer) => {
    if (answer && type.value !== 'SIRET') fillEmpty(answer)
  })
  watch(() => service.isReady, (isReady) => {
    if (isReady && lookUp.directory.value === 'silent') lookUp.again()
  })

  function fillEmpty({ name, address }: StructureAnswer): void {
    const known = structure.value
    if (!known) return
    if (name && known.name === '') store.changeStructure({ name })
    if (address && known.address.line1 === '' && known.address.city === '') store.changeAddress({ ...address, line2: address.line2 ?? '', line3: address.line3 ?? '' })
  }

  function text(name: TextName): string {
    if (name === 'name' && isFromDirectory.value) return lookUp.answer.value?.name ?? ''
    return structure.value?.[name] ?? ''
  }

  function addressLine(name: keyof AddressInProgress): string {
    if (isFromDirectory.value) return lookUp.answer.value?.address?.[name] ?? ''
    const country = plan.value?.country
    if (name === 'country' && typeof country === 'object') return country.fixed
    return structure.value?.address[name] ?? ''
  }

  return { type, reading, lookUp, plan, isFromDirectory, isByHand, problems, chooseType, text, changeText, addressLine, changeAddress, takeFromDirectory }
}
