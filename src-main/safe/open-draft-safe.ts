import { AppError } from '@shared/errors/app-error'
import type { SafeDescription } from '@shared/ipc/safe'
import type { KeyVault } from '../credentials/key-vault'
import type { Randomness } from '../platform/randomness'
import type { DraftCount } from './count-drafts'
import { createDataKey, type DataKey } from './data-key'
import type { DraftSafe } from './draft-safe'
import { vaultNameOf, type KeyFile } from './key-file'
import type { KeyFolder, KeysFound } from './key-folder'
import { makeKeyByPassphrase, makeKeyInVault } from './make-key'
import { openByPassphrase, openByVaults, type OpenedKey } from './open-key'
import { calibrateCost, checkPassphrase, deriveKey, type DeriveKey, type PassphraseCost } from './passphrase-key'
import { createQuestion } from './question'
import { createRetiredKeys } from './retired-keys'
import { stateOfFiles, toDescription, type SafeState } from './safe-state'
import { createUnlockWatch } from './unlock-watch'
import { KEY_BYTES, wrapByPassphrase } from './wrap-key'

export interface DraftSafeOptions {
  readonly keys: KeyFolder
  readonly count: () => Promise<DraftCount>
  /** Whether one look says that there are sealed drafts, so that nobody need count ten thousand of them at a start. */
  readonly isSurelyFull?: () => Promise<boolean>
  /** In the order in which they are to be used. */
  readonly vaults: readonly KeyVault[]
  readonly randomness: Randomness
  /** Memory was chosen before Parvis started: nobody is ever asked. */
  readonly isMemoryChosen?: boolean
  /** Hears of every change of what `describe` says. */
  readonly changed?: (description: SafeDescription) => void
  readonly derive?: DeriveKey
  readonly calibrate?: () => Promise<PassphraseCost>
}

