import { AppError } from '@shared/errors/app-error'
import type { AnswerMessage, QuestionMessage, WorkerQuestionName, WorkerQuestions } from './worker-messages'

/** A thread as Node gives it, as far as it is used. */
export interface WorkerThread {
  readonly postMessage: (message: QuestionMessage) => void
  readonly on: ((event: 'message', listener: (message: AnswerMessage) => void) => unknown) & ((event: 'error', listener: (error: Error) => void) => unknown) & ((event: 'exit', listener: () => void) => unknown)
  readonly terminate: () => Promise<unknown>
}

export interface WorkerClient {
  /** Throws what the worker throws; `spreadsheet-too-large` when it ran out of memory, `spreadsheet-closed` when it is gone. */
  readonly ask: <N extends WorkerQuestionName>(name: N, ...input: WorkerQuestions[N]['input']) => Promise<WorkerQuestions[N]['output']>
  readonly end: () => Promise<void>
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: AppError) => void
}

export function createWorkerClient(thread: WorkerThread, advanced: (done: number, of: number) => void): WorkerClient {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let fate: AppError | undefined

  function fail(error: AppError): void {
    fate ??= error
    for (const { reject } of waiting.values()) reject(fate)
    waiting.clear()
  }

  thread.on('message', (message) => {
    if (message.id === undefined) {
      advanced(message.done, message.of)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) asked?.resolve(message.value)
    else asked?.reject(new AppError(message.failure.code, 'Said by the worker', { problems: message.failure.problems ?? [] }))
  })
  thread.on('error', (error) => {
    const isOutOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    fail(isOutOfMemory ? new AppError('spreadsheet-too-large', 'The worker has no more memory', { cause: error }) : new AppError('spreadsheet-closed', 'The worker has failed', { cause: error }))
  })
  thread.on('exit', () => {
    fail(new AppError('spreadsheet-closed', 'The worker has ended'))
  })

  return {
    ask: <N extends WorkerQuestionName>(name: N, ...input: WorkerQuestions[N]['input']) =>
      new Promise<WorkerQuestions[N]['output']>((resolve, reject) => {
        if (fate) {
          reject(fate)
          return
        }
        const id = ++last
        waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
        thread.postMessage({ id, name, input })
      }),
    async end() {
      await thread.terminate()
    },
  }
}
