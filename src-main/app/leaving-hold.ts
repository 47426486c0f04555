/** What the window has of work that exists nowhere else. */
export interface LeavingHold {
  readonly hold: (isHeld: boolean) => void
  /** Whether the window may close now. Where it may not, the page has been told to ask; whoever closes a second time is let go, whatever the page does. */
  readonly mayLeave: () => boolean
}

export function createLeavingHold(askPage: () => void): LeavingHold {
  let isHeld = false
  return {
    hold(next) {
      isHeld = next
    },
    mayLeave() {
      if (!isHeld) return true
      isHeld = false
      askPage()
      return false
    },
  }
}
