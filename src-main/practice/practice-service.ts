import { randomBytes } from 'node:crypto'
import { AppError } from '@shared/errors/app-error'
import { practiceEnvironment } from './practice-environment'
import { runService, type ForkService, type ServiceProcess } from './service-process'

/** What happened to the service, for the log. */
export type PracticeNews = 'started' | 'listening' | 'died' | 'restarted' | 'given-up' | 'stopped'

/** Our own practice service: where it is, and its beginning and end. */
export interface PracticeService {
  /** Starts it, once. It is not waited for. */
  readonly start: () => void
  /** The same when the window has had its moment: two processes that begin together both begin late. */
  readonly startSoon: () => void
  /** Starts it and waits a bounded time for it; throws `service-starting` then, `service-unreachable` when there will be none. */
  readonly address: () => Promise<string>
  /** The same without waiting. */
  readonly addressNow: () => string
  /** What opens its mailbox; new with every launch. */
  readonly secret: () => string
  /** Resolves when it is gone, at once when it never ran. */
  readonly stop: () => Promise<void>
}

interface PracticeServiceOptions {
  readonly fork: ForkService
  /** The built service. */
  readonly entry: string
  readonly dataFolder: string
  /** Any free one when left out. */
  readonly port?: number | undefined
  /** False: there is to be none in this run, and every question says so. */
  readonly isWanted?: boolean
  readonly report?: (news: PracticeNews) => void
  /** Told whenever another answer is to be expected of `addressNow`. */
  readonly changed?: () => void
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly patience?: Patience
}

interface Patience {
  /** From `startSoon` to the start: as long as a first screen needs on a slow machine. */
  readonly soonMs: number
  /** How long a question waits for a service that is starting. */
  readonly addressMs: number
  /** How long it may take to listen: the first start on a slow disk makes a database. */
  readonly startMs: number
  /** Before it is started again: the folder may still be held by one that is ending, of an application that was closed or killed a moment ago. */
  readonly restartMs: number
  /** Below what the application itself waits for its rooms to close. */
  readonly stopMs: number
}

const PATIENCE: Patience = { soonMs: 500, addressMs: 15_000, startMs: 90_000, restartMs: 2000, stopMs: 3000 }

type State =
  | { readonly kind: 'to-come' }
  | { readonly kind: 'starting'; readonly process: ServiceProcess }
  | { readonly kind: 'listening'; readonly process: ServiceProcess; readonly url: string }
  | { readonly kind: 'gone' }

/** Nothing runs before `start`. A service that dies by itself is started once more; after that it is gone for this run. */
export function createPracticeService(options: PracticeServiceOptions): PracticeService {
  const { fork, entry, dataFolder, isWanted = true, report, changed, environment = process.env, patience = PATIENCE } = options
  const secret = randomBytes(32).toString('base64url')
  const waiting = new Set<() => void>()
  let port = options.port ?? 0
  let state: State = isWanted ? { kind: 'to-come' } : { kind: 'gone' }
  let deaths = 0
  let isStopping = false
  let alarm: ReturnType<typeof setTimeout> | undefined

  function move(next: State): void {
    clearTimeout(alarm)
    state = next
    if (next.kind === 'listening' || next.kind === 'gone') {
      for (const wake of waiting) wake()
      waiting.clear()
    }
    changed?.()
  }

  function launch(): void {
    const run: ServiceProcess = runService({
      fork,
      entry,
      env: practiceEnvironment({ dataFolder, port, secret }, environment),
      onListening(url) {
        // Started again, it is to be where it was: links in mails that are already written lead there.
        port = Number(new URL(url).port)
        report?.('listening')
        move({ kind: 'listening', process: run, url })
      },
      onExit: died,
    })
    move({ kind: 'starting', process: run })
    alarm = setTimeout(() => void run.end(0), patience.startMs)
  }

  function start(): void {
    if (state.kind !== 'to-come' || deaths > 0 || isStopping) return
    report?.('started')
    launch()
  }

  function died(): void {
    if (isStopping) return
    deaths += 1
    report?.('died')
    if (deaths > 1) {
      report?.('given-up')
      move({ kind: 'gone' })
      return
    }
    move({ kind: 'to-come' })
    alarm = setTimeout(() => {
      report?.('restarted')
      launch()
    }, patience.restartMs)
  }

  function addressNow(): string {
    if (state.kind === 'listening') return state.url
    if (state.kind === 'gone') throw new AppError('service-unreachable', 'There is no practice service in this run')
    throw new AppError('service-starting', 'The practice service is starting')
  }

  return {
    secret: () => secret,
    addressNow,

    start,

    startSoon() {
      if (state.kind === 'to-come' && deaths === 0) alarm ??= setTimeout(start, patience.soonMs)
    },

    async address() {
      start()
      if (state.kind === 'to-come' || state.kind === 'starting') await news()
      return addressNow()
    },

    async stop() {
      isStopping = true
      const running = 'process' in state ? state.process : undefined
      move({ kind: 'gone' })
      if (!running) return
      await running.end(patience.stopMs)
      report?.('stopped')
    },
  }

  function news(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(lastly)
        resolve()
      }
      const lastly = setTimeout(() => {
        waiting.delete(wake)
        resolve()
      }, patience.addressMs)
      waiting.add(wake)
    })
  }
}
