import { AppError } from '@shared/errors/app-error'
import { createImportSession } from './import-session'
import { writeTemplate } from './template'
import type { AnswerMessage, QuestionMessage, WorkerQuestionName, WorkerQuestions } from './worker-messages'

/** The worker's end of a message channel. */
export interface WorkerPort {
  readonly on: (event: 'message', listener: (message: QuestionMessage) => void) => unknown
  readonly postMessage: (message: AnswerMessage) => void
}

type Answers = { readonly [N in WorkerQuestionName]: (...input: WorkerQuestions[N]['input']) => WorkerQuestions[N]['output'] | Promise<WorkerQuestions[N]['output']> }

/** Answers questions about one spreadsheet, in the order in which they come; a stop is heard in between. */
export function serveWorker(port: WorkerPort): void {
  const session = createImportSession((done, of) => {
    port.postMessage({ done, of })
  })
  const answers: Answers = {
    open: session.open,
    look: session.look,
    check: session.check,
    stop: session.stop,
    template: writeTemplate,
    summary: () => session.checked().summary(),
    rows: (...input) => session.checked().rows(...input),
    change: (...input) => session.checked().change(...input),
    fill: (...input) => session.checked().fill(...input),
    acceptMends: (...input) => session.checked().acceptMends(...input),
    leaveOut: (...input) => session.checked().leaveOut(...input),
    undo: () => session.checked().undo(),
    redo: () => session.checked().redo(),
    contents: (...input) => session.checked().contents(...input),
  }

  async function answer({ id, name, input }: QuestionMessage): Promise<void> {
    try {
      // One cast: the table ties names to inputs, but not in a way that TypeScript follows through a message.
      port.postMessage({ id, ok: true, value: await (answers[name] as (...given: readonly unknown[]) => unknown)(...input) })
    } catch (thrown) {
      port.postMessage({ id, ok: false, failure: AppError.from(thrown).toFailure() })
    }
  }

  port.on('message', (question) => void answer(question))
}
