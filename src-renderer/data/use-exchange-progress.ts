import { onUnmounted, readonly, shallowRef, type ShallowRef } from 'vue'
import { listen } from '../bridge/bridge'

export interface Advance {
  readonly done: number
  readonly of: number
}

/** How far the export or import that this screen has begun is; `begin` forgets what was told of an earlier one. */
export function useExchangeProgress(): { advance: Readonly<ShallowRef<Advance | undefined>>; begin: () => void } {
  const advance = shallowRef<Advance>()
  onUnmounted(listen('exchange:advanced', (told) => { advance.value = told }))

  return { advance: readonly(advance), begin: () => { advance.value = undefined } }
}
