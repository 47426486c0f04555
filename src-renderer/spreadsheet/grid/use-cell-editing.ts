import { shallowRef, type Ref } from 'vue'
import type { Place } from './grid-area'

/** A cell that is being typed into. */
export interface Editing {
  readonly place: Place
  readonly text: string
}

/** Where an ended edit leaves the keyboard. */
export type EditEnd = 'down' | 'up' | 'right' | 'left' | 'stay'

interface CellEditing {
  readonly editing: Readonly<Ref<Editing | undefined>>
  readonly begin: (place: Place, text: string) => void
  readonly type: (text: string) => void
  readonly press: (event: KeyboardEvent) => void
  /** The focus has gone elsewhere: what was typed holds. */
  readonly leave: () => void
}

/** Typing into a cell: Enter and Tab take what was typed and go on, Escape forgets it. */
export function useCellEditing(ended: (place: Place, text: string | undefined, end: EditEnd | undefined) => void): CellEditing {
  const editing = shallowRef<Editing>()

  function finish(isTaken: boolean, end: EditEnd | undefined): void {
    if (!editing.value) return
    const { place, text } = editing.value
    // First: the field leaves the page, which is told of as a blur.
    editing.value = undefined
    ended(place, isTaken ? text : undefined, end)
  }

  function press(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey) return
    if (key === 'Enter') finish(true, shiftKey ? 'up' : 'down')
    else if (key === 'Tab') finish(true, shiftKey ? 'left' : 'right')
    else if (key === 'Escape') finish(false, 'stay')
    else return
    event.preventDefault()
  }

  return {
    editing,
    begin: (place, text) => { editing.value = { place, text } },
    type: (text) => { if (editing.value) editing.value = { ...editing.value, text } },
    press,
    leave: () => { finish(true, undefined) },
  }
}
