import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { isAbsent, toDiskError } from './disk-error'
import type { FileSystem } from './file-system'
import { renamePatiently, systemPause, type Pause } from './patient-rename'

export { toDiskError } from './disk-error'

/** How names of unfinished writes end. What ends so after a crash is an orphan: never data, safe to remove. */
const TEMPORARY_NAME = /\.[0-9a-f-]{36}\.tmp$/
const PREVIOUS = '.previous'

export function isTemporaryName(name: string): boolean {
  return TEMPORARY_NAME.test(name)
}

/** Where the generation before the current one lies. */
export function previousOf(path: string): string {
  return `${path}${PREVIOUS}`
}

/**
 * Replaces a file as a whole, or leaves it as it was. Resolves only when the new content would survive a loss of power:
 * temporary file, fsync, rename, fsync of the folder. Throws `disk-full` or `disk-refused`.
 */
export async function writeDurably(fileSystem: FileSystem, path: string, content: string | Uint8Array, pause: Pause = systemPause): Promise<void> {
  await throughTemporary(fileSystem, path, content, async (temporary) => {
    await renamePatiently(fileSystem, temporary, path, pause)
    await fileSystem.syncFolder(dirname(path))
  })
}

/**
 * The same, with the generation that was there kept beside the new one. Between both renames there is no current file:
 * then the previous one is the newest that was ever acknowledged. What fails is undone, so that a refused save changes nothing.
 */
export async function replaceDurably(fileSystem: FileSystem, path: string, content: Uint8Array, pause: Pause = systemPause): Promise<void> {
  const previous = previousOf(path)
  await throughTemporary(fileSystem, path, content, async (temporary) => {
    const hadCurrent = await renameIfThere(fileSystem, path, previous, pause)
    try {
      await renamePatiently(fileSystem, temporary, path, pause)
      await fileSystem.syncFolder(dirname(path))
    } catch (thrown) {
      // Where this fails as well, whoever reads finds the one or the other, whole.
      await (hadCurrent ? fileSystem.rename(previous, path) : fileSystem.remove(path)).catch(() => undefined)
      throw thrown
    }
  })
}

/** `false` when there is nothing to rename. */
export async function renameIfThere(fileSystem: FileSystem, from: string, to: string, pause: Pause = systemPause): Promise<boolean> {
  try {
    await renamePatiently(fileSystem, from, to, pause)
    return true
  } catch (thrown) {
    if (isAbsent(thrown)) return false
    throw thrown
  }
}

export async function isThere(fileSystem: FileSystem, path: string): Promise<boolean> {
  return (await orAbsent(fileSystem.stat(path))) !== undefined
}

/** Creates the folder, for good: a file in a folder that a loss of power takes away is no file. */
export async function makeFolderDurably(fileSystem: FileSystem, folder: string): Promise<void> {
  try {
    await fileSystem.makeFolder(folder)
    await fileSystem.syncFolder(dirname(folder))
  } catch (thrown) {
    throw toDiskError(thrown)
  }
}

/** Removes a file for good. A file that is not there is not an error. */
export async function removeDurably(fileSystem: FileSystem, path: string): Promise<void> {
  try {
    await fileSystem.remove(path)
    await fileSystem.syncFolder(dirname(path))
  } catch (thrown) {
    throw toDiskError(thrown)
  }
}

/** The file's text, or `undefined` when there is no such file. */
export async function readIfThere(fileSystem: FileSystem, path: string): Promise<string | undefined> {
  return orAbsent(fileSystem.readText(path))
}

/** The file's bytes, or `undefined` when there is no such file. */
export async function readBytesIfThere(fileSystem: FileSystem, path: string, most?: number): Promise<Uint8Array | undefined> {
  return orAbsent(fileSystem.readBytes(path, most))
}

/** The names in a folder; none when there is no such folder. */
export async function listIfThere(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  return (await orAbsent(fileSystem.list(folder))) ?? []
}

/** Removes what interrupted writes left behind: it may hold all of a person's draft. Returns how many files went. */
export async function sweepTemporaryFiles(fileSystem: FileSystem, folder: string): Promise<number> {
  const names = await fileSystem.list(folder).catch(() => [])
  const orphans = names.filter(isTemporaryName)
  const removals = await Promise.allSettled(orphans.map((name) => fileSystem.remove(`${folder}/${name}`)))
  return removals.filter(({ status }) => status === 'fulfilled').length
}

async function orAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (thrown) {
    if (isAbsent(thrown)) return undefined
    throw toDiskError(thrown)
  }
}

async function throughTemporary(fileSystem: FileSystem, path: string, content: string | Uint8Array, putInPlace: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await writeAndSync(fileSystem, temporary, content)
    await putInPlace(temporary)
  } catch (thrown) {
    // The first failure is the one to tell; what cannot be removed now is swept at the next start.
    await fileSystem.remove(temporary).catch(() => undefined)
    throw toDiskError(thrown)
  }
}

async function writeAndSync(fileSystem: FileSystem, path: string, content: string | Uint8Array): Promise<void> {
  const file = await fileSystem.createFile(path)
  try {
    await file.write(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
