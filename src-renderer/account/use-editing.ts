import { nextTick, readonly, shallowRef, type ShallowRef } from 'vue'

interface Focusable {
  readonly focus: () => void
}

interface Places {
  /** Where one begins to type. */
  readonly first: () => Focusable | null | undefined
  /** What opens the form. */
  readonly opener: () => Focusable | null | undefined
}

export interface Editing {
  readonly isEditing: Readonly<ShallowRef<boolean>>
  /** The last change arrived, and nothing was changed since. */
  readonly isSaved: Readonly<ShallowRef<boolean>>
  readonly open: () => Promise<void>
  readonly close: (isSaved: boolean) => Promise<void>
}

/** Facts that become a form in their place, and facts again. The focus goes along. */
export function useEditing({ first, opener }: Places): Editing {
  const isEditing = shallowRef<boolean>(false)
  const isSaved = shallowRef<boolean>(false)

  async function open(): Promise<void> {
    isEditing.value = true
    isSaved.value = false
    await nextTick()
    first()?.focus()
  }

  async function close(saved: boolean): Promise<void> {
    isEditing.value = false
    isSaved.value = saved
    await nextTick()
    opener()?.focus()
  }

  return { isEditing: readonly(isEditing), isSaved: readonly(isSaved), open, close }
}
