import { shallowRef, type Ref } from 'vue'

interface SelectKeysOptions {
  readonly labels: () => readonly string[]
  readonly chosen: () => number
  readonly choose: (index: number) => void
}

export interface SelectKeys {
  readonly isOpen: Ref<boolean>
  /** The option that Enter would choose. */
  readonly active: Ref<number>
  readonly open: () => void
  readonly close: () => void
  readonly press: (event: KeyboardEvent) => void
}

const PAGE = 10
/** Letters typed within this time belong together. */
const TYPING_MS = 700

/** The keys of a list that drops down from a button which keeps the focus (ARIA's select-only combobox). */
export function useSelectKeys({ labels, chosen, choose }: SelectKeysOptions): SelectKeys {
  const isOpen = shallowRef<boolean>(false)
  const active = shallowRef<number>(0)
  let typed = ''
  let forgetting: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    active.value = Math.max(0, chosen())
    isOpen.value = true
  }

  function close(): void {
    isOpen.value = false
    typed = ''
  }

  function accept(): void {
    choose(active.value)
    close()
  }

  function move(to: number): void {
    active.value = Math.min(Math.max(0, to), labels().length - 1)
  }

  function type(letter: string): void {
    clearTimeout(forgetting)
    forgetting = setTimeout(() => (typed = ''), TYPING_MS)
    if (!isOpen.value) open()
    typed += plain(letter)
    // The same letter again and again walks through the options that begin with it.
    const isRepeated = [...typed].every((one) => one === typed[0])
    const wanted = isRepeated ? typed.slice(0, 1) : typed
    const from = active.value + (isRepeated ? 1 : 0)
    const all = labels()
    const found = all.findIndex((_, offset) => plain(all[(from + offset) % all.length] ?? '').startsWith(wanted))
    if (found >= 0) active.value = (from + found) % all.length
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return
    if (!(isOpen.value ? pressOpen(event) : pressClosed(event))) return
    event.preventDefault()
    event.stopPropagation()
  }

  function pressClosed({ key, altKey }: KeyboardEvent): boolean {
    if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key)) open()
    else if (key === 'Home' || key === 'End') {
      open()
      move(key === 'Home' ? 0 : labels().length - 1)
    } else if (key.length === 1 && !altKey) type(key)
    else return false
    return true
  }

  function pressOpen({ key, altKey }: KeyboardEvent): boolean {
    switch (key) {
      case 'ArrowDown': move(active.value + 1); return true
      case 'ArrowUp': if (altKey) accept(); else move(active.value - 1); return true
      case 'PageDown': move(active.value + PAGE); return true
      case 'PageUp': move(active.value - PAGE); return true
      case 'Home': move(0); return true
      case 'End': move(labels().length - 1); return true
      case 'Enter': accept(); return true
      case 'Escape': close(); return true
      // Leaving takes what is marked, as a native list does; the key itself still moves the focus.
      case 'Tab': accept(); return false
      case ' ': if (typed === '') accept(); else type(key); return true
      default: if (key.length !== 1 || altKey) return false; type(key); return true
    }
  }

  return { isOpen, active, open, close, press }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
