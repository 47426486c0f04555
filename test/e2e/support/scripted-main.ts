import type { ElectronApplication } from '@playwright/test'
import type { Failure } from '@shared/errors/app-error'
import type { OutputOf } from '@shared/ipc/contract'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName, OperationName } from '@shared/ipc/operation-names'

/** What the main process is to say to a question: a value of the contract, a failure, or nothing ever. */
export type ScriptedAnswer<N extends OperationName> = { readonly value: OutputOf<N> } | { readonly failure: Failure } | 'never'

export type ScriptedAnswers = { readonly [N in OperationName]?: ScriptedAnswer<N> }

/** Answers the window in the place of the real handlers, so that every state of a screen can be looked at, also those that need a disaster. */
export async function scriptAnswers(app: ElectronApplication, answers: ScriptedAnswers): Promise<void> {
  await app.evaluate(({ ipcMain }, scripted) => {
    const unanswered: unknown[] = ((globalThis as { unanswered?: unknown[] }).unanswered ??= [])
    for (const [name, answer] of Object.entries(scripted)) {
      ipcMain.removeHandler(name)
      ipcMain.handle(name, () => {
        // Kept: Electron refuses a question in the name of an answer that was thrown away.
        if (answer === 'never') return new Promise((answerIt) => { unanswered.push(answerIt) })
        return 'value' in answer ? { ok: true, value: answer.value } : { ok: false, failure: answer.failure }
      })
    }
  }, answers as Record<string, 'never' | { value: unknown } | { failure: unknown }>)
}

export async function tellWindow<N extends EventName>(app: ElectronApplication, name: N, payload: EventPayload<N>): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [event, news]) => { BrowserWindow.getAllWindows()[0]?.webContents.send(event as string, news) }, [name, payload] as const)
}
