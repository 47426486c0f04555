import { onScopeDispose, readonly, shallowRef, watch, type Ref } from 'vue'

/** Counts down from the seconds of the latest source value to zero, on a clock that only runs forward. */
export function useSecondsLeft(source: () => { readonly retryAfterSeconds?: number | undefined } | undefined): Readonly<Ref<number>> {
  const secondsLeft = shallowRef<number>(0)
  let timer: ReturnType<typeof setInterval> | undefined

  watch(
    source,
    (waiting) => {
      clearInterval(timer)
      const endsAt = performance.now() + (waiting?.retryAfterSeconds ?? 0) * 1000
      const count = (): void => {
        secondsLeft.value = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000))
        if (secondsLeft.value === 0) clearInterval(timer)
      }
      count()
      if (secondsLeft.value > 0) timer = setInterval(count, 500)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearInterval(timer))

  return readonly(secondsLeft)
}
