import { onMounted, onUnmounted } from 'vue'

type Undo = () => void

let offered: (() => Undo | undefined) | undefined

/** For a screen that can take its last step back: `undo` gives how, or nothing when there is nothing to take back. */
export function offerUndo(undo: () => Undo | undefined): void {
  onMounted(() => (offered = undo))
  onUnmounted(() => {
    if (offered === undo) offered = undefined
  })
}

/** Takes the last step back, and says whether there was one. */
export function takeBack(): boolean {
  const undo = offered?.()
  undo?.()
  return undo !== undefined
}
