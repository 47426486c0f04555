import type { Failure } from '@shared/errors/app-error'
import type { RegistrationList, RegistrationRow } from '@shared/ipc/answers'
import { onUnmounted, shallowRef, type ShallowRef } from 'vue'
import { ask, failureOf } from '../bridge/bridge'
import { ROW_FILTERS as STATE_FILTERS, type RowState } from '@shared/registration/registration-list'

/** Rows whose news is fetched when the list comes up: the newest ones, so that a long list asks for little. */
const FOLLOWED_ROWS = 12
const EVERYTHING = { query: { search: '', filter: 'all', sort: 'newest' }, from: 0, count: 200 } as const
const MAY_MOVE: ReadonlySet<RowState> = new Set<RowState>([...STATE_FILTERS.moving, ...STATE_FILTERS.mail])

export interface RegistrationListTraffic {
  readonly list: ShallowRef<RegistrationList | undefined>
  readonly failure: ShallowRef<Failure | undefined>
  /** Minutes that the newest link of a row is still good, as far as the service has said. */
  readonly minutesLeft: ShallowRef<Readonly<Record<string, number>>>
  readonly discarded: ShallowRef<RegistrationRow | undefined>
  readonly restored: ShallowRef<RegistrationRow | undefined>
  readonly load: () => Promise<void>
  readonly discard: (row: RegistrationRow) => Promise<void>
  readonly undo: () => Promise<void>
}

/** The list on this machine, news of what was sent, and discarding with a way back. */
export function useRegistrationList(): RegistrationListTraffic {
  const list = shallowRef<RegistrationList>()
  const failure = shallowRef<Failure>()
  const minutesLeft = shallowRef<Readonly<Record<string, number>>>({})
  const discarded = shallowRef<RegistrationRow>()
  const restored = shallowRef<RegistrationRow>()
  let discardId: string | undefined
  let isGone = false
  onUnmounted(() => (isGone = true))

  async function load(): Promise<void> {
    try {
      list.value = await ask('registration:list', EVERYTHING)
      failure.value = undefined
    } catch (thrown) {
      failure.value = failureOf(thrown)
      return
    }
    await followSent()
  }

  /** One after the other, and silently: a service that is not there is said once, at the top of the page. */
  async function followSent(): Promise<void> {
    const sent = (list.value?.rows ?? []).filter(({ state }) => MAY_MOVE.has(state))
    for (const row of sent.slice(0, FOLLOWED_ROWS)) {
      if (isGone) return
      try {
        const { state, activation } = await ask('registration:follow', { draftId: row.draftId })
        replace({ ...row, state })
        if (activation) minutesLeft.value = { ...minutesLeft.value, [row.draftId]: Math.ceil(activation.secondsLeft / 60) }
      } catch {
        return
      }
    }
  }

  function replace(row: RegistrationRow): void {
    if (!list.value) return
    list.value = { ...list.value, rows: list.value.rows.map((old) => (old.draftId === row.draftId ? row : old)) }
  }

  async function discard(row: RegistrationRow): Promise<void> {
    try {
      discardId = (await ask('draft:discard', { draftIds: [row.draftId] })).discardId
      list.value = await ask('registration:list', EVERYTHING)
      failure.value = undefined
      discarded.value = row
      restored.value = undefined
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  async function undo(): Promise<void> {
    const row = discarded.value
    if (!row || discardId === undefined) return
    try {
      await ask('draft:restore', { discardId })
      list.value = await ask('registration:list', EVERYTHING)
      failure.value = undefined
      discarded.value = undefined
      restored.value = row
    } catch (thrown) {
      failure.value = failureOf(thrown)
    }
  }

  return { list, failure, minutesLeft, discarded, restored, load, discard, undo }
}
