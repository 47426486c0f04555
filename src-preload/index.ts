import { contextBridge, ipcRenderer } from 'electron'
import { EVENT_NAMES, OPERATION_NAMES } from '@shared/ipc/operation-names'

/** One function an operation: `parvis.ask['draft:open'](input)`. No general send, no channel that is not in the list. */
const ask = Object.fromEntries(OPERATION_NAMES.map((name) => [name, (input: unknown) => ipcRenderer.invoke(name, input)]))

/** One function an event: it takes a listener for the payload (never Electron's event) and gives back how to stop listening. */
const on = Object.fromEntries(
  EVENT_NAMES.map((name) => [
    name,
    (listener: (payload: unknown) => void) => {
      const relay = (_event: unknown, payload: unknown): void => {
        listener(payload)
      }
      ipcRenderer.on(name, relay)
      return (): void => {
        ipcRenderer.off(name, relay)
      }
    },
  ]),
)

contextBridge.exposeInMainWorld('parvis', { ask, on })
