import { fieldPlan } from '@shared/identifiers/field-plan'
import { groupIdentifier } from '@shared/identifiers/group-identifier'
import { readIdentifier } from '@shared/identifiers/read-identifier'
import type { DraftContent } from '@shared/registration/draft'
import { computed, type ComputedRef } from 'vue'
import { countryName } from '../../../form/country-names'
import { useWords } from '../../../locales/use-words'
import { writeTime } from '../../../progress/write-time'
import { useDraftStore } from '../../use-draft-store'
import { useFormRules } from '../../use-form-rules'
import type { ReviewedValue } from './ReviewBlock.vue'

/** The draft as a person checks it: what will be sent, and what the directory says of the structure. */
export function useReview(): { person: ComputedRef<readonly ReviewedValue[]>; structure: ComputedRef<readonly ReviewedValue[]> } {
  const { t, language } = useWords()
  const store = useDraftStore()
  const rules = useFormRules()

  const person = computed<readonly ReviewedValue[]>(() => {
    const { content } = store
    if (!content) return []
    const { person: given, conditions } = content
    return [
      { label: t('fields.connectionEmail'), value: given.connectionEmail },
      { label: t('fields.firstName'), value: given.firstName },
      { label: t('fields.lastName'), value: given.lastName },
      { label: t('fields.phone'), value: given.phone, isNumber: true },
      { label: t('fields.contactEmail'), value: content.sameContactEmail ? given.connectionEmail : given.contactEmail },
      { label: t('fields.conditions'), value: conditions ? t('wizard.conditions.accepted', { version: conditions.version, at: writeTime(conditions.acceptedAt, language.value) }) : '' },
      { label: t('wizard.check.languageOfMails'), value: t(content.locale === 'fr' ? 'wizard.check.french' : 'wizard.check.english') },
    ]
  })

  const structure = computed<readonly ReviewedValue[]>(() => (store.content ? structureValues(store.content) : []))

  function structureValues(content: DraftContent): readonly ReviewedValue[] {
    const { structure: given } = content
    const type = given.identifierType
    if (!type) return [{ label: t('fields.identifierType'), value: '' }]
    const reading = readIdentifier(type, given.identifier, { strictness: rules.value.strictness, name: given.name, country: given.address.country || undefined })
    const kept = content.lookUp
    const answer = reading.ok && kept?.identifierType === type && kept.identifier === reading.compact ? kept.answer : undefined
    const isLookedUp = type === 'SIRET' && answer !== undefined
    const plan = fieldPlan(type, type !== 'SIRET' ? 'answered' : !answer ? 'silent' : answer.diffusible ? 'answered' : 'not-diffusible')

    const values: ReviewedValue[] = [
      { label: t('fields.identifierType'), value: t(`structure.types.${type}`) },
      { label: t('fields.identifier'), value: reading.ok ? groupIdentifier(type, reading.compact) : given.identifier, isNumber: true },
    ]
    if (plan.lastName !== 'absent')
      values.push({ label: t('fields.structureLastName'), value: given.lastName }, { label: t('fields.structureFirstName'), value: given.firstName })
    if (plan.typeOfStructure !== 'absent') values.push({ label: t('fields.typeOfStructure'), value: t(`structure.sector.${answer?.sector ?? 'private'}`) })
    if (plan.name !== 'absent') {
      const name = isLookedUp ? answer.name : given.name
      values.push({ label: t('fields.name'), value: name ?? (answer?.diffusible === false ? t('fields.notDiffusible') : '') })
    }
    if (given.label.trim()) values.push({ label: t('fields.label'), value: given.label })
    if (answer?.diffusible === false) return [...values, { label: t('fields.line1'), value: t('fields.notDiffusible') }]
    const address = isLookedUp ? answer.address : given.address
    const country = typeof plan.country === 'object' ? plan.country.fixed : address?.country
    const lines = [address?.line1, address?.line2, address?.line3, [address?.postalCode, address?.city].filter(Boolean).join(' ')]
    const isGiven = lines.some((line) => line?.trim())
    if (isGiven && country) lines.push(countryName(country, language.value))
    return [...values, { label: t('fields.line1'), value: lines.filter((line) => line?.trim()).join(', ') }]
  }

  return { person, structure }
}
