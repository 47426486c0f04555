import { remainingMs } from '@shared/activation/remaining-time'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { DraftId } from '@shared/registration/draft'
import type { Timers } from '../platform/timers'

/** So many minutes before a link ends, somebody is told. */
export const WARNED_AT_MINUTES = [15, 5] as const

export interface LinkWarning {
  readonly draftId: DraftId
  readonly minutes: (typeof WARNED_AT_MINUTES)[number]
}

/** How long each activation link is still good: the service's own count, continued by a clock that only runs forward. */
export interface LinkTimes {
  readonly note: (draftId: DraftId, followed: FollowedRegistration) => void
  /** Undefined where there is no link, or nobody knows. */
  readonly minutesLeft: (draftId: DraftId) => number | undefined
  /** The clock has stood still, or is about to: nothing is known before the service says it again. */
  readonly forget: () => void
}

interface LinkTimeRooms {
  readonly timers: Timers
  /** Told of all that pass a mark at about the same time together. A mark that nobody saw passing is passed over, so none is told twice. */
  readonly warn: (warnings: readonly LinkWarning[]) => void
}

interface Mark {
  readonly minutes: LinkWarning['minutes']
  readonly at: number
  /** Of this link and no other: a registration may get a new one. */
  readonly name: string
}

interface Link {
  readonly secondsLeft: number
  readonly heardAt: number
  readonly ahead: readonly Mark[]
}

/** What passes its mark so soon after is told at once: many registrations are often sent in one go. */
const TOGETHER_MS = 20_000

export function createLinkTimes({ timers, warn }: LinkTimeRooms): LinkTimes {
  const links = new Map<DraftId, Link>()
  const warned = new Set<string>()
  let callOff: (() => void) | undefined

  function planWarning(): void {
    callOff?.()
    callOff = undefined
    const marks = [...links.values()].flatMap(({ ahead }) => ahead.map(({ at }) => at))
    if (marks.length === 0) return
    const first = marks.reduce((least, at) => Math.min(least, at))
    callOff = timers.after(Math.max(0, first - timers.monotonicMs()), warnOfDue)
  }

  function warnOfDue(): void {
    const until = timers.monotonicMs() + TOGETHER_MS
    const due: LinkWarning[] = []
    for (const [draftId, link] of links) {
      const passed = link.ahead.filter(({ at }) => at <= until)
      for (const { name } of passed) warned.add(name)
      const last = passed.at(-1)
      if (last) due.push({ draftId, minutes: last.minutes })
      links.set(draftId, { ...link, ahead: link.ahead.filter(({ at }) => at > until) })
    }
    planWarning()
    if (due.length > 0) warn(due)
  }

  function linkOf(draftId: DraftId, { secondsLeft, expiresAt }: NonNullable<FollowedRegistration['activation']>): Link {
    const heardAt = timers.monotonicMs()
    const marks = WARNED_AT_MINUTES.map((minutes): Mark => ({ minutes, at: heardAt + (secondsLeft - minutes * 60) * 1000, name: `${draftId} ${expiresAt} ${minutes}` }))
    return { secondsLeft, heardAt, ahead: marks.filter(({ at, name }) => at > heardAt && !warned.has(name)) }
  }

  return {
    note(draftId, { activation }) {
      if (activation) links.set(draftId, linkOf(draftId, activation))
      else links.delete(draftId)
      planWarning()
    },

    minutesLeft(draftId) {
      const link = links.get(draftId)
      return link && Math.ceil(remainingMs(link.secondsLeft, link.heardAt, timers.monotonicMs()) / 60_000)
    },

    forget() {
      links.clear()
      planWarning()
    },
  }
}
