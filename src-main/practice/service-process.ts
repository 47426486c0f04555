/** A running service, as far as its parent needs it. An Electron utility process is one. */
export interface ServiceChild {
  readonly pid?: number | undefined
  readonly postMessage: (message: unknown) => void
  /** False when there is nothing to end. */
  readonly kill: () => boolean
  on(event: 'message', listen: (message: unknown) => void): unknown
  once(event: 'exit', listen: (code: number) => void): unknown
}

export interface ForkOptions {
  readonly env: Record<string, string>
  readonly stdio: ('ignore' | 'inherit')[]
  readonly serviceName: string
}

/** Starts the built service as a process of its own; `utilityProcess.fork` is one. */
export type ForkService = (entry: string, args: string[], options: ForkOptions) => ServiceChild

interface ServiceProcessOptions {
  readonly fork: ForkService
  readonly entry: string
  readonly env: Record<string, string>
  readonly onListening: (url: string) => void
  readonly onExit: () => void
}

/** One run of the service. */
export interface ServiceProcess {
  /** Asks it to finish what it began; one that has not ended `graceMs` later is ended. Resolves when it is gone. */
  readonly end: (graceMs: number) => Promise<void>
}

/** How long an end that cannot be refused may take to be noticed. */
const REAPING_MS = 1000

export function runService({ fork, entry, env, onListening, onExit }: ServiceProcessOptions): ServiceProcess {
  // Its standard output says only where it listens, which a port of its own says to us.
  const child = fork(entry, [], { env, stdio: ['ignore', 'ignore', 'inherit'], serviceName: 'Parvis practice service' })
  let isGone = false
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isGone = true
      resolve()
      onExit()
    })
  })
  child.on('message', (message) => {
    const url = urlIn(message)
    if (url !== undefined && !isGone) onListening(url)
  })

  async function isGoneWithin(milliseconds: number): Promise<boolean> {
    let alarm: ReturnType<typeof setTimeout> | undefined
    const patience = new Promise<void>((resolve) => {
      alarm = setTimeout(resolve, milliseconds)
    })
    await Promise.race([gone, patience])
    clearTimeout(alarm)
    return isGone
  }

  return {
    async end(graceMs) {
      if (isGone) return
      child.postMessage({ type: 'stop' })
      if (await isGoneWithin(graceMs)) return
      forceEnd(child)
      await isGoneWithin(REAPING_MS)
    },
  }
}

/** Only the loopback is believed: the service is told to listen there and nowhere else. */
function urlIn(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'listening') return undefined
  const url = 'url' in message && typeof message.url === 'string' ? message.url : ''
  return /^http:\/\/127\.0\.0\.1:\d{1,5}$/.test(url) ? url : undefined
}

/** `kill()` asks once more, with a signal that the service answers with the same grace; this one it cannot refuse. */
function forceEnd(child: ServiceChild): void {
  try {
    if (child.pid === undefined) child.kill()
    else process.kill(child.pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}
