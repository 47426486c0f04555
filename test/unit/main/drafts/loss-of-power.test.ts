import { describe, expect, it } from 'vitest'
import { openDraftStore } from '@main/drafts/draft-store'
import { parseDraftFile } from '@main/drafts/draft-file'
import type { FileSystem, OpenFile } from '@main/platform/file-system'
import { systemClock } from '@main/platform/clock'
import type { DraftContent } from '@shared/registration/draft'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'

class PowerLost extends Error {}

/** Stops everything for good before the given step, counted over all steps. */
function losingPowerAt(fileSystem: FileSystem, lastStep: number): FileSystem & { readonly isOff: () => boolean } {
  let steps = 0
  const guarded = <F extends (...input: never[]) => Promise<unknown>>(work: F): F =>
    (async (...input: Parameters<F>) => {
      if ((steps += 1) > lastStep) throw new PowerLost()
      return work(...input)
    }) as unknown as F
  const wrap = <T extends object>(port: T): T => Object.fromEntries(Object.entries(port).map(([name, work]) => [name, typeof work === 'function' ? guarded(work) : work])) as T
  const wrapped = wrap(fileSystem)
  return { ...wrapped, createFile: async (path) => wrap<OpenFile>(await wrapped.createFile(path)), isOff: () => steps > lastStep }
}

describe('a loss of power at any step of any save', () => {
  it('loses no save that was acknowledged, and leaves nothing unreadable', async () => {
    const SAVES = 5
    for (let lastStep = 0; ; lastStep += 1) {
      const disk = createFallibleFileSystem()
      const fileSystem = losingPowerAt(disk, lastStep)
      let acknowledged = -1
      let path = ''
      try {
        const store = await openDraftStore({ fileSystem, folder: '/drafts', asideFolder: '/aside', clock: systemClock })
        const { id, content } = await store.create('fr')
        path = `/drafts/${id}.json`
        acknowledged = 0
        for (let save = 1; save <= SAVES; save += 1) {
          await store.save(id, numbered(content, save))
          acknowledged = save
        }
      } catch {
        expect(fileSystem.isOff()).toBe(true)
      }

      const left = disk.onDisk()
      const texts = [...left].filter(([name]) => name.endsWith('.json')).map(([, text]) => text)
      const numbers = texts.map((text) => Number(parseDraftFile(text).draft.content.person.firstName || 0))
      expect(numbers.every((number) => number >= acknowledged && number <= acknowledged + 1)).toBe(true)
      if (acknowledged >= 0) expect(left.has(path)).toBe(true)
      if (!fileSystem.isOff()) {
        expect(acknowledged).toBe(SAVES)
        return
      }
    }
  })
})

function numbered(content: DraftContent, save: number): DraftContent {
  return { ...content, person: { ...content.person, firstName: String(save) } }
}
