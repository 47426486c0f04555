import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { ask, listen } from '../bridge/bridge'

/** The seconds that are left before the kiosk erases itself, while it asks whether somebody is there. */
export function useIdle(): { secondsLeft: Readonly<ShallowRef<number | undefined>>; stay: () => void } {
  const secondsLeft = shallowRef<number>()
  let ticking: ReturnType<typeof setInterval> | undefined

  function show(seconds: number | undefined): void {
    clearInterval(ticking)
    secondsLeft.value = seconds
    if (seconds === undefined) return
    const end = performance.now() + seconds * 1000
    ticking = setInterval(() => {
      // The main process erases when they are over, whatever stands here.
      secondsLeft.value = Math.max(1, Math.ceil((end - performance.now()) / 1000))
    }, 250)
  }

  const stopListening = listen('kiosk:idle', (idle) => { show(idle.secondsLeft) })
  onScopeDispose(() => {
    stopListening()
    clearInterval(ticking)
  })

  return {
    secondsLeft,
    stay() {
      show(undefined)
      void ask('kiosk:stay', {}).catch(() => undefined)
    },
  }
}
