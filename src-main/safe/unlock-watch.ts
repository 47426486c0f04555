import type { KeyVault } from '../credentials/key-vault'

const LOOK_AGAIN_MS = 30_000

export interface UnlockWatch {
  readonly start: () => void
  readonly stop: () => void
}

interface UnlockWatchOptions {
  readonly vaults: readonly KeyVault[]
  /** What is waited for; `undefined` while there is nothing to look for. */
  readonly name: () => string | undefined
  readonly unlocked: () => Promise<unknown>
}

/**
 * Where the system lets us look without asking the person (the Secret Service of a Linux desktop), a keychain that they open later
 * opens the drafts, too. Elsewhere only *Try again* asks: nobody is to be met by a question for a password that they did not cause.
 */
export function createUnlockWatch({ vaults, name, unlocked }: UnlockWatchOptions): UnlockWatch {
  let timer: ReturnType<typeof setInterval> | undefined

  async function look(): Promise<void> {
    const wanted = name()
    if (wanted === undefined) return
    const answers = await Promise.all(vaults.map((vault) => vault.answersUnprompted(wanted)))
    if (answers.includes(true) && name() === wanted) await unlocked()
  }

  return {
    start() {
      timer ??= setInterval(() => void look(), LOOK_AGAIN_MS)
      timer.unref()
    },
    stop() {
      clearInterval(timer)
      timer = undefined
    },
  }
}
