import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '@shared/errors/app-error'
import type { ExchangePreview } from '@shared/ipc/answers'
import type { DraftId } from '@shared/registration/draft'
import type { Selection } from '@shared/registration/registration-list'
import { dayOf } from '@shared/time/calendar-day'
import type { Drafts } from '../drafts/drafts'
import { openIfReadable } from '../drafts/open-if-readable'
import { toRow } from '../drafts/registration-rows'
import { toDiskError, writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Randomness } from '../platform/randomness'
import { checkPassphrase, type DeriveKey } from '../safe/passphrase-key'
import { LARGEST_FILE, MOST_DRAFTS, readExchangeFile, writeExchangeFile, type ExchangedDraft, type ExchangedDrafts } from './exchange-file'

/** The system's dialogs for a file. `undefined`: the person changed their mind. */
export interface FileDialogs {
  readonly whereTo: (suggestedName: string) => Promise<string | undefined>
  readonly whichFile: () => Promise<string | undefined>
}

export interface Exchange {
  /** How many drafts were written; `undefined` when the person named no file. Throws `passphrase-weak`. */
  readonly exportDrafts: (selection: Selection, passphrase: string) => Promise<number | undefined>
  readonly chooseFile: () => Promise<{ readonly exchangeId: string; readonly fileName: string } | undefined>
  /** Opens the chosen file. Throws `passphrase-wrong`, `exchange-file-unreadable`, `exchange-file-newer`. */
  readonly read: (exchangeId: string, passphrase: string) => Promise<ExchangePreview>
  /** Takes the drafts of a file that was read. `copy`: those whose id is here with another content come as new ones beside them. */
  readonly importDrafts: (exchangeId: string, alreadyHere: 'skip' | 'copy') => Promise<{ readonly imported: number; readonly skipped: number }>
}

interface ExchangeOptions {
  readonly drafts: Pick<Drafts, 'idsOf' | 'indexed' | 'open' | 'create'>
  readonly fileSystem: FileSystem
  readonly dialogs: FileDialogs
  readonly randomness: Randomness
  readonly now: () => Date
  readonly advanced?: (done: number, of: number) => void
  readonly derive?: DeriveKey
}

export const SUFFIX = '.parvis-drafts'
/** The first few, to be recognised by. */
const NAMED = 5
const AT_ONCE = 16

/** Drafts that move between two machines in a file that only their passphrase opens. */
export function createExchange({ drafts, fileSystem, dialogs, randomness, now, advanced = () => undefined, derive }: ExchangeOptions): Exchange {
  const crypto = { randomness, ...(derive && { derive }) }
  /** The file that was chosen last, and what was read of it; the window knows it by an id, never by its path. */
  let chosen: { readonly exchangeId: string; readonly path: string; content?: ExchangedDrafts } | undefined

  async function collect(ids: readonly DraftId[]): Promise<readonly ExchangedDraft[]> {
    const collected: ExchangedDraft[] = []
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const files = await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => openIfReadable(drafts, id)))
      for (const file of files) {
        // What was sent, or may have been, is registered from here and from nowhere else.
        if (!file || file.draft.receipt || file.draft.queue?.mayHaveArrived) continue
        const { id, content, createdAt, updatedAt } = file.draft
        collected.push({ id, content, createdAt, updatedAt })
      }
      advanced(Math.min(from + AT_ONCE, ids.length), ids.length)
    }
    return collected
  }

  function chosenFile(exchangeId: string) {
    if (chosen?.exchangeId !== exchangeId) throw new AppError('exchange-file-unreadable', 'That file was not chosen')
    return chosen
  }

  async function textOf(path: string): Promise<string> {
    if ((await fileSystem.size(path)) > LARGEST_FILE) throw new AppError('exchange-file-unreadable', 'A file that is too large to be one of ours')
    try {
      return await fileSystem.readText(path)
    } catch (thrown) {
      throw toDiskError(thrown)
    }
  }

  async function idsHere(): Promise<ReadonlySet<DraftId>> {
    return new Set((await drafts.indexed()).map(({ row }) => row.draftId))
  }

  /** Whether a draft was taken; one that is here as it is in the file never comes twice. */
  async function take(draft: ExchangedDraft, here: Set<DraftId>, alreadyHere: 'skip' | 'copy'): Promise<boolean> {
    if (!here.has(draft.id)) {
      here.add(draft.id)
      await drafts.create(draft.content, { id: draft.id, createdAt: draft.createdAt })
      return true
    }
    if (alreadyHere === 'skip') return false
    const own = await openIfReadable(drafts, draft.id)
    if (own && isDeepStrictEqual(own.draft.content, draft.content)) return false
    await drafts.create(draft.content)
    return true
  }

  return {
    async exportDrafts(selection, passphrase) {
      checkPassphrase(passphrase)
      const path = await dialogs.whereTo(`Parvis ${dayOf(now())}${SUFFIX}`)
      if (path === undefined) return undefined
      const ids = await drafts.idsOf(selection)
      const collected = (await collect(ids)).slice(0, MOST_DRAFTS)
      await writeDurably(fileSystem, path, await writeExchangeFile({ exportedAt: now().toISOString(), drafts: collected }, passphrase, crypto))
      return collected.length
    },

    async chooseFile() {
      const path = await dialogs.whichFile()
      if (path === undefined) return undefined
      const exchangeId = randomness.uuid()
      chosen = { exchangeId, path }
      return { exchangeId, fileName: basename(path) }
    },

    async read(exchangeId, passphrase) {
      const file = chosenFile(exchangeId)
      const content = await readExchangeFile(await textOf(file.path), passphrase, crypto, advanced)
      file.content = content
      const here = await idsHere()
      return {
        drafts: content.drafts.length,
        exportedAt: content.exportedAt,
        alreadyHere: content.drafts.filter(({ id }) => here.has(id)).length,
        names: content.drafts.slice(0, NAMED).map((draft) => toRow(draft)).map(({ personName, structureName }) => ({ personName, structureName })),
      }
    },

    async importDrafts(exchangeId, alreadyHere) {
      const file = chosenFile(exchangeId)
      if (!file.content) throw new AppError('exchange-file-unreadable', 'That file was not opened yet')
      const found = file.content.drafts
      const here = new Set(await idsHere())
      let imported = 0
      for (let from = 0; from < found.length; from += AT_ONCE) {
        const taken = await Promise.all(found.slice(from, from + AT_ONCE).map((draft) => take(draft, here, alreadyHere)))
        imported += taken.filter(Boolean).length
        advanced(Math.min(from + AT_ONCE, found.length), found.length)
      }
      // What is imported once is not kept in memory for a second time.
      chosen = undefined
      return { imported, skipped: found.length - imported }
    },
  }
}
