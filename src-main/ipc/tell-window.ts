import type { WebContents } from 'electron'
import type { EventPayload } from '@shared/ipc/events'
import type { EventName } from '@shared/ipc/operation-names'

/** Sends news to the window, when there is one. Events carry no secrets: whoever needs more asks. */
export type TellWindow = <N extends EventName>(name: N, payload: EventPayload<N>) => void

export function createTellWindow(contents: () => WebContents | undefined): TellWindow {
  return (name, payload) => {
    const window = contents()
    if (window && !window.isDestroyed()) window.send(name, payload)
  }
}
