/** A link that arrived and that no screen has taken yet. */
export interface PendingActivation {
  /** Holds a token until the window asks for it. A newer one replaces it: the person clicked again. */
  readonly hold: (token: string) => void
  /** Gives the token away, once. */
  readonly take: () => string | undefined
}

/** Kept in memory only: a token is never written to the disk, to a log or to an address. */
export function createPendingActivation(announce: () => void): PendingActivation {
  let held: string | undefined
  return {
    hold(token) {
      held = token
      announce()
    },
    take() {
      const token = held
      held = undefined
      return token
    },
  }
}
