import type { Paper, ReceiptWords } from '@shared/ipc/papers'
import type { Drafts } from '../drafts/drafts'
import { writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import { paperHtml, type Sheet } from './paper-html'
import { plainName } from './plain-name'
import { receiptSheet, sentOn } from './receipt'

/** Turns a document into a PDF or hands it to the system's print dialog. Throws `page-not-printed`; a person who closes that dialog has not failed at anything. */
export interface Press {
  readonly toPdf: (html: string) => Promise<Uint8Array>
  readonly print: (html: string) => Promise<void>
}

export interface Papers {
  /** Asks where to, and writes the paper there as a tagged PDF. False when the person thought better of it. Throws `page-not-printed`, `disk-full`, `disk-refused`. */
  readonly save: (paper: Paper, suggestedName: string) => Promise<boolean>
  readonly print: (paper: Paper) => Promise<void>
  /** How many registrations were sent on a day, as far as this machine sent them. */
  readonly countSentOn: (day: string) => Promise<number>
  readonly saveReceipt: (day: string, words: ReceiptWords, suggestedName: string) => Promise<boolean>
  readonly printReceipt: (day: string, words: ReceiptWords) => Promise<void>
}

interface PaperRooms {
  readonly drafts: Pick<Drafts, 'indexed' | 'open'>
  readonly press: Press
  readonly fileSystem: FileSystem
  /** The system's dialog for where a PDF goes. */
  readonly whereTo: (suggestedName: string) => Promise<string | undefined>
}

export function createPapers({ drafts, press, fileSystem, whereTo }: PaperRooms): Papers {
  async function save(sheet: () => Promise<Sheet>, suggestedName: string): Promise<boolean> {
    const path = await whereTo(plainName(suggestedName))
    if (path === undefined) return false
    await writeDurably(fileSystem, path, await press.toPdf(paperHtml(await sheet())))
    return true
  }

  async function receiptOf(day: string, words: ReceiptWords): Promise<Sheet> {
    return receiptSheet(await sentOn(drafts, day), words)
  }

  return {
    save: (paper, suggestedName) => save(async () => paper, suggestedName),
    print: (paper) => press.print(paperHtml(paper)),
    countSentOn: async (day) => (await sentOn(drafts, day)).length,
    saveReceipt: (day, words, suggestedName) => save(() => receiptOf(day, words), suggestedName),
    printReceipt: async (day, words) => press.print(paperHtml(await receiptOf(day, words))),
  }
}
