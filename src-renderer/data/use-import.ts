import type { Failure } from '@shared/errors/app-error'
import type { ExchangePreview } from '@shared/ipc/answers'
import type { OutputOf } from '@shared/ipc/contract'
import { shallowRef, type ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'
import { useFailure } from '../failures/use-failure'

type ChosenFile = NonNullable<OutputOf<'exchange:choose'>['file']>

export type ImportPhase =
  | { readonly kind: 'choose' }
  | { readonly kind: 'unlock'; readonly file: ChosenFile }
  | { readonly kind: 'preview'; readonly file: ChosenFile; readonly preview: ExchangePreview }
  | { readonly kind: 'done'; readonly imported: number; readonly skipped: number }

export interface Import {
  readonly phase: Readonly<ShallowRef<ImportPhase>>
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Gives whether a file was chosen; the one that was chosen before stays when none is. */
  readonly chooseFile: () => Promise<boolean>
  readonly read: (passphrase: string) => Promise<void>
  readonly take: (alreadyHere: 'skip' | 'copy') => Promise<void>
  readonly forget: () => void
}

/** A file of drafts: chosen, opened, looked at, and only then taken in. */
export function useImport(): Import {
  const phase = shallowRef<ImportPhase>({ kind: 'choose' })
  const { failure, busy, attempt, forget } = useFailure()

  async function chooseFile(): Promise<boolean> {
    const answer = await attempt(() => ask('exchange:choose', {}))
    if (!answer?.file) return false
    phase.value = { kind: 'unlock', file: answer.file }
    return true
  }

  async function read(passphrase: string): Promise<void> {
    if (phase.value.kind !== 'unlock') return
    const { file } = phase.value
    const preview = await attempt(() => ask('exchange:read', { exchangeId: file.exchangeId, passphrase }))
    if (preview) phase.value = { kind: 'preview', file, preview }
  }

  async function take(alreadyHere: 'skip' | 'copy'): Promise<void> {
    if (phase.value.kind !== 'preview') return
    const { exchangeId } = phase.value.file
    const result = await attempt(() => ask('exchange:import', { exchangeId, alreadyHere }))
    if (result) phase.value = { kind: 'done', ...result }
  }

  return { phase, failure, busy, chooseFile, read, take, forget }
}
