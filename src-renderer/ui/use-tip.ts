import { onUnmounted, readonly, shallowRef, type ShallowRef } from 'vue'

/** A pointer that only passes asks for nothing. */
const PATIENCE_MS = 350
/** A dialog puts the focus on its first button when it opens: nobody has asked for a tip then. */
const SETTLING_MS = 400

export interface Tip {
  /** What is being named; nothing while no tip is shown. */
  readonly place: Readonly<ShallowRef<HTMLElement | undefined>>
  /** The pointer rests on it. */
  readonly hover: (on: HTMLElement) => void
  /** The focus has come to something in it. */
  readonly focus: (event: FocusEvent, on: HTMLElement) => void
  readonly hide: () => void
}

/** When the name of a sign is shown: on hover and on focus, until Escape (WCAG 1.4.13). */
export function useTip(): Tip {
  const place = shallowRef<HTMLElement>()
  const bornAtMs = Date.now()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function show(on: HTMLElement): void {
    clearTimeout(waiting)
    place.value = on
    document.addEventListener('keydown', escape, true)
  }

  function hide(): void {
    clearTimeout(waiting)
    place.value = undefined
    document.removeEventListener('keydown', escape, true)
  }

  /** Only hides: a dialog around it still hears the key. */
  function escape({ key }: KeyboardEvent): void {
    if (key === 'Escape') hide()
  }

  onUnmounted(hide)

  return {
    place: readonly(place) as Readonly<ShallowRef<HTMLElement | undefined>>,
    hover(on) {
      if (place.value === on) return
      hide()
      waiting = setTimeout(() => { show(on) }, PATIENCE_MS)
    },
    focus({ target }, on) {
      if (Date.now() - bornAtMs > SETTLING_MS && target instanceof Element && target.matches(':focus-visible')) show(on)
    },
    hide,
  }
}
