import type { FileSystem, OpenFile } from '@main/platform/file-system'
import { createUnsafeDisk, type LossModel, type UnsafeDisk } from './unsafe-disk'

/** A step of the file system port, as a test names the one that is to fail. */
export type Step = Exclude<keyof FileSystem, 'readTextNow' | 'size'> | keyof OpenFile

/** Files as text, as tests like to look at them. */
export type TextFiles = Pick<Map<string, string>, 'get' | 'set' | 'has' | 'delete' | 'keys' | 'size'>

/**
 * A file system in memory that tells what it was asked and fails where a test wants it to.
 * `onDisk` is what a loss of power would leave of it at the worst; `afterLossOfPower` what it would leave under a model.
 */
export interface FallibleFileSystem extends FileSystem {
  readonly steps: Step[]
  readonly files: TextFiles
  readonly disk: UnsafeDisk
  readonly onDisk: () => ReadonlyMap<string, string>
  readonly afterLossOfPower: (model: LossModel) => FallibleFileSystem
  /** From now on this step throws an error with this code. */
  readonly failAt: (step: Step, code: string) => void
  /** The step of this number, counted from now on from 0 over all of them, throws once; `forGood`: and every one after it. */
  readonly failAtNumber: (number: number, code: string, forGood?: 'forGood') => void
  /** Whether a step was refused since the last healing. */
  readonly isFailing: () => boolean
  readonly heal: () => void
}

export function createFallibleFileSystem(disk: UnsafeDisk = createUnsafeDisk()): FallibleFileSystem {
  const steps: Step[] = []
  let hits = 0
  let failure: { readonly isHit: (step: Step) => boolean; readonly code: string } | undefined

  function take(step: Step): void {
    steps.push(step)
    if (!failure?.isHit(step)) return
    hits += 1
    throw failed(failure.code)
  }

  const text = (path: string): string => Buffer.from(disk.read(path)).toString('utf8')

  return {
    steps,
    disk,
    files: {
      get: (path) => (disk.has(path) ? text(path) : undefined),
      set(path, content) {
        disk.place(path, Buffer.from(content))
        return this as Map<string, string>
      },
      has: disk.has,
      delete: (path) => disk.has(path) && (disk.remove(path), true),
      keys: () => disk.paths().values() as MapIterator<string>,
      get size() {
        return disk.paths().length
      },
    },
    onDisk() {
      const left = disk.afterLossOfPower({ names: 'synced', data: 'lost' })
      return new Map(left.paths().map((path) => [path, Buffer.from(left.read(path)).toString('utf8')]))
    },
    afterLossOfPower: (model) => createFallibleFileSystem(disk.afterLossOfPower(model)),
    failAt(step, code) {
      failure = { isHit: (taken) => taken === step, code }
    },
    failAtNumber(number, code, forGood) {
      const first = steps.length + number
      failure = { isHit: () => (forGood ? steps.length > first : steps.length === first + 1), code }
    },
    isFailing: () => hits > 0,
    heal() {
      failure = undefined
      hits = 0
    },
    async createFile(path) {
      take('createFile')
      const file = disk.create(path)
      return {
        async write(content) {
          take('write')
          file.write(typeof content === 'string' ? Buffer.from(content) : content)
        },
        async sync() {
          take('sync')
          file.sync()
        },
        async close() {
          take('close')
        },
      }
    },
    async readText(path) {
      take('readText')
      return text(path)
    },
    async readBytes(path, most) {
      take('readBytes')
      return disk.read(path).subarray(0, most)
    },
    readTextNow(path) {
      take('readText')
      return text(path)
    },
    async append(path, more) {
      take('append')
      const before = disk.has(path) ? disk.read(path) : new Uint8Array()
      disk.place(path, Buffer.concat([before, Buffer.from(more)]))
    },
    size: async (path) => (disk.has(path) ? disk.read(path).length : 0),
    async stat(path) {
      take('stat')
      return disk.stat(path)
    },
    async rename(from, to) {
      take('rename')
      disk.rename(from, to)
    },
    async remove(path) {
      take('remove')
      if (disk.has(path)) disk.remove(path)
    },
    async list(folder) {
      take('list')
      return disk.paths().filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/')).map((path) => path.slice(folder.length + 1))
    },
    async makeFolder() {
      take('makeFolder')
    },
    async syncFolder(folder) {
      take('syncFolder')
      disk.syncFolder(folder)
    },
  }
}

function failed(code: string): Error {
  return Object.assign(new Error(`The disk says ${code}`), { code })
}
