import { RECEIPT_COLUMNS, type ReceiptColumn, type ReceiptWords } from '@shared/ipc/papers'
import type { Words } from '../locales/use-words'
import { writeDate } from '../progress/write-time'
import { paperEnd } from './paper-end'

/** The words of the receipt of a day (ISO 8601). */
export function receiptWords(day: string, { t, language }: Pick<Words, 't' | 'language'>, isPractice: boolean, now = new Date()): ReceiptWords {
  return {
    language: language.value,
    title: t('papers.receipt.title', { day: writeDate(`${day}T12:00`, language.value) }),
    heading: t('papers.receipt.sent'),
    columns: Object.fromEntries(RECEIPT_COLUMNS.map((column) => [column, t(`papers.receipt.columns.${column}`)])) as Record<ReceiptColumn, string>,
    ...paperEnd({ t, language }, isPractice, now),
  }
}
