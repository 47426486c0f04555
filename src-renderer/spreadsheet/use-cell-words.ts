import type { ImportCell } from '@shared/ipc/spreadsheet'
import type { ImportField } from '@shared/spreadsheet/import-fields'
import { IDENTIFIER_TYPES, type IdentifierType } from '@shared/identifiers/identifier-type'
import { countryName } from '../form/country-names'
import { useProblemWords } from '../form/use-problem-words'
import { useWords, type WordKey } from '../locales/use-words'

/** Names of columns whose fields the forms call otherwise, or alike. */
const OWN_NAMES: Readonly<Partial<Record<ImportField, WordKey>>> = {
  companyName: 'fields.name',
  structureFirstName: 'spreadsheet.fields.structureFirstName',
  structureLastName: 'spreadsheet.fields.structureLastName',
}

/** What cells and columns are called, in the language of the moment. */
export function useCellWords(): {
  fieldName: (field: ImportField) => string
  /** What a text is taken for, where that is not the text itself. */
  meaning: (cell: ImportCell) => string | undefined
  /** What is wrong with it. */
  problem: (cell: ImportCell) => string | undefined
} {
  const { t, language } = useWords()
  const { sentence } = useProblemWords()

  return {
    fieldName: (field) => t(OWN_NAMES[field] ?? (`fields.${field}` as WordKey)),
    meaning({ field, takenFor }) {
      if (takenFor === undefined) return undefined
      if (field === 'country') return countryName(takenFor, language.value)
      return isIdentifierType(takenFor) ? t(`structure.types.${takenFor}`) : takenFor
    },
    problem: ({ problem }) => problem && sentence({ pointer: '', code: problem.code, params: problem.params }),
  }
}

function isIdentifierType(code: string): code is IdentifierType {
  return (IDENTIFIER_TYPES as readonly string[]).includes(code)
}
