import { onUnmounted, shallowRef, watch, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { ask, listen } from '../bridge/bridge'

export interface LeaveQuestion {
  /** What the person is doing: going to another screen, or closing Parvis. */
  readonly asked: Readonly<Ref<'leave' | 'quit' | undefined>>
  /** Goes on to where the person was going, or stays. */
  readonly answer: (isLeaving: boolean) => void
}

/** Asks before another screen comes up or the window closes, as long as there is something that would be lost. */
export function useLeaveQuestion(wouldLose: () => boolean): LeaveQuestion {
  const asked = shallowRef<'leave' | 'quit'>()
  let resolve: ((isLeaving: boolean) => void) | undefined

  /** Where the main process does not hear it, closing simply asks nobody. */
  async function hold(isHeld: boolean): Promise<void> {
    await ask('window:hold', { isHeld }).catch(() => undefined)
  }

  function answer(isLeaving: boolean): void {
    const what = asked.value
    asked.value = undefined
    resolve?.(isLeaving)
    resolve = undefined
    // It let go when it asked.
    if (what === 'quit' && isLeaving) window.close()
    else if (what === 'quit') void hold(wouldLose())
  }

  onBeforeRouteLeave(() => {
    if (!wouldLose()) return true
    // Asked a second time, the first way is given up.
    answer(false)
    asked.value = 'leave'
    return new Promise<boolean>((resolveIt) => { resolve = resolveIt })
  })

  const stopListening = listen('leaving:asked', () => {
    answer(false)
    asked.value = 'quit'
  })
  watch(wouldLose, (isLost) => void hold(isLost))
  onUnmounted(() => {
    stopListening()
    if (wouldLose()) void hold(false)
  })

  return { asked, answer }
}
