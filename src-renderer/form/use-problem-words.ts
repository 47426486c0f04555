import type { FieldProblem } from '@shared/errors/field-problems'
import { IDENTIFIER_TYPES, type IdentifierType } from '@shared/identifiers/identifier-type'
import { useWords } from '../locales/use-words'
import type { SummedProblem } from '../ui/ErrorSummary.vue'
import { countryName } from './country-names'
import { FORM_FIELDS, fieldId } from './form-fields'
import type { PlacedProblem } from './use-step-form'

/** Params that hold the code of a country, wherever they stand; `expected` and `actual` do so in these refusals only. */
const COUNTRY_PARAMS = new Set(['country'])
const COUNTRIES_COMPARED = new Set(['non-eu-country-mismatch', 'country-not-allowed'])
/** Here the code that was typed is what the sentence is about, and names no country. */
const CODE_AS_TYPED = new Set(['non-eu-country-unknown'])

/** Sentences for problems of fields, in the language of the moment. */
export function useProblemWords(): {
  sentence: (problem: FieldProblem) => string
  sentences: (problems: readonly FieldProblem[]) => readonly string[]
  summary: (placed: readonly PlacedProblem[]) => readonly SummedProblem[]
} {
  const { t, has, language } = useWords()

  function sentence({ code, params }: FieldProblem): string {
    const key = ['field', 'identifier', 'structure', 'cell'].map((group) => `problems.${group}.${code}`).find(has)
    return key === undefined ? t('problems.other') : t(key as Parameters<typeof t>[0], readable(code, params))
  }

  function readable(code: string, params: FieldProblem['params']): Record<string, unknown> {
    return Object.fromEntries(Object.entries(params).map(([name, value]) => {
      const isCountry = !CODE_AS_TYPED.has(code) && (COUNTRY_PARAMS.has(name) || (COUNTRIES_COMPARED.has(code) && (name === 'expected' || name === 'actual')))
      if (isCountry) return [name, countryName(String(value), language.value)]
      if (name === 'type' && isIdentifierType(value)) return [name, t(`structure.types.${value}`)]
      return [name, value]
    }))
  }

  return {
    sentence,
    sentences: (problems) => problems.map(sentence),
    summary: (placed) => placed.map(({ field, problem }) => ({ fieldId: fieldId(field), label: t(FORM_FIELDS[field].label), sentence: sentence(problem) })),
  }
}

function isIdentifierType(value: unknown): value is IdentifierType {
  return (IDENTIFIER_TYPES as readonly unknown[]).includes(value)
}
