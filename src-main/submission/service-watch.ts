import type { ServiceDescription } from '@shared/ipc/descriptions'
import { type Fetch, isRedirected } from './ask-service'
import type { Network } from './network'

export interface ServiceWatch extends Network {
  /** The same network; whether the service answers is noticed on the way. */
  readonly fetch: Fetch
  /** Asks how the service is, for somebody who wants to know it himself. */
  readonly describe: () => Promise<ServiceDescription>
  readonly stop: () => void
}

interface ServiceWatchOptions {
  readonly fetch: Fetch
  /** Asks the service itself, through this watch's `fetch`. */
  readonly describe: () => Promise<ServiceDescription>
  readonly tell: (service: ServiceDescription) => void
  readonly everyMs?: number
}

/** Short enough that whoever waits for the service does not wait for Parvis. */
const EVERY_MS = 3000
/** Our service answers no question of ours with a page. */
const PAGE = /^text\/html\b/i

/** Tells when the service has stopped answering, and when it answers again, so that nobody has to ask for that. */
export function watchService({ fetch, describe, tell, everyMs = EVERY_MS }: ServiceWatchOptions): ServiceWatch {
  const listeners = new Set<() => void>()
  let last: ServiceDescription | undefined
  let looking: Promise<ServiceDescription> | undefined
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const isLost = (): boolean => last !== undefined && last.state !== 'ready'

  function note(service: ServiceDescription): void {
    const before = networkOf(last)
    last = service
    clearTimeout(timer)
    if (isLost()) timer = setTimeout(() => void look(), everyMs)
    if (networkOf(last) !== before) for (const listener of listeners) listener()
  }

  /** Tells what is new, and looks again as long as the service is not there. */
  function learn(service: ServiceDescription): void {
    if (isStopped) return
    const before = last
    note(service)
    const isNews = service.state === 'ready' ? before !== undefined && before.state !== 'ready' : !isSame(before, service)
    if (isNews) tell(service)
  }

  function ask(): Promise<ServiceDescription> {
    looking ??= describe().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function look(): Promise<void> {
    if (!isStopped) learn(await ask())
  }

  return {
    state: () => networkOf(last),
    async look() {
      await look()
      return networkOf(last)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async describe() {
      const service = await ask()
      if (!isStopped) note(service)
      return service
    },
    async fetch(url, init) {
      try {
        const response = await fetch(url, init)
        const isSuspicious = PAGE.test(response.headers.get('content-type') ?? '')
        if (!looking && (isLost() || isSuspicious)) void look()
        return response
      } catch (thrown) {
        if (!isLost()) learn({ state: 'unreachable', code: isRedirected(thrown) ? 'network-intercepted' : 'service-unreachable' })
        throw thrown
      }
    },
    stop() {
      isStopped = true
      listeners.clear()
      clearTimeout(timer)
    },
  }
}

/** Nobody is told that there is no network before something has failed. */
function networkOf(service: ServiceDescription | undefined): ReturnType<Network['state']> {
  if (!service || service.state === 'ready') return 'reachable'
  if (service.state === 'starting') return 'starting'
  return service.code === 'network-intercepted' ? 'intercepted' : 'unreachable'
}

function isSame(before: ServiceDescription | undefined, now: ServiceDescription): boolean {
  return before?.state === now.state && (now.state !== 'unreachable' || (before.state === 'unreachable' && before.code === now.code))
}
