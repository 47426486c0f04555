import { dirname } from 'node:path'
import type { FileSystem } from './file-system'

interface MemoryFile {
  bytes: Uint8Array
  mtimeMs: number
}

/** The same port with nothing behind it but this process: what is kept here ends with Parvis. */
export function createMemoryFileSystem(now: () => number = Date.now): FileSystem {
  const files = new Map<string, MemoryFile>()

  function fileAt(path: string): MemoryFile {
    const file = files.get(path)
    if (!file) throw Object.assign(new Error('There is no such file'), { code: 'ENOENT' })
    return file
  }

  const textAt = (path: string): string => Buffer.from(fileAt(path).bytes).toString('utf8')

  return {
    async createFile(path) {
      if (files.has(path)) throw Object.assign(new Error('There is such a file'), { code: 'EEXIST' })
      const file: MemoryFile = { bytes: new Uint8Array(), mtimeMs: now() }
      files.set(path, file)
      return {
        async write(content) {
          file.bytes = Uint8Array.from(typeof content === 'string' ? Buffer.from(content) : content)
          file.mtimeMs = now()
        },
        sync: async () => undefined,
        close: async () => undefined,
      }
    },
    readText: async (path) => textAt(path),
    readBytes: async (path, most) => Uint8Array.from(fileAt(path).bytes.subarray(0, most)),
    readTextNow: textAt,
    async append(path, text) {
      const before = files.get(path)?.bytes ?? new Uint8Array()
      files.set(path, { bytes: Buffer.concat([before, Buffer.from(text)]), mtimeMs: now() })
    },
    size: async (path) => files.get(path)?.bytes.length ?? 0,
    async stat(path) {
      const { bytes, mtimeMs } = fileAt(path)
      return { size: bytes.length, mtimeMs }
    },
    async rename(from, to) {
      files.set(to, fileAt(from))
      files.delete(from)
    },
    async remove(path) {
      files.delete(path)
    },
    list: async (folder) => [...files.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1)),
    makeFolder: async () => undefined,
    syncFolder: async () => undefined,
  }
}
