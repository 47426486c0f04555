import type { Handlers } from '@shared/ipc/contract'
import type { Queue } from '../submission/queue'

type QueueHandlers = Pick<Handlers, 'queue:describe' | 'queue:add' | 'queue:take-back' | 'queue:send' | 'queue:pause' | 'queue:accept-structure'>

/** What the window asks about the registrations that wait to be sent. */
export function createQueueHandlers(queue: Queue): QueueHandlers {
  return {
    'queue:describe': () => queue.describe(),
    'queue:add': (selection) => queue.add(selection),
    'queue:take-back': (selection) => queue.takeBack(selection),
    'queue:send': ({ draftId, captchaToken }) => queue.send(draftId, captchaToken),
    'queue:pause': ({ isPaused }) => queue.pause(isPaused),
    'queue:accept-structure': ({ draftId }) => queue.acceptStructure(draftId),
  }
}
