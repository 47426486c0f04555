import { z } from 'zod'
import { Failure } from '../errors/failure'
import { DraftId } from '../registration/draft'

/** What the queue is doing just now. */
export const QueueDescription = z.strictObject({
  /** To be sent, the one being sent included. */
  waiting: z.number().int().nonnegative(),
  needsAttention: z.number().int().nonnegative(),
  /** Since Parvis was started. */
  sent: z.number().int().nonnegative(),
  /** The newest of those, in the order of sending. */
  sentLately: z.array(DraftId).max(50).optional(),
  /** `intercepted`: something answers in the service's place, as the sign-in page of a hotel's network does. */
  network: z.enum(['reachable', 'starting', 'unreachable', 'intercepted']),
  isPaused: z.boolean(),
  /** Why it was stopped, where it was not a person who paused it. */
  pausedFor: Failure.optional(),
  /** The one whose turn it is. */
  current: z
    .strictObject({
      draftId: DraftId,
      personName: z.string(),
      structureName: z.string(),
      /** `captcha-wanted`: it goes as soon as a person has copied a captcha; `resting`: until `retryInMs` has passed. */
      phase: z.enum(['captcha-wanted', 'sending', 'resting']),
      retryInMs: z.number().int().nonnegative().optional(),
    })
    .optional(),
  /** How many have waited for longer than a day. */
  waitingLong: z.number().int().nonnegative(),
})
export type QueueDescription = z.infer<typeof QueueDescription>

/** What became of each of several registrations that something was asked for. */
export const Outcome = z.strictObject({
  done: z.number().int().nonnegative(),
  /** With the reason; at most the first hundred are named. */
  refused: z.array(z.strictObject({ draftId: DraftId, name: z.string(), failure: Failure })),
  refusedInAll: z.number().int().nonnegative(),
})
export type Outcome = z.infer<typeof Outcome>
