import { basename } from 'node:path'
import { AppError } from '@shared/errors/app-error'
import type { EventPayload } from '@shared/ipc/events'
import type { ChosenSpreadsheet, FoundColumn, FoundColumns, ImportSummary, MadeDrafts, Mapping, Reading, TakenBack } from '@shared/ipc/spreadsheet'
import type { Locale } from '@shared/registration/locale'
import type { Drafts } from '../drafts/drafts'
import { toDiskError, writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import type { Randomness } from '../platform/randomness'
import type { SettingsStore } from '../settings/settings-store'
import { createDraftBatches } from './draft-batches'
import { LARGEST_FILE_BYTES } from './limits'
import { createRememberedMappings } from './remembered-mappings'
import type { RegistrationHere } from './row-ledger'
import { createWorkerClient, type WorkerClient, type WorkerThread } from './worker-client'
import type { WorkerQuestionName, WorkerQuestions } from './worker-messages'

/** The system's dialogs. `undefined`: the person changed their mind. */
export interface SpreadsheetDialogs {
  readonly whichFile: () => Promise<string | undefined>
  readonly whereTemplateGoes: (kind: 'csv' | 'xlsx') => Promise<string | undefined>
}

/** Imports of spreadsheets, one at a time. What each throws is in the contract of the window (`ipc/spreadsheet-contract`). */
export interface SpreadsheetDesk {
  readonly saveTemplate: (kind: 'csv' | 'xlsx', language: Locale) => Promise<boolean>
  readonly choose: () => Promise<ChosenSpreadsheet | undefined>
  readonly look: (importId: string, reading: Reading) => Promise<FoundColumns>
  readonly check: (importId: string, mapping: Mapping) => Promise<ImportSummary | undefined>
  readonly stop: (importId: string) => Promise<void>
  /** Of the rows that were checked. */
  readonly ask: <N extends WorkerQuestionName>(importId: string, name: N, ...input: WorkerQuestions[N]['input']) => Promise<WorkerQuestions[N]['output']>
  readonly makeDrafts: (importId: string, only: 'ready' | 'all', locale: Locale) => Promise<MadeDrafts | undefined>
  readonly takeBack: (batchId: string) => Promise<TakenBack>
  readonly close: (importId: string) => Promise<void>
  readonly end: () => Promise<void>
}

interface DeskOptions {
  readonly drafts: Pick<Drafts, 'create' | 'discard' | 'indexed'>
  readonly settings: Pick<SettingsStore, 'current' | 'change'>
  readonly fileSystem: FileSystem
  readonly dialogs: SpreadsheetDialogs
  readonly randomness: Pick<Randomness, 'uuid'>
  readonly startWorker: () => WorkerThread
  readonly advanced: (progress: EventPayload<'spreadsheet:advanced'>) => void
}

interface OpenImport {
  readonly importId: string
  readonly worker: WorkerClient
  columns: readonly FoundColumn[]
  isStopped: boolean
}

/** Rows of which drafts are made without asking the worker again. */
const PART = 200

export function createSpreadsheetDesk({ drafts, settings, fileSystem, dialogs, randomness, startWorker, advanced }: DeskOptions): SpreadsheetDesk {
  const mappings = createRememberedMappings(settings)
  const batches = createDraftBatches({ drafts, randomness })
  let open: OpenImport | undefined

  function importOf(importId: string): OpenImport {
    if (open?.importId !== importId) throw new AppError('spreadsheet-closed', 'That import is not open')
    return open
  }

  async function end(): Promise<void> {
    const ended = open
    open = undefined
    await ended?.worker.end()
  }

  function startClient(): WorkerClient {
    return createWorkerClient(startWorker(), (done, of) => {
      advanced({ stage: 'checking', done, of })
    })
  }

  async function bytesOf(path: string): Promise<Uint8Array> {
    try {
      // Before it is read: what is too large never comes into memory.
      if ((await fileSystem.stat(path)).size > LARGEST_FILE_BYTES) throw new AppError('spreadsheet-too-large', 'A file over the limit')
      return await fileSystem.readBytes(path, LARGEST_FILE_BYTES)
    } catch (thrown) {
      throw thrown instanceof AppError ? thrown : toDiskError(thrown)
    }
  }

  async function registrationsHere(): Promise<readonly RegistrationHere[]> {
    return (await drafts.indexed()).map(({ row }) => ({
      draftId: row.draftId, name: row.personName || row.connectionEmail,
      connectionEmail: row.connectionEmail, identifier: row.identifier, structureName: row.structureName,
    }))
  }

  return {
    async saveTemplate(kind, language) {
      const path = await dialogs.whereTemplateGoes(kind)
      if (path === undefined) return false
      const client = startClient()
      try {
        await writeDurably(fileSystem, path, await client.ask('template', kind, language))
      } finally {
        await client.end()
      }
      return true
    },

    async choose() {
      const path = await dialogs.whichFile()
      if (path === undefined) return undefined
      const bytes = await bytesOf(path)
      await end()
      const worker = startClient()
      try {
        const { kind, tables } = await worker.ask('open', bytes)
        open = { importId: randomness.uuid(), worker, columns: [], isStopped: false }
        return { importId: open.importId, fileName: basename(path), kind, tables }
      } catch (thrown) {
        await worker.end()
        throw thrown
      }
    },

    async look(importId, reading) {
      const asked = importOf(importId)
      const found = await asked.worker.ask('look', reading)
      asked.columns = mappings.recall(found.columns)
      return { ...found, columns: [...asked.columns] }
    },

    async check(importId, mapping) {
      const asked = importOf(importId)
      const summary = await asked.worker.ask('check', mapping, await registrationsHere())
      // A disk that does not remember keeps nobody from importing.
      if (summary) await mappings.remember(asked.columns, mapping).catch(() => undefined)
      return summary
    },

    async stop(importId) {
      const asked = importOf(importId)
      asked.isStopped = true
      await asked.worker.ask('stop')
    },

    ask: async (importId, name, ...input) => importOf(importId).worker.ask(name, ...input),

    async makeDrafts(importId, only, locale) {
      const asked = importOf(importId)
      asked.isStopped = false
      const of = (await asked.worker.ask('summary')).wouldMake[only]
      return batches.make(
        (from) => asked.worker.ask('contents', { only, locale, from, count: PART }),
        (done) => {
          advanced({ stage: 'making', done, of })
        },
        () => asked.isStopped,
      )
    },

    takeBack: batches.takeBack,
    async close(importId) {
      if (open?.importId === importId) await end()
    },
    end,
  }
}
