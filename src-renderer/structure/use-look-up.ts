import type { Failure } from '@shared/errors/app-error'
import type { StructureAnswer } from '@shared/http/structures'
import { isLookedUp, type DirectoryAnswer } from '@shared/identifiers/field-plan'
import type { IdentifierReading } from '@shared/identifiers/identifier-reading'
import type { KeptLookUp } from '@shared/registration/draft'
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'

/** Long enough that a number is not asked for at every keystroke of a correction. */
const PAUSE_MS = 250

export interface LookUp {
  readonly isLooking: ShallowRef<boolean>
  /** What is known about the number that stands in the field now, and about no other. */
  readonly answer: ComputedRef<StructureAnswer | undefined>
  readonly failure: ComputedRef<Failure | undefined>
  /** For `fieldPlan`; undefined while it is not known which fields follow. */
  readonly directory: ComputedRef<DirectoryAnswer | undefined>
  readonly again: () => void
}

interface LookUpOptions {
  readonly reading: () => IdentifierReading | undefined
  /** The answer that the draft remembers. */
  readonly kept: () => KeptLookUp | undefined
  readonly keep: (lookUp: KeptLookUp) => void
}

/** Asks for the structure as soon as its number is well formed. An answer that comes too late for its number is dropped. */
export function useLookUp({ reading, kept, keep }: LookUpOptions): LookUp {
  const isLooking = shallowRef<boolean>(false)
  const failed = shallowRef<{ readonly key: string; readonly failure: Failure }>()
  let waiting: ReturnType<typeof setTimeout> | undefined
  let newest = 0

  const wanted = computed(() => {
    const read = reading()
    return read?.ok && read.compact !== '' && isLookedUp(read.type) ? { type: read.type, identifier: read.compact } : undefined
  })
  const key = computed<string>(() => (wanted.value ? `${wanted.value.type} ${wanted.value.identifier}` : ''))
  const answer = computed<StructureAnswer | undefined>(() => {
    const known = kept()
    return known && `${known.identifierType} ${known.identifier}` === key.value ? known.answer : undefined
  })
  const failure = computed<Failure | undefined>(() => (!answer.value && failed.value?.key === key.value ? failed.value.failure : undefined))
  const directory = computed<DirectoryAnswer | undefined>(() => {
    if (answer.value) return answer.value.diffusible ? 'answered' : 'not-diffusible'
    return failure.value && failure.value.code !== 'structure-unknown' ? 'silent' : undefined
  })

  async function look(): Promise<void> {
    const asked = wanted.value
    if (!asked) return
    const askedKey = key.value
    const turn = (newest += 1)
    isLooking.value = true
    try {
      const found = await ask('structure:look-up', { identifierType: asked.type, identifier: asked.identifier })
      if (turn === newest && askedKey === key.value) keep({ identifierType: asked.type, identifier: asked.identifier, answer: found })
    } catch (thrown) {
      if (turn === newest) failed.value = { key: askedKey, failure: failureOf(thrown) }
    } finally {
      if (turn === newest) isLooking.value = false
    }
  }

  watch(
    key,
    () => {
      clearTimeout(waiting)
      newest += 1
      isLooking.value = key.value !== '' && !answer.value
      failed.value = undefined
      if (isLooking.value) waiting = setTimeout(() => void look(), PAUSE_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(waiting)
    newest += 1
  })

  return { isLooking, answer, failure, directory, again: () => void look() }
}
