import type { Failure } from '@shared/errors/app-error'
import type { AddressInProgress, Draft, DraftContent, PersonInProgress, StructureInProgress } from '@shared/registration/draft'
import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'

/** `saved` is said only when the disk has answered for the newest change. */
export type SaveState = 'saved' | 'saving' | 'failed'

/** Of what may have arrived nothing can be changed, also where the service has refused to hear of it again. */
export function isHeldDraft(draft: Draft | undefined): boolean {
  return draft?.queue !== undefined && (draft.queue.state !== 'needs-attention' || draft.queue.mayHaveArrived)
}

/** The registration in the wizard, as it is typed. Synchronous on purpose: asking the main process is use-draft-sync's work. */
export const useDraftStore = defineStore('draft', () => {
  const draft = shallowRef<Draft>()
  const content = shallowRef<DraftContent>()
  /** As it was when it was opened, for what is said of that and not of what is typed since. */
  const opened = shallowRef<DraftContent>()
  const revision = shallowRef<number>(0)
  const savedRevision = shallowRef<number>(0)
  const saveFailure = shallowRef<Failure>()
  /** What was typed into a registration that was queued meanwhile: no part of what is sent, and not thrown away either. */
  const typedTooLate = shallowRef<DraftContent>()

  /** It waits to be sent, is being sent, or may have arrived: to be read and not to be changed. */
  const isHeld = computed<boolean>(() => isHeldDraft(draft.value))
  const isDirty = computed<boolean>(() => revision.value !== savedRevision.value)
  const saveState = computed<SaveState>(() => {
    if (!isDirty.value) return 'saved'
    return saveFailure.value ? 'failed' : 'saving'
  })

  function adopt(next: Draft): void {
    if (next.id !== draft.value?.id || next.receipt) typedTooLate.value = undefined
    draft.value = next
    content.value = next.content
    opened.value = next.content
    savedRevision.value = revision.value
    saveFailure.value = undefined
  }

  /** It cannot be changed any more, as the main process has said, whatever was typed here since. */
  function hold(next: Draft): void {
    const typed = content.value
    adopt(next)
    if (isHeld.value) typedTooLate.value = typed
  }

  /** Puts what was typed too late into the form again, once it can be changed. */
  function typeAgain(): void {
    if (!typedTooLate.value || isHeld.value) return
    change(typedTooLate.value)
    typedTooLate.value = undefined
  }

  function change(part: Partial<DraftContent>): void {
    if (!content.value || isHeld.value) return
    content.value = { ...content.value, ...part }
    revision.value += 1
  }

  /** As long as the box is ticked the contact address is the connection address. */
  function changePerson(part: Partial<PersonInProgress>): void {
    if (!content.value) return
    const person = { ...content.value.person, ...part }
    if (content.value.sameContactEmail) person.contactEmail = person.connectionEmail
    change({ person })
  }

  function shareContactEmail(isSame: boolean): void {
    if (!content.value) return
    change({ sameContactEmail: isSame })
    if (isSame) changePerson({})
  }

  function changeStructure(part: Partial<StructureInProgress>): void {
    if (content.value) change({ structure: { ...content.value.structure, ...part } })
  }

  function changeAddress(part: Partial<AddressInProgress>): void {
    if (content.value) changeStructure({ address: { ...content.value.structure.address, ...part } })
  }

  /** The disk has answered for `ofRevision`. What was typed meanwhile is newer than the answer and stays. */
  function settle(saved: Draft, ofRevision: number): void {
    if (draft.value?.id !== saved.id) return
    draft.value = saved
    savedRevision.value = ofRevision
    saveFailure.value = undefined
  }

  function markFailed(failure: Failure): void {
    saveFailure.value = failure
  }

  function leave(): void {
    draft.value = undefined
    content.value = undefined
    opened.value = undefined
    savedRevision.value = revision.value
    saveFailure.value = undefined
    typedTooLate.value = undefined
  }

  return {
    draft: shallowReadonly(draft),
    content: shallowReadonly(content),
    opened: shallowReadonly(opened),
    revision: shallowReadonly(revision),
    saveFailure: shallowReadonly(saveFailure),
    typedTooLate: shallowReadonly(typedTooLate),
    isHeld, isDirty, saveState,
    adopt, hold, typeAgain, change, changePerson, shareContactEmail, changeStructure, changeAddress, settle, markFailed, leave,
  }
})
