import type { MailTrouble } from '../mail/mail-dispatcher'

/** Something that happened, for whoever counts. Every word of it comes from a closed list: nothing that a person typed has a way in. */
export interface Watch {
  requestFinished(request: FinishedRequest): void
  mailSettled(outcome: 'mail-accepted' | MailTrouble['what']): void
  directoryAsked(outcome: 'found' | 'unknown' | 'unavailable'): void
  captchetatAsked(stage: 'token' | 'image' | 'sound' | 'validation', outcome: 'answered' | 'unavailable'): void
}

export interface FinishedRequest {
  readonly method: string
  /** The pattern of the route, never the address that was asked; absent where there is no route. */
  readonly route: string | undefined
  readonly status: number
  readonly ms: number
}

/** How full the gate on password hashing is; `refused` counts from the start. */
export interface HashingLoad {
  readonly running: number
  readonly waiting: number
  readonly refused: number
}

/** Nobody counts. */
export const noWatch: Watch = {
  requestFinished: () => undefined,
  mailSettled: () => undefined,
  directoryAsked: () => undefined,
  captchetatAsked: () => undefined,
}
