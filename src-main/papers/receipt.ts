import { RECEIPT_COLUMNS, type ReceiptColumn, type ReceiptWords } from '@shared/ipc/papers'
import type { Draft } from '@shared/registration/draft'
import { shownIdentifier } from '@shared/registration/shown-identifier'
import { dayOf, minuteOf } from '@shared/time/calendar-day'
import type { Drafts } from '../drafts/drafts'
import { openIfReadable } from '../drafts/open-if-readable'
import { toRow } from '../drafts/registration-rows'
import type { Sheet } from './paper-html'

const AT_ONCE = 16
const DAY_MS = 86_400_000

/** What was sent on a day of the person's calendar, in the order of sending. */
export async function sentOn(drafts: Pick<Drafts, 'indexed' | 'open'>, day: string): Promise<readonly Draft[]> {
  const ids = (await drafts.indexed()).flatMap(({ row }) => (row.reference !== undefined && wasTouchedSince(row.updatedAt, day) ? [row.draftId] : []))
  const sent: Draft[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const files = await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => openIfReadable(drafts, id)))
    for (const file of files) if (file?.draft.receipt && dayOf(new Date(file.draft.receipt.sentAt)) === day) sent.push(file.draft)
  }
  return sent.toSorted((a, b) => sentAt(a) - sentAt(b))
}

/** The day's receipt as a sheet: one line a registration. */
export function receiptSheet(sent: readonly Draft[], { heading, columns, ...words }: ReceiptWords): Sheet {
  const rows = sent.map((draft, index) => {
    const cells = cellsOf(draft, index + 1)
    return RECEIPT_COLUMNS.map((column) => cells[column])
  })
  return { ...words, parts: [{ kind: 'rows', heading, columns: RECEIPT_COLUMNS.map((column) => columns[column]), rows, headed: RECEIPT_COLUMNS.indexOf('reference') }] }
}

function cellsOf(draft: Draft, number: number): Readonly<Record<ReceiptColumn, string>> {
  const { personName, structureName, reference = '' } = toRow(draft)
  return {
    number: String(number),
    time: minuteOf(new Date(sentAt(draft))).slice(-5),
    reference,
    person: personName,
    structure: structureName,
    identifier: shownIdentifier(draft.content.structure),
  }
}

/** Sending changes a registration, so the rest need not be opened; a day more, because the service's clock says when it was sent. */
function wasTouchedSince(updatedAt: string, day: string): boolean {
  return dayOf(new Date(Date.parse(updatedAt) + DAY_MS)) >= day
}

function sentAt({ receipt }: Draft): number {
  return Date.parse(receipt?.sentAt ?? '')
}
