import { beforeEach, describe, expect, it } from 'vitest'
import { createPapers, type Papers } from '@main/papers/papers'
import type { Paper, ReceiptWords } from '@shared/ipc/papers'
import type { Draft } from '@shared/registration/draft'
import { dayOf } from '@shared/time/calendar-day'
import { createFakeDrafts, type FakeDrafts } from '../../../support/main/fake-drafts'
import { createFallibleFileSystem, type FallibleFileSystem } from '../../../support/main/fallible-file-system'
import { completeContent } from '../../../support/main/stored-draft'
import { named } from '../../../support/main/test-drafts'

const PATH = '/documents/paper.pdf'
const PAPER: Paper = { language: 'en', title: 'Summary', notes: [], parts: [], footer: 'end' }
const WORDS: ReceiptWords = {
  language: 'en', title: 'Sent on that day', heading: 'What was sent', notes: [], footer: 'end',
  columns: { number: 'No.', time: 'Time', reference: 'Reference', person: 'Person', structure: 'Structure', identifier: 'Identifier' },
}

let fileSystem: FallibleFileSystem
let drafts: FakeDrafts
let printed: string[]
let suggested: string[]

beforeEach(() => {
  fileSystem = createFallibleFileSystem()
  drafts = createFakeDrafts()
  printed = []
  suggested = []
})

function papersTo(path: string | undefined): Papers {
  return createPapers({
    drafts,
    fileSystem,
    press: { toPdf: async (html) => Buffer.from(html), print: async (html) => void printed.push(html) },
    whereTo: async (name) => {
      suggested.push(name)
      return path
    },
  })
}

/** Sent at this moment of the person's clock. */
function sent(reference: string, at: Date, connectionEmail = 'claire.martin@example.org'): void {
  const receipt: Draft['receipt'] = { registrationId: '6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11', reference, sentAt: at.toISOString(), state: 'requested' }
  drafts.put(completeContent(connectionEmail), { receipt, createdAt: at.toISOString(), updatedAt: at.toISOString() })
}

describe('papers', () => {
  it('are written where the person says, under a name that every file system takes', async () => {
    expect(await papersTo(PATH).save(PAPER, 'Parvis / PV-1')).toBe(true)
    expect(suggested).toEqual(['Parvis - PV-1'])
    expect(await fileSystem.readText(PATH)).toContain('<h1>Summary</h1>')
  })

  it('are not made where no place is named', async () => {
    expect(await papersTo(undefined).save(PAPER, 'Parvis')).toBe(false)
    expect(fileSystem.files.size).toBe(0)
  })

  it('say that the disk is full', async () => {
    fileSystem.failAt('createFile', 'ENOSPC')
    await expect(papersTo(PATH).save(PAPER, 'Parvis')).rejects.toMatchObject({ code: 'disk-full' })
  })

  it('go to the printer', async () => {
    await papersTo(undefined).print(PAPER)
    expect(printed[0]).toContain('<h1>Summary</h1>')
  })
})

describe('the receipt of a day', () => {
  const MORNING = new Date(2026, 10, 24, 0, 5)
  const EVENING = new Date(2026, 10, 24, 23, 55)

  it('has all that was sent on that day of the person’s calendar, in the order of sending', async () => {
    sent('PV-EVENING', EVENING)
    sent('PV-MORNING', MORNING, 'other@example.org')
    sent('PV-NEXT-DAY', new Date(2026, 10, 25, 0, 1))
    sent('PV-DAY-BEFORE', new Date(2026, 10, 23, 23, 59))
    drafts.put(named('Never', 'Sent'))
    const papers = papersTo(PATH)
    expect(await papers.countSentOn(dayOf(EVENING))).toBe(2)
    await papers.printReceipt(dayOf(EVENING), WORDS)
    expect(printed[0]?.match(/PV-[A-Z-]+/g)).toEqual(['PV-MORNING', 'PV-EVENING'])
    expect(printed[0]).toContain('<td>1</td><td>00:05</td><th scope="row">PV-MORNING</th><td>Claire Martin</td>')
    expect(printed[0]).toContain('<td>552 032 534 00646</td>')
    expect(await papers.saveReceipt(dayOf(EVENING), WORDS, 'Parvis receipt')).toBe(true)
    expect(await fileSystem.readText(PATH)).toBe(printed[0])
  })

  it('has nothing of a day on which nothing was sent', async () => {
    sent('PV-1', EVENING)
    expect(await papersTo(PATH).countSentOn('2026-11-26')).toBe(0)
  })
})
