import type { FileSystem, OpenFile } from '@main/platform/file-system'

/** A step of the file system port, as a test names the one that is to fail. */
export type Step = keyof FileSystem | keyof OpenFile

/**
 * A file system in memory that tells what it was asked and fails where a test wants it to.
 * `onDisk` is what a loss of power would leave: a file's synced text, under names that were there at the last folder sync.
 */
export interface FallibleFileSystem extends FileSystem {
  readonly steps: Step[]
  readonly files: Map<string, string>
  readonly onDisk: () => ReadonlyMap<string, string>
  /** From now on this step throws an error with this code. */
  readonly failAt: (step: Step, code: string) => void
  readonly heal: () => void
}

export function createFallibleFileSystem(): FallibleFileSystem {
  const files = new Map<string, string>()
  const synced = new Map<string, string>()
  const durable = new Map<string, string>()
  const steps: Step[] = []
  let failure: { readonly step: Step; readonly code: string } | undefined

  function take(step: Step): void {
    steps.push(step)
    if (failure?.step === step) throw failed(failure.code)
  }

  function read(path: string): string {
    const text = files.get(path)
    if (text === undefined) throw failed('ENOENT')
    return text
  }

  return {
    steps,
    files,
    onDisk: () => durable,
    failAt(step, code) {
      failure = { step, code }
    },
    heal() {
      failure = undefined
    },
    async createFile(path) {
      take('createFile')
      if (files.has(path)) throw failed('EEXIST')
      files.set(path, '')
      return {
        async write(text) {
          take('write')
          files.set(path, text)
        },
        async sync() {
          take('sync')
          synced.set(path, read(path))
        },
        async close() {
          take('close')
        },
      }
    },
    async readText(path) {
      take('readText')
      return read(path)
    },
    readTextNow(path) {
      take('readText')
      return read(path)
    },
    async append(path, text) {
      take('append')
      files.set(path, (files.get(path) ?? '') + text)
    },
    size: async (path) => Buffer.byteLength(files.get(path) ?? ''),
    async rename(from, to) {
      take('rename')
      files.set(to, read(from))
      files.delete(from)
      const text = synced.get(from)
      if (text !== undefined) synced.set(to, text)
    },
    async remove(path) {
      take('remove')
      files.delete(path)
    },
    async list(folder) {
      take('list')
      return [...files.keys()].filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')).map((path) => path.slice(folder.length + 1))
    },
    async makeFolder() {
      take('makeFolder')
    },
    async syncFolder(folder) {
      take('syncFolder')
      for (const path of durable.keys()) if (path.startsWith(`${folder}/`) && !files.has(path)) durable.delete(path)
      for (const path of files.keys()) if (path.startsWith(`${folder}/`)) durable.set(path, synced.get(path) ?? '')
    },
  }
}

function failed(code: string): Error {
  return Object.assign(new Error(`The disk says ${code}`), { code })
}
