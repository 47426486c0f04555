import { onScopeDispose, readonly, shallowRef, watch } from 'vue'
import { createDelay } from './delay'

/** What ends or changes sooner has been seen, and would only talk over what came of it. */
const STANDS_MS = 700
/** By then it has been said, and the next one may be. Kept longer, it would be met again by who reads the page line by line. */
const SAID_MS = 3000

const said = shallowRef<string>('')
const waiting: string[] = []
let next: ReturnType<typeof setTimeout> | undefined

/** What the one live region of the window says. It stands in the page from the start: a region that came with its words might not be heard. */
export const announced = readonly(said)

function sayNext(): void {
  clearTimeout(next)
  said.value = waiting.shift() ?? ''
  next = said.value === '' ? undefined : setTimeout(sayNext, SAID_MS)
}

function say(text: string): void {
  waiting.push(text)
  if (next === undefined) sayNext()
}

function takeBack(text: string): void {
  if (text === '') return
  const index = waiting.indexOf(text)
  if (index >= 0) waiting.splice(index, 1)
  else if (said.value === text) sayNext()
}

/**
 * Says `text` once it has stood unchanged for a moment, after what others have to say; `''` says nothing. What is no
 * longer true, because the text is another one or the component is gone, is not said any more.
 * The words are shown by the component itself, outside of any live region, so that nothing is said twice.
 */
export function useAnnounced(text: () => string): void {
  let standing = ''
  const standsLong = createDelay(() => { say(standing) })

  watch(
    text,
    (now, before = '') => {
      takeBack(before)
      standing = now
      if (now === '') standsLong.stop()
      else standsLong.start(STANDS_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    standsLong.stop()
    takeBack(text())
  })
}
