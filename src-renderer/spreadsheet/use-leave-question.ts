import { shallowRef, type Ref } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'

export interface LeaveQuestion {
  readonly isAsked: Readonly<Ref<boolean>>
  /** Goes on to where the person was going, or stays. */
  readonly answer: (isLeaving: boolean) => void
}

/** Asks before another screen comes up, as long as there is something that would be lost. */
export function useLeaveQuestion(wouldLose: () => boolean): LeaveQuestion {
  const isAsked = shallowRef<boolean>(false)
  let resolve: ((isLeaving: boolean) => void) | undefined

  function answer(isLeaving: boolean): void {
    isAsked.value = false
    resolve?.(isLeaving)
    resolve = undefined
  }

  onBeforeRouteLeave(() => {
    if (!wouldLose()) return true
    // Asked a second time, the first way is given up.
    answer(false)
    isAsked.value = true
    return new Promise<boolean>((resolveIt) => { resolve = resolveIt })
  })

  return { isAsked, answer }
}
