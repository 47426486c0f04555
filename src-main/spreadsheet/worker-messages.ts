import type { Failure } from '@shared/errors/failure'
import type { ChosenSpreadsheet, FoundColumns, ImportSummary, Mapping, Reading } from '@shared/ipc/spreadsheet'
import type { Locale } from '@shared/registration/locale'
import type { CheckedImport } from './checked-import'
import type { RegistrationHere } from './row-ledger'

type Checked<N extends keyof CheckedImport> = { readonly input: Parameters<CheckedImport[N]>; readonly output: ReturnType<CheckedImport[N]> }

/** What the main process asks of the worker, by name: inputs are tuples of arguments. */
export interface WorkerQuestions {
  readonly open: { readonly input: [Uint8Array]; readonly output: Pick<ChosenSpreadsheet, 'kind' | 'tables'> }
  readonly look: { readonly input: [Reading]; readonly output: FoundColumns }
  readonly check: { readonly input: [Mapping, readonly RegistrationHere[]]; readonly output: ImportSummary | undefined }
  readonly stop: { readonly input: []; readonly output: void }
  readonly template: { readonly input: ['csv' | 'xlsx', Locale]; readonly output: Uint8Array }
  readonly summary: Checked<'summary'>
  readonly rows: Checked<'rows'>
  readonly change: Checked<'change'>
  readonly fill: Checked<'fill'>
  readonly acceptMends: Checked<'acceptMends'>
  readonly leaveOut: Checked<'leaveOut'>
  readonly undo: Checked<'undo'>
  readonly redo: Checked<'redo'>
  readonly contents: Checked<'contents'>
}
export type WorkerQuestionName = keyof WorkerQuestions

export interface QuestionMessage {
  readonly id: number
  readonly name: WorkerQuestionName
  readonly input: readonly unknown[]
}

export type AnswerMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
  | { readonly id?: undefined; readonly done: number; readonly of: number }
