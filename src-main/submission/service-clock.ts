import type { Timers } from '../platform/timers'

/** What the service's clock says about this machine's. */
export interface ServiceClock {
  /** Notes the `Date` of an answer that is known to be the service's own. */
  readonly hear: (date: string | null) => void
  /** After sleep nobody knows how much time has passed. */
  readonly forget: () => void
  /** How far the clock of this machine is ahead of the service's, in milliseconds; the header is exact to a second. */
  readonly clockSkew: () => number | 'unconfirmed'
}

interface ServiceClockRooms {
  readonly now: () => Date
  readonly timers: Pick<Timers, 'monotonicMs'>
}

export function createServiceClock({ now, timers }: ServiceClockRooms): ServiceClock {
  /** The service's time where the monotonic clock of this run was zero: a clock that is set meanwhile is noticed, too. */
  let serviceAtZero: number | undefined
  return {
    hear(date) {
      const heard = date === null ? Number.NaN : Date.parse(date)
      if (!Number.isNaN(heard)) serviceAtZero = heard - timers.monotonicMs()
    },
    forget() {
      serviceAtZero = undefined
    },
    clockSkew: () => (serviceAtZero === undefined ? 'unconfirmed' : now().getTime() - (serviceAtZero + timers.monotonicMs())),
  }
}
