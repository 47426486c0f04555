import { onMounted, onUnmounted, type Ref } from 'vue'
import { isTextEntry } from '../../ui/is-text-entry'

interface ClipboardKeys {
  readonly copy: (event: ClipboardEvent) => void
  readonly cut: (event: ClipboardEvent) => void
  readonly paste: (event: ClipboardEvent) => void
}

/**
 * Hears copying and pasting while the focus is in the grid. The browser tells the page as a whole of them, unless text is
 * selected or can be typed; a field that has the focus keeps its own. Before others hear it: what is pasted here is no link to be picked up.
 */
export function useClipboardEvents(box: Readonly<Ref<HTMLElement | null>>, keys: ClipboardKeys): void {
  const listeners = (['copy', 'cut', 'paste'] as const).map((name) => ({
    name,
    hear: (event: ClipboardEvent): void => { if (box.value?.contains(document.activeElement) && !isTextEntry(document.activeElement)) keys[name](event) },
  }))

  onMounted(() => { for (const { name, hear } of listeners) document.addEventListener(name, hear, true) })
  onUnmounted(() => { for (const { name, hear } of listeners) document.removeEventListener(name, hear, true) })
}
