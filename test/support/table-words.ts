import { tableWords } from '@renderer/tables/table-words'
import { createAllWords } from './all-words'
import type { Locale } from '@shared/registration/locale'
import type { TableWords } from '@shared/ipc/tables'

/** The words of a table as the window says them. */
export function tableWordsIn(language: Locale): TableWords {
  const { t } = createAllWords(language).global
  return tableWords((key) => t(key))
}
