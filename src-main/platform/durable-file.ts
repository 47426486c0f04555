import { randomUUID } from 'node:crypto'
import { dirname } from 'node:path'
import { AppError } from '@shared/errors/app-error'
import type { FileSystem } from './file-system'

/** How names of unfinished writes end. What ends so after a crash is an orphan: never data, safe to remove. */
const TEMPORARY_NAME = /\.[0-9a-f-]{36}\.tmp$/

export function isTemporaryName(name: string): boolean {
  return TEMPORARY_NAME.test(name)
}

/**
 * Replaces a file as a whole, or leaves it as it was. Resolves only when the new text would survive a loss of power:
 * temporary file, fsync, rename, fsync of the folder. Throws `disk-full` or `disk-refused`.
 */
export async function writeDurably(fileSystem: FileSystem, path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await writeAndSync(fileSystem, temporary, text)
    await fileSystem.rename(temporary, path)
    await fileSystem.syncFolder(dirname(path))
  } catch (thrown) {
    // The first failure is the one to tell; what cannot be removed now is swept at the next start.
    await fileSystem.remove(temporary).catch(() => undefined)
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
  try {
    return await fileSystem.readText(path)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined
    throw toDiskError(thrown)
  }
}

/** Removes what interrupted writes left behind: it may hold all of a person's draft. Returns how many files went. */
export async function sweepTemporaryFiles(fileSystem: FileSystem, folder: string): Promise<number> {
  const names = await fileSystem.list(folder).catch(() => [])
  const orphans = names.filter(isTemporaryName)
  const removals = await Promise.allSettled(orphans.map((name) => fileSystem.remove(`${folder}/${name}`)))
  return removals.filter(({ status }) => status === 'fulfilled').length
}

async function writeAndSync(fileSystem: FileSystem, path: string, text: string): Promise<void> {
  const file = await fileSystem.createFile(path)
  try {
    await file.write(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A failed disk, in the two ways that a person can do something about. */
export function toDiskError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const code = codeOf(thrown)
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  return new AppError(isFull ? 'disk-full' : 'disk-refused', `The disk refused (${code ?? 'no code'})`, { cause: thrown })
}

function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}
