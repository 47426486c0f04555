import type { ElectronApplication } from '@playwright/test'
import type { Failure } from '@shared/errors/app-error'
import type { RegistrationList } from '@shared/ipc/answers'
import type { OutputOf } from '@shared/ipc/contract'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName, OperationName } from '@shared/ipc/operation-names'

/** What the main process is to say to a question: a value of the contract, a failure, or nothing ever. */
export type ScriptedAnswer<N extends OperationName> = { readonly value: OutputOf<N> } | { readonly failure: Failure } | 'never' | (N extends 'registration:list' ? LongList : never)

/** Answers page by page from as many rows as `found` says, made of those of the value over and over, each with an id and a number of its own. */
export interface LongList {
  readonly repeated: RegistrationList
  /** From this row on there is no answer. */
  readonly silentFrom?: number
}

export type ScriptedAnswers = { readonly [N in OperationName]?: ScriptedAnswer<N> }

/** Events, as the main process would tell them. */
export type News = { readonly [N in EventName]?: EventPayload<N> }

/** Answers the window in the place of the real handlers, so that every state of a screen can be looked at, also those that need a disaster. */
export async function scriptAnswers(app: ElectronApplication, answers: ScriptedAnswers): Promise<void> {
  await app.evaluate(({ ipcMain }, scripted) => {
    const unanswered: unknown[] = ((globalThis as { unanswered?: unknown[] }).unanswered ??= [])
    for (const [name, answer] of Object.entries(scripted)) {
      ipcMain.removeHandler(name)
      ipcMain.handle(name, (_event, input: { from: number; count: number }) => {
        // Kept: Electron refuses a question in the name of an answer that was thrown away.
        if (answer === 'never') return new Promise((answerIt) => { unanswered.push(answerIt) })
        if ('repeated' in answer) {
          const { repeated: list, silentFrom = Infinity } = answer
          if (input.from + input.count > silentFrom) return new Promise((answerIt) => { unanswered.push(answerIt) })
          const rows = Array.from({ length: Math.max(0, Math.min(input.count, list.found - input.from)) }, (_, offset) => {
            const index = input.from + offset
            const row = list.rows[index % list.rows.length]
            return { ...row, draftId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, personName: `${row?.personName ?? ''} ${index + 1}` }
          })
          return { ok: true, value: { ...list, rows } }
        }
        return 'value' in answer ? { ok: true, value: answer.value } : { ok: false, failure: answer.failure }
      })
    }
  }, answers as Record<string, 'never' | { value: unknown } | { failure: unknown } | LongList>)
}

export async function tellWindow<N extends EventName>(app: ElectronApplication, name: N, payload: EventPayload<N>): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [event, news]) => { BrowserWindow.getAllWindows()[0]?.webContents.send(event as string, news) }, [name, payload] as const)
}