/** Opens nothing yet and asks nobody: what there is of keys and drafts is read off the disk. */
export async function openDraftSafe(options: DraftSafeOptions): Promise<DraftSafe> {
  const { keys, vaults, randomness, changed, derive = deriveKey, calibrate = () => calibrateCost(derive) } = options
  const nothing: KeysFound = { current: undefined, isInForce: false, isDamaged: false, retired: [] }
  let found = await keys.read().catch(() => nothing)
  let count = (await mayStayUncounted()) ? UNCOUNTED : await options.count()
  let leftAlone = 0
  /** Somebody asked for a new key; until it is made, a drawer that still has the old one does not stand in its way. */
  let wantsAnew = false
  let state: SafeState = options.isMemoryChosen ? inMemory() : stateOfFiles(found, count)
  const retired = createRetiredKeys({ vaults, randomness, derive })

  /** Where nothing is said yet but that there are some. Whatever says how many, or decides by it, counts them. */
  async function mayStayUncounted(): Promise<boolean> {
    const isSaidOnly = !options.isMemoryChosen && found.current !== undefined && stateOfFiles(found, UNCOUNTED).is === 'closed'
    return isSaidOnly && (await options.isSurelyFull?.()) === true
  }

  const describe = (): SafeDescription => toDescription(state, found, count, leftAlone)

  function enter(next: SafeState): void {
    state = next
    if (state.is === 'locked') watch.start()
    else watch.stop()
    changed?.(describe())
  }

  function inMemory(): SafeState {
    return { is: 'in-memory', key: createDataKey(randomness.uuid(), randomness.bytes(KEY_BYTES), randomness) }
  }

  async function readDisk(): Promise<void> {
    found = await keys.read()
    count = await options.count()
  }

  /** The whole way to a key: by what is there, else by a new one where nothing needs the old one. */
  async function seek(isStale: () => boolean): Promise<SafeState> {
    found = await keys.read()
    const { current } = found
    const isReplaced = wantsAnew && !found.isInForce
    const answer = current && !isReplaced ? await openByVaults(current, vaults, randomness) : undefined
    if (answer && 'dataKey' in answer) return adopt(answer, isStale)
    // Ten thousand files are counted only where their number decides something.
    count = await options.count()
    if (current && answer) {
      if (answer.trouble === undefined) return { is: 'passphrase-needed' }
      const isGone = answer.trouble === 'missing' || answer.trouble === 'replaced'
      if (count.needsKey || !isGone || hasOtherWay(current)) return { is: 'locked', trouble: answer.trouble }
    }
    const byFiles = stateOfFiles(found, count)
    if (!current && !isReplaced && byFiles.is === 'locked') return byFiles
    return makeNew(isStale)
  }

  async function makeNew(isStale: () => boolean): Promise<SafeState> {
    const made = await makeKeyInVault(vaults, randomness)
    if (!('dataKey' in made)) return { is: 'choice-needed', trouble: made.trouble }
    if (!isStale()) return putInForce(made)
    await forget(made.file)
    return state
  }

  /** Nothing is sealed under a key before its file is on the disk for good, and was read again from there. */
  async function putInForce(made: OpenedKey): Promise<SafeState> {
    await keys.retire()
    await keys.write(made.file)
    await readDisk()
    if (found.current?.checkValue !== made.file.checkValue) throw new AppError('disk-refused', 'The key file is not what was written')
    leftAlone = count.sealed
    wantsAnew = false
    await retired.find(found.retired)
    return { is: 'open', opened: made }
  }

  async function adopt(opened: OpenedKey, isStale: () => boolean): Promise<SafeState> {
    if (isStale()) return state
    // The one that was replaced last serves again, because nothing took its place.
    if (!found.isInForce) await keys.write(opened.file).then(readDisk)
    await retired.find(found.retired)
    return { is: 'open', opened }
  }

  async function forget({ keyId }: KeyFile): Promise<void> {
    await Promise.all(vaults.map((vault) => vault.forget(vaultNameOf(keyId))))
  }

  const question = createQuestion({ enter, state: () => state, silent: () => (found.current && !wantsAnew ? 'locked' : 'choice-needed') })

  function keyNow(): DataKey {
    if (state.is === 'open') return state.opened.dataKey
    if (state.is === 'in-memory') return state.key
    if (state.is === 'choice-needed') throw new AppError('safe-choice-needed', 'There is no keychain, and nobody has chosen yet')
    throw new AppError('safe-locked', 'The key to the drafts is not at hand')
  }

  async function key(purpose: 'to-read' | 'to-write'): Promise<DataKey> {
    if (state.is === 'closed' && (purpose === 'to-write' || found.current)) await question.ask(seek)
    else if (state.is === 'opening') await question.wait()
    return keyNow()
  }

  async function retry(): Promise<SafeDescription> {
    if (state.is === 'open') {
      if (await retired.find(found.retired)) changed?.(describe())
    } else if (state.is !== 'in-memory' && describe().state !== 'empty') await question.ask(seek)
    return describe()
  }

  async function openWith(passphrase: string): Promise<SafeDescription> {
    if (state.is === 'in-memory') throw new AppError('safe-locked', 'Memory was chosen for this run')
    await readDisk()
    const opened = state.is !== 'open' && found.current ? await openByPassphrase(found.current, passphrase, randomness, derive) : undefined
    const isRetiredFound = await retired.findByPassphrase(found.retired, passphrase)
    if (!opened && !isRetiredFound) throw new AppError('passphrase-wrong', 'The passphrase opens none of the keys')
    if (opened) await instead((isStale) => adopt(opened, isStale))
    else changed?.(describe())
    return describe()
  }

  async function closeByPassphrase(passphrase: string): Promise<void> {
    checkPassphrase(passphrase)
    if (state.is === 'open') return addPassphrase(state.opened, passphrase)
    await readDisk()
    const mayMake = state.is === 'choice-needed' || stateOfFiles(found, count).is === 'closed'
    if (state.is === 'in-memory' || !mayMake || (found.current && !wantsAnew && count.needsKey)) throw new AppError('safe-locked', 'What is there has a key already')
    const made = await makeKeyByPassphrase(passphrase, await calibrate(), randomness, derive)
    await instead((isStale) => (isStale() ? Promise.resolve(state) : putInForce(made)))
  }

  /** Something that was asked for takes the place of whatever the keychain was asked. */
  async function instead(work: (isStale: () => boolean) => Promise<SafeState>): Promise<void> {
    const isStale = question.supersede()
    try {
      const next = await work(isStale)
      if (!isStale()) enter(next)
    } catch (thrown) {
      if (!isStale()) enter({ is: 'closed' })
      throw thrown
    }
  }

  async function addPassphrase(opened: OpenedKey, passphrase: string): Promise<void> {
    const wrap = await wrapByPassphrase(opened.file.keyId, opened.bytes, passphrase, await calibrate(), randomness, derive)
    const file: KeyFile = { ...opened.file, wraps: [...opened.file.wraps.filter(({ by }) => by !== 'passphrase'), wrap] }
    await keys.write(file)
    await readDisk()
    enter({ is: 'open', opened: { ...opened, file } })
  }

  const watch = createUnlockWatch({
    vaults,
    /** Of a key that was replaced a vault would give the same answer for ever. */
    name: () => (state.is === 'locked' && state.trouble !== 'replaced' && found.current && !question.isUnanswered() ? vaultNameOf(found.current.keyId) : undefined),
    unlocked: () => retry().catch(() => undefined),
  })

  return {
    describe,
    key,
    retry,
    retiredKey: retired.keyOf,
    isOnDisk: () => state.is !== 'in-memory',
    leaveAlone(drafts) {
      if (drafts === leftAlone) return
      leftAlone = drafts
      if (state.is === 'open') changed?.(describe())
    },
    openByPassphrase: openWith,
    async choose(choice) {
      if (choice.keep === 'by-passphrase') await closeByPassphrase(choice.passphrase)
      else if (state.is !== 'open' && state.is !== 'in-memory') {
        question.supersede()
        count = await options.count()
        enter(inMemory())
      }
      return describe()
    },
    async startAnew() {
      if (state.is === 'open' || state.is === 'in-memory') return describe()
      question.supersede()
      await keys.retire()
      wantsAnew = true
      await question.ask(seek)
      return describe()
    },
    async destroy() {
      question.supersede()
      if (state.is === 'open') state.opened.bytes.fill(0)
      const files = [found.current, ...found.retired].filter((file) => file !== undefined)
      // The files first: without them what the vaults still have opens nothing, should one of them not answer.
      await keys.removeAll()
      retired.clear()
      found = nothing
      count = { sealed: 0, clear: 0, needsKey: false }
      leftAlone = 0
      enter(options.isMemoryChosen ? inMemory() : { is: 'closed' })
      await within(FORGET_PATIENCE_MS, Promise.all(files.map(forget)))
    },
  }
}

const FORGET_PATIENCE_MS = 10_000
const UNCOUNTED: DraftCount = { sealed: 1, clear: 0, needsKey: true }

function hasOtherWay({ wraps }: KeyFile): boolean {
  return wraps.some(({ by }) => by === 'passphrase')
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let alarm: ReturnType<typeof setTimeout> | undefined
  await Promise.race([work, new Promise((resolve) => (alarm = setTimeout(resolve, ms)))])
  clearTimeout(alarm)
}
