import type { Failure } from '@shared/errors/app-error'
import type { InputOf } from '@shared/ipc/contract'
import type { SafeDescription } from '@shared/ipc/safe'
import type { ShallowRef } from 'vue'
import { ask } from '../bridge/bridge'
import { useFailure } from '../failures/use-failure'
import { useSafeStore } from './use-safe-store'

export interface SafeTraffic {
  readonly failure: Readonly<ShallowRef<Failure | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** Each gives whether there is a list to be read now. */
  readonly open: (passphrase: string) => Promise<boolean>
  readonly choose: (choice: InputOf<'safe:choose'>) => Promise<boolean>
  readonly retry: () => Promise<boolean>
  readonly startAnew: () => Promise<boolean>
  readonly forget: () => void
}

/** What a person can do about the safe. The store takes over what the main process answers. */
export function useSafe(): SafeTraffic {
  const store = useSafeStore()
  const { failure, busy, attempt, forget } = useFailure()

  async function adopt(question: () => Promise<SafeDescription>): Promise<boolean> {
    const description = await attempt(question)
    if (description) store.adopt(description)
    return description !== undefined && store.isReadable
  }

  return {
    failure, busy, forget,
    open: (passphrase) => adopt(() => ask('safe:open', { passphrase })),
    choose: (choice) => adopt(() => ask('safe:choose', choice)),
    retry: () => adopt(() => ask('safe:retry', {})),
    startAnew: () => adopt(() => ask('safe:start-anew', {})),
  }
}
