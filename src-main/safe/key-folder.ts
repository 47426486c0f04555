import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/errors/app-error'
import { readIfThere, removeDurably, sweepTemporaryFiles, toDiskError, writeDurably } from '../platform/durable-file'
import type { FileSystem } from '../platform/file-system'
import { parseKeyFile, writeKeyFile, type KeyFile } from './key-file'

/** What there is of keys in a profile. */
export interface KeysFound {
  /** The one that is in force; without one, the newest of those that were replaced. */
  readonly current: KeyFile | undefined
  /** Whether `current` is the one in force, and not one that was replaced. */
  readonly isInForce: boolean
  /** Something is in the place of the key and its copy, and neither can be read. */
  readonly isDamaged: boolean
  /** Those that were replaced, newest first. */
  readonly retired: readonly KeyFile[]
}

export interface KeyFolder {
  /** Reads what is there, and mends the one of a pair by the other. Throws `disk-refused`. */
  readonly read: () => Promise<KeysFound>
  /** Writes key file and copy. Only where there is none, or the same key's: a key is never overwritten by another. */
  readonly write: (file: KeyFile) => Promise<void>
  /** Moves the pair aside under a name that says when; it is never deleted. */
  readonly retire: () => Promise<void>
  /** Removes every key file, the retired ones too. */
  readonly removeAll: () => Promise<void>
}

interface KeyFolderOptions {
  readonly fileSystem: FileSystem
  /** Where the key file lies; its copy and retired ones lie beside it. */
  readonly path: string
  readonly now: () => Date
}

/** Key files of a profile: one, an identical copy, and those that were replaced. */
export function createKeyFolder({ fileSystem, path, now }: KeyFolderOptions): KeyFolder {
  const copyPath = `${path}.copy`
  const folder = dirname(path)
  let swept: Promise<void> | undefined
  const isRetired = (name: string): boolean => name.startsWith(`${basename(path)}.`) && name.endsWith('.old')

  const parse = (text: string | undefined): KeyFile | undefined => (text === undefined ? undefined : parseKeyFile(text))

  async function retiredNames(): Promise<readonly string[]> {
    return (await fileSystem.list(folder).catch(() => [])).filter(isRetired).toSorted().toReversed()
  }

  async function read(): Promise<KeysFound> {
    // What a run that was killed left half written. Later in this run it would be a key that is just being written.
    swept ??= sweepKeyFiles()
    // All at once: the list of a start waits for this, and every turn of the event loop is long then.
    const [text, copyText, oldNames] = await Promise.all([readIfThere(fileSystem, path), readIfThere(fileSystem, copyPath), retiredNames(), swept])
    const [main, copy] = [parse(text), parse(copyText)]
    const olds = await Promise.all(oldNames.map(async (name) => parse(await readIfThere(fileSystem, join(folder, name)))))
    const retired = unique(olds.filter((file) => file !== undefined))
    const isDamaged = !main && !copy && (text !== undefined || copyText !== undefined)
    const current = main ?? copy
    // A disk that does not take it now is tried again at the next start; the good one of the two is enough for this one.
    if (current && text !== copyText) await mend(current, text, copyText).catch(() => undefined)
    if (current || isDamaged) return { current, isInForce: current !== undefined, isDamaged, retired: retired.filter(({ keyId }) => keyId !== current?.keyId) }
    return { current: retired[0], isInForce: false, isDamaged, retired: retired.slice(1) }
  }

  /** What is damaged is not thrown away, either: who knows what it would still have been good for. */
  async function mend(good: KeyFile, text: string | undefined, copyText: string | undefined): Promise<void> {
    const wanted = writeKeyFile(good)
    for (const [at, found] of [[path, text], [copyPath, copyText]] as const) {
      if (found === wanted) continue
      if (found !== undefined && !parse(found)) await moveAside(at)
      await writeDurably(fileSystem, at, wanted)
    }
  }

  async function moveAside(at: string): Promise<void> {
    const stamp = now().toISOString().replaceAll(/[:.]/g, '-')
    try {
      await fileSystem.rename(at, `${path}.${stamp}${at === copyPath ? '.copy' : ''}.old`)
      await fileSystem.syncFolder(folder)
    } catch (thrown) {
      throw toDiskError(thrown)
    }
  }

  return {
    read,
    async write(file) {
      await fileSystem.makeFolder(folder).catch(() => undefined)
      for (const at of [path, copyPath]) {
        const found = await readIfThere(fileSystem, at)
        if (found !== undefined && parse(found)?.keyId !== file.keyId) throw new AppError('unexpected', 'Another key lies in the place of this one')
      }
      const text = writeKeyFile(file)
      await writeDurably(fileSystem, path, text)
      await writeDurably(fileSystem, copyPath, text)
    },
    async retire() {
      for (const at of [path, copyPath]) if ((await readIfThere(fileSystem, at)) !== undefined) await moveAside(at)
    },
    async removeAll() {
      const names = await retiredNames()
      await sweepKeyFiles()
      for (const at of [path, copyPath, ...names.map((name) => join(folder, name))]) await removeDurably(fileSystem, at)
    },
  }

  /** Only those of the key: other files of the profile may just be being written. */
  async function sweepKeyFiles(): Promise<void> {
    await sweepTemporaryFiles({ ...fileSystem, list: async (at) => (await fileSystem.list(at)).filter((name) => name.startsWith(`${basename(path)}.`)) }, folder)
  }
}

function unique(files: readonly KeyFile[]): readonly KeyFile[] {
  return files.filter((file, index) => files.findIndex(({ keyId }) => keyId === file.keyId) === index)
}
