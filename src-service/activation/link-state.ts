import type { HeldLink } from './link-repository'

export type LinkState =
  | { readonly state: 'live'; readonly secondsLeft: number }
  | { readonly state: 'expired' | 'used' | 'blocked'; readonly secondsLeft: 0 }

/** A mail that was handed over while we were cut off before noting it: its link lives, but not for ever. */
const UNACCEPTED_MS = 24 * 60 * 60_000

/** States in which a decision is missing, or was no: a link, however it came about, opens nothing. */
const BLOCKED = ['awaiting-manager', 'awaiting-support', 'attachment-refused', 'structure-refused']

/** What a link is good for just now; undefined when it is none of ours any more (address corrected, withdrawn). */
export function linkStateOf({ link, registration, account }: HeldLink, now: Date, fullLifeMs: number): LinkState | undefined {
  if (registration?.state === 'active' || link.usedAt) return over('used')
  if (link.endedAt) return account ? over('expired') : undefined
  if (!registration && !account) return undefined
  if (registration && BLOCKED.includes(registration.state)) return over('blocked')
  if (registration?.state === 'withdrawn') return undefined
  const leftMs = link.expiresAt
    ? link.expiresAt.getTime() - now.getTime()
    : Math.min(fullLifeMs, link.createdAt.getTime() + UNACCEPTED_MS - now.getTime())
  return leftMs > 0 ? { state: 'live', secondsLeft: Math.ceil(leftMs / 1000) } : over('expired')
}

function over(state: 'expired' | 'used' | 'blocked'): LinkState {
  return { state, secondsLeft: 0 }
}
