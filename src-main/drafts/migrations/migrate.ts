import { from1To2 } from './from-1-to-2'

export type StoredContent = Readonly<Record<string, unknown>>

/** One pure function a hop, by the version that it starts from. A hop that was released is never changed again. */
const HOPS: Readonly<Record<number, (content: StoredContent) => StoredContent>> = { 1: from1To2 }

/** Brings content of an older version to the wanted one. `undefined` where no hop leads on: such a version never was. */
export function migrate(content: StoredContent, from: number, to: number): StoredContent | undefined {
  let migrated = content
  for (let version = from; version < to; version += 1) {
    const hop = HOPS[version]
    if (!hop) return undefined
    migrated = hop(migrated)
  }
  return migrated
}
