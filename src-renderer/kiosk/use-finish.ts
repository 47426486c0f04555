import { shallowRef, type ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'

/** *Finish and erase*: the window goes with all that was in it, so that nobody hears an answer. */
export function useFinish(): { finish: () => void; isFinishing: Readonly<ShallowRef<boolean>> } {
  const isFinishing = shallowRef<boolean>(false)
  return {
    isFinishing,
    finish() {
      isFinishing.value = true
      ask('kiosk:finish', {}).catch(() => (isFinishing.value = false))
    },
  }
}
