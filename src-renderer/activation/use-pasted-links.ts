import { readActivationText } from '@shared/activation/activation-link'
import { onMounted, onUnmounted } from 'vue'
import { useRouter } from 'vue-router'
import { isDialogOpen } from '../ui/is-dialog-open'
import { isTextEntry } from '../ui/is-text-entry'
import { useActivationStore } from './use-activation-store'

/**
 * Takes up an activation link or code that is pasted or dropped anywhere outside of a text field, and lays it into the
 * field of the activation screen. Nothing is sent; whatever is not ours is none of this.
 */
export function usePastedLinks(takenUp: () => void): void {
  const router = useRouter()
  const store = useActivationStore()

  function takeUp(text: string | undefined): boolean {
    if (text === undefined || readActivationText(text).kind === 'not-ours') return false
    store.handOver({ kind: 'pasted', text: text.trim() })
    void router.push({ name: 'activation' }).then(takenUp)
    return true
  }

  const isForUs = ({ defaultPrevented, target }: Event): boolean => !defaultPrevented && !isTextEntry(target) && !isDialogOpen()

  function paste(event: ClipboardEvent): void {
    if (isForUs(event) && takeUp(event.clipboardData?.getData('text/plain'))) event.preventDefault()
  }

  /** While it is dragged nobody may read it, so every text may come; files never. */
  function dragOver(event: DragEvent): void {
    const types = event.dataTransfer?.types ?? []
    if (isForUs(event) && types.includes('text/plain') && !types.includes('Files')) event.preventDefault()
  }

  function drop(event: DragEvent): void {
    if (isForUs(event) && takeUp(event.dataTransfer?.getData('text/plain'))) event.preventDefault()
  }

  onMounted(() => {
    document.addEventListener('paste', paste)
    document.addEventListener('dragover', dragOver)
    document.addEventListener('drop', drop)
  })
  onUnmounted(() => {
    document.removeEventListener('paste', paste)
    document.removeEventListener('dragover', dragOver)
    document.removeEventListener('drop', drop)
  })
}
