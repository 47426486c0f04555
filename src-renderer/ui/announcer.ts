import { onScopeDispose, readonly, shallowRef, watch } from 'vue'

/** What ends or changes sooner has been seen, and would only talk over what came of it. */
const STANDS_MS = 700
/** By then it has been said. Kept longer, it would be met a second time by who reads the page line by line. */
const SAID_MS = 3000

const said = shallowRef<string>('')
let forget: ReturnType<typeof setTimeout> | undefined

/** What the one live region of the window says. It stands in the page from the start: a region that came with its words might not be heard. */
export const announced = readonly(said)

function say(text: string): void {
  clearTimeout(forget)
  said.value = text
  forget = setTimeout(() => (said.value = ''), SAID_MS)
}

function takeBack(text: string): void {
  if (said.value === text) said.value = ''
}

/**
 * Says `text`, once it has stood unchanged for a moment, for as long as the component is there; `''` says nothing.
 * The words are shown by the component itself, outside of any live region, so that nothing is said twice.
 */
export function useAnnounced(text: () => string): void {
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    text,
    (next, before = '') => {
      clearTimeout(timer)
      takeBack(before)
      if (next !== '') timer = setTimeout(() => { say(next) }, STANDS_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    takeBack(text())
  })
}
