import type { Failure } from '@shared/errors/app-error'
import type { OutputOf } from '@shared/ipc/contract'
import type { ChosenSpreadsheet, FoundColumns, ImportSummary, MadeDrafts, Mapping, Reading, TakenBack } from '@shared/ipc/spreadsheet'
import type { Locale } from '@shared/registration/locale'
import { onUnmounted, readonly, shallowRef, type ShallowRef } from 'vue'
import { ask, listen } from '../bridge/bridge'
import type { Advance } from '../data/use-exchange-progress'
import { useFailure } from '../failures/use-failure'

export type ImportPhase =
  | { readonly kind: 'choose' }
  | { readonly kind: 'columns'; readonly file: ChosenSpreadsheet; readonly found: FoundColumns | undefined }
  | { readonly kind: 'preview'; readonly file: ChosenSpreadsheet; readonly found: FoundColumns }
  | { readonly kind: 'done'; readonly batch: MadeDrafts; readonly takenBack: TakenBack | undefined }

/** What takes longer than a moment. */
export type ImportWork = 'opening' | 'checking' | 'making' | 'taking-back'

export interface ImportFlow {
  readonly phase: Readonly<ShallowRef<ImportPhase>>
  readonly summary: Readonly<ShallowRef<ImportSummary | undefined>>
  readonly work: Readonly<ShallowRef<ImportWork | undefined>>
  readonly advance: Readonly<ShallowRef<Advance | undefined>>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** A choice of a file that nothing came of, or work that was stopped: said once. */
  readonly cameToNothing: Readonly<ShallowRef<'not-chosen' | 'stopped' | undefined>>
  readonly chooseFile: () => Promise<void>
  readonly look: (reading: Reading) => Promise<void>
  readonly check: (mapping: Mapping) => Promise<void>
  readonly backToColumns: () => void
  readonly makeDrafts: (only: 'ready' | 'all', locale: Locale) => Promise<void>
  readonly takeBack: () => Promise<void>
  readonly stop: () => Promise<void>
  /** What a change of cells has made of the whole. */
  readonly adopt: (summary: ImportSummary) => void
  readonly startAnew: () => Promise<void>
}

/** A spreadsheet on its way to drafts: chosen, looked at, checked, put right, made. The main process holds its rows; this holds where one is. */
export function useImportFlow(): ImportFlow {
  const phase = shallowRef<ImportPhase>({ kind: 'choose' })
  const summary = shallowRef<ImportSummary>()
  const work = shallowRef<ImportWork>()
  const advance = shallowRef<Advance>()
  const cameToNothing = shallowRef<'not-chosen' | 'stopped'>()
  const { failure, busy, attempt, forget } = useFailure()
  /** What the main process still holds, also once its drafts were made. */
  let opened: string | undefined
  const stopListening = listen('spreadsheet:advanced', ({ done, of }) => { advance.value = { done, of } })

  async function during<T>(what: ImportWork, task: () => Promise<T>): Promise<T | undefined> {
    cameToNothing.value = undefined
    advance.value = undefined
    work.value = what
    try {
      return await attempt(task)
    } finally {
      work.value = undefined
    }
  }

  function openFile(): ChosenSpreadsheet | undefined {
    return phase.value.kind === 'columns' || phase.value.kind === 'preview' ? phase.value.file : undefined
  }

  async function chooseFile(): Promise<void> {
    const answer: OutputOf<'spreadsheet:choose'> | undefined = await during('opening', () => ask('spreadsheet:choose', {}))
    if (answer && !answer.file) cameToNothing.value = 'not-chosen'
    if (!answer?.file) return
    summary.value = undefined
    opened = answer.file.importId
    phase.value = { kind: 'columns', file: answer.file, found: undefined }
    await look({})
  }

  async function look(reading: Reading): Promise<void> {
    const file = openFile()
    if (!file) return
    const found = await during('opening', () => ask('spreadsheet:look', { importId: file.importId, reading }))
    if (found) phase.value = { kind: 'columns', file, found }
  }

  async function check(mapping: Mapping): Promise<void> {
    if (phase.value.kind !== 'columns' || !phase.value.found) return
    const { file, found } = phase.value
    const answer = await during('checking', () => ask('spreadsheet:check', { importId: file.importId, mapping }))
    if (answer && !answer.summary) cameToNothing.value = 'stopped'
    if (!answer?.summary) return
    summary.value = answer.summary
    phase.value = { kind: 'preview', file, found }
  }

  async function makeDrafts(only: 'ready' | 'all', locale: Locale): Promise<void> {
    const file = openFile()
    if (!file) return
    const answer = await during('making', () => ask('spreadsheet:make-drafts', { importId: file.importId, only, locale }))
    if (answer && !answer.batch) cameToNothing.value = 'stopped'
    if (answer?.batch) phase.value = { kind: 'done', batch: answer.batch, takenBack: undefined }
  }

  async function takeBack(): Promise<void> {
    if (phase.value.kind !== 'done') return
    const { batch } = phase.value
    const takenBack = await during('taking-back', () => ask('spreadsheet:take-back', { batchId: batch.batchId }))
    if (takenBack) phase.value = { kind: 'done', batch, takenBack }
  }

  async function stop(): Promise<void> {
    const file = openFile()
    // What was stopped answers for itself.
    if (file) await ask('spreadsheet:stop', { importId: file.importId }).catch(() => undefined)
  }

  function backToColumns(): void {
    if (phase.value.kind !== 'preview') return
    forget()
    summary.value = undefined
    phase.value = { ...phase.value, kind: 'columns' }
  }

  async function close(): Promise<void> {
    if (opened !== undefined) await ask('spreadsheet:close', { importId: opened }).catch(() => undefined)
    opened = undefined
  }

  async function startAnew(): Promise<void> {
    forget()
    await close()
    summary.value = undefined
    cameToNothing.value = undefined
    phase.value = { kind: 'choose' }
  }

  onUnmounted(() => {
    stopListening()
    void close()
  })

  return {
    phase, failure, busy, chooseFile, look, check, backToColumns, makeDrafts, takeBack, stop, startAnew,
    summary: readonly(summary) as Readonly<ShallowRef<ImportSummary | undefined>>,
    work: readonly(work), advance: readonly(advance), cameToNothing: readonly(cameToNothing),
    adopt: (next) => { summary.value = next },
  }
}
