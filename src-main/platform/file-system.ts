import { constants, readFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'

/** One open file, as far as a durable write needs it. */
export interface OpenFile {
  readonly write: (content: string | Uint8Array) => Promise<void>
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What the file system says of a file without opening it. */
export interface FileFacts {
  readonly size: number
  readonly mtimeMs: number
}

/** The file system as a port, so that tests can break every step of a write. Errors carry Node's `code`. */
export interface FileSystem {
  /** Creates and opens a file for this user alone; fails when it exists. */
  readonly createFile: (path: string) => Promise<OpenFile>
  readonly readText: (path: string) => Promise<string>
  /** `most`: no more than so many, from the beginning. */
  readonly readBytes: (path: string, most?: number) => Promise<Uint8Array>
  /** The same while everything waits: for the little that is needed before the window, where every turn of the event loop is long. */
  readonly readTextNow: (path: string) => string
  /** Appends to a file of this user alone, which it creates when there is none. */
  readonly append: (path: string, text: string) => Promise<void>
  /** In bytes; 0 when there is no such file. */
  readonly size: (path: string) => Promise<number>
  /** Fails when there is no such file. */
  readonly stat: (path: string) => Promise<FileFacts>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
  readonly list: (folder: string) => Promise<readonly string[]>
  /** Creates the folder and those above it, for this user alone. */
  readonly makeFolder: (folder: string) => Promise<void>
  /** Makes what was renamed or removed in this folder survive a loss of power. */
  readonly syncFolder: (folder: string) => Promise<void>
}

async function readStart(path: string, most: number): Promise<Uint8Array> {
  const file = await fs.open(path, constants.O_RDONLY)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const OWNER_FILE = 0o600
const OWNER_FOLDER = 0o700

export const nodeFileSystem: FileSystem = {
  async createFile(path) {
    const file = await fs.open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, OWNER_FILE)
    return {
      write: (content) => file.writeFile(content, 'utf8'),
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  readText: (path) => fs.readFile(path, 'utf8'),
  readBytes: (path, most) => (most === undefined ? fs.readFile(path) : readStart(path, most)),
  readTextNow: (path) => readFileSync(path, 'utf8'),
  append: (path, text) => fs.appendFile(path, text, { encoding: 'utf8', mode: OWNER_FILE }),
  async size(path) {
    try {
      return (await fs.stat(path)).size
    } catch {
      return 0
    }
  },
  async stat(path) {
    const { size, mtimeMs } = await fs.stat(path)
    return { size, mtimeMs }
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  list: (folder) => fs.readdir(folder),
  async makeFolder(folder) {
    await fs.mkdir(folder, { recursive: true, mode: OWNER_FOLDER })
  },
  async syncFolder(folder) {
    // Windows opens no folders, and NTFS journals a rename by itself.
    if (process.platform === 'win32') return
    const handle = await fs.open(folder, constants.O_RDONLY)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}
