import { dirname } from 'node:path'

/** One file behind its names; what was synced of it is all that is sure. */
interface Inode {
  bytes: Uint8Array
  synced: Uint8Array | undefined
  mtimeMs: number
}

/** A change of names that no folder sync has made sure yet. */
interface NameChange {
  readonly unsynced: Set<string>
  readonly apply: (names: Map<string, Inode>) => void
}

/**
 * What a loss of power leaves. `names`: only what was synced; every change, as if it had reached the disk before its data;
 * only that of a number, or all but it; or all of them in reverse. `data` that was not synced: none, all but its last page, or all.
 */
export interface LossModel {
  readonly names: 'synced' | 'all' | 'reversed' | { readonly only: number } | { readonly allBut: number }
  readonly data: 'lost' | 'torn' | 'kept'
}

export interface UnsafeDisk {
  readonly create: (path: string) => { readonly write: (bytes: Uint8Array) => void; readonly sync: () => void }
  readonly read: (path: string) => Uint8Array
  readonly has: (path: string) => boolean
  readonly stat: (path: string) => { readonly size: number; readonly mtimeMs: number }
  readonly rename: (from: string, to: string) => void
  readonly remove: (path: string) => void
  readonly paths: () => readonly string[]
  readonly syncFolder: (folder: string) => void
  /** Puts a file there as if it had always been there. */
  readonly place: (path: string, bytes: Uint8Array) => void
  /** How many changes of names a loss of power may keep or drop. */
  readonly pending: () => number
  readonly afterLossOfPower: (model: LossModel) => UnsafeDisk
}

const PAGE = 4096

interface LeftFile {
  readonly bytes: Uint8Array
  readonly mtimeMs: number
}

export function createUnsafeDisk(first: ReadonlyMap<string, LeftFile> = new Map()): UnsafeDisk {
  const names = new Map<string, Inode>()
  const durable = new Map<string, Inode>()
  let pending: NameChange[] = []
  let ticks = Math.max(1_700_000_000_000, ...[...first.values()].map(({ mtimeMs }) => mtimeMs))

  function inodeAt(path: string): Inode {
    const inode = names.get(path)
    if (!inode) throw Object.assign(new Error('There is no such file'), { code: 'ENOENT' })
    return inode
  }

  function change(paths: readonly string[], apply: NameChange['apply']): void {
    apply(names)
    pending.push({ unsynced: new Set(paths.map((path) => dirname(path))), apply })
  }

  function place(path: string, content: Uint8Array, mtimeMs = (ticks += 1)): void {
    const bytes = Uint8Array.from(content)
    const inode = { bytes, synced: bytes, mtimeMs }
    names.set(path, inode)
    durable.set(path, inode)
  }

  for (const [path, { bytes, mtimeMs }] of first) place(path, bytes, mtimeMs)

  return {
    place: (path, bytes) => {
      place(path, bytes)
    },
    create(path) {
      if (names.has(path)) throw Object.assign(new Error('There is such a file'), { code: 'EEXIST' })
      const inode: Inode = { bytes: new Uint8Array(), synced: undefined, mtimeMs: (ticks += 1) }
      change([path], (map) => map.set(path, inode))
      return {
        write(bytes) {
          inode.bytes = Uint8Array.from(bytes)
          inode.mtimeMs = ticks += 1
        },
        sync() {
          inode.synced = inode.bytes
        },
      }
    },
    read: (path) => Uint8Array.from(inodeAt(path).bytes),
    has: (path) => names.has(path),
    stat(path) {
      const { bytes, mtimeMs } = inodeAt(path)
      return { size: bytes.length, mtimeMs }
    },
    rename(from, to) {
      const inode = inodeAt(from)
      change([from, to], (map) => {
        // What another change that was dropped would have put there is not taken away.
        if (map.get(from) === inode) map.delete(from)
        map.set(to, inode)
      })
    },
    remove(path) {
      const inode = inodeAt(path)
      change([path], (map) => {
        if (map.get(path) === inode) map.delete(path)
      })
    },
    paths: () => [...names.keys()],
    syncFolder(folder) {
      for (const { unsynced } of pending) unsynced.delete(folder)
      for (const { unsynced, apply } of pending) if (unsynced.size === 0) apply(durable)
      pending = pending.filter(({ unsynced }) => unsynced.size > 0)
    },
    pending: () => pending.length,
    afterLossOfPower(model) {
      const left = new Map(durable)
      for (const { apply } of kept(pending, model.names)) apply(left)
      return createUnsafeDisk(new Map([...left].map(([path, inode]) => [path, { bytes: dataLeft(inode, model.data), mtimeMs: inode.mtimeMs }])))
    },
  }
}

function kept(pending: readonly NameChange[], names: LossModel['names']): readonly NameChange[] {
  if (names === 'synced') return []
  if (names === 'all') return pending
  if (names === 'reversed') return pending.toReversed()
  return pending.filter((_, number) => ('only' in names ? number === names.only : number !== names.allBut))
}

function dataLeft({ bytes, synced }: Inode, data: LossModel['data']): Uint8Array {
  if (synced === bytes || data === 'kept') return bytes
  if (data === 'lost') return synced ?? new Uint8Array()
  const torn = Uint8Array.from(bytes)
  return torn.fill(0, Math.max(0, Math.floor((torn.length - 1) / PAGE) * PAGE))
}

/** Every way in which a loss of power just now can be told from another. */
export function everyLoss(disk: UnsafeDisk): readonly LossModel[] {
  const singles = Array.from({ length: disk.pending() }, (_, number) => [{ only: number }, { allBut: number }] as const).flat()
  return (['synced', 'all', 'reversed', ...singles] as const).flatMap((names) => (['lost', 'torn', 'kept'] as const).map((data) => ({ names, data })))
}
