import { AppError } from '@shared/errors/app-error'
import type { Outcome } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'

/** Refusals that are named; the others are counted. */
export const MOST_NAMED = 100
/** Each waits for the disk on its own; a few at once fill the time. */
const AT_ONCE = 4

/** Does the same to each of several registrations, in order, and says what became of them. One that is refused stops no other. */
export async function forEachDraft(ids: readonly DraftId[], work: (id: DraftId) => Promise<unknown>, nameOf: (id: DraftId) => Promise<string>): Promise<Outcome> {
  const refused: Outcome['refused'] = []
  let refusedInAll = 0
  const left = ids.values()

  async function goOn(): Promise<void> {
    for (const draftId of left) {
      const failure = await work(draftId).then(() => undefined, AppError.from)
      if (!failure) continue
      refusedInAll += 1
      if (refused.length < MOST_NAMED) refused.push({ draftId, name: await nameOf(draftId), failure: failure.toFailure() })
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, goOn))
  return { done: ids.length - refusedInAll, refused, refusedInAll }
}
