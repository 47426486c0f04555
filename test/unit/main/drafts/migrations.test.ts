import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDraftFile, SCHEMA_VERSION } from '@main/drafts/draft-file'
import { from1To2 } from '@main/drafts/migrations/from-1-to-2'
import { DraftId } from '@shared/registration/draft'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'
import { ASIDE, EVERYTHING, FOLDER, named, openTestDrafts } from '../../../support/main/test-drafts'

/** Frozen: files as those versions wrote them. They are never written anew; a new version adds its own. */
const FIXTURES = join(import.meta.dirname, '../../../fixtures/drafts')
const CLEAR_ID = DraftId.parse('6a0d2c53-5b0e-4f6b-9f0a-1d2f3c4b5a60')
const SEALED_ID = DraftId.parse('b6f1de37-9f0b-4a53-8c39-2a8d1f6e7c11')
const version1 = readFileSync(join(FIXTURES, 'version-1.json'), 'utf8')
const version2 = readFileSync(join(FIXTURES, 'version-2.draft'))

const content = (text: string) => JSON.parse(text) as Record<string, unknown> & { draft: { content: { person: unknown } } }

describe('a draft of version 1', () => {
  it('is migrated by a pure function', () => {
    const before = Object.freeze(content(version1))
    const after = from1To2(before)
    expect(after).toEqual({ schemaVersion: 2, draft: before.draft, accessKeyIn: 'keychain', usedKey: before['sending'] })
    expect(from1To2(before)).toEqual(after)
  })

  it('is one of this version afterwards', () => {
    expect(parseDraftFile(version1)).toMatchObject({ schemaVersion: SCHEMA_VERSION, draft: { id: CLEAR_ID }, usedKey: { fingerprint: 'f'.repeat(64) } })
  })

  it('is sealed at the first opening, and its clear file is gone, for good', async () => {
    const disk = createFallibleFileSystem()
    disk.files.set(`${FOLDER}/${CLEAR_ID}.json`, version1)
    const reports: string[] = []
    const drafts = openTestDrafts(disk, { report: (what, count) => reports.push(`${what} ${count}`) })
    expect((await drafts.list(EVERYTHING, 0, 10)).rows).toMatchObject([{ draftId: CLEAR_ID, personName: 'Élodie Lefèvre' }])
    expect((await drafts.open(CLEAR_ID)).draft.content).toEqual(content(version1).draft.content)
    expect([...disk.onDisk().keys()]).toEqual([`${FOLDER}/${CLEAR_ID}.draft`])
    expect(disk.files.get(`${FOLDER}/${CLEAR_ID}.draft`)).not.toContain('Lefèvre')
    expect(reports).toEqual(['clear-drafts-sealed 1'])
  })

  it('stays in clear until its sealed file was read back, whatever step the disk refuses', async () => {
    for (let number = 0; ; number += 1) {
      const disk = createFallibleFileSystem()
      disk.files.set(`${FOLDER}/${CLEAR_ID}.json`, version1)
      disk.failAtNumber(number, 'EIO', 'forGood')
      await openTestDrafts(disk).list(EVERYTHING, 0, 10).catch(() => undefined)
      const wasHit = disk.isFailing()
      for (const left of [disk.afterLossOfPower({ names: 'synced', data: 'lost' }), disk.afterLossOfPower({ names: 'all', data: 'torn' })]) {
        expect((await openTestDrafts(left).open(CLEAR_ID)).draft.content).toEqual(content(version1).draft.content)
      }
      if (!wasHit) return
    }
  })

  it('that cannot be read is set aside, and one of a version that is not known is left where it is', async () => {
    const disk = createFallibleFileSystem()
    disk.files.set(`${FOLDER}/${CLEAR_ID}.json`, version1.slice(0, 300))
    disk.files.set(`${FOLDER}/${SEALED_ID}.json`, '{"schemaVersion":7}')
    const { rows, unreadable } = await openTestDrafts(disk).list(EVERYTHING, 0, 10)
    expect(rows).toEqual([])
    expect(unreadable).toMatchObject([{ fileName: `${SEALED_ID}.json`, code: 'draft-from-newer-version' }, { code: 'draft-unreadable' }])
    expect(disk.files.get(`${FOLDER}/${SEALED_ID}.json`)).toBe('{"schemaVersion":7}')
    expect(disk.files.get(`${ASIDE}/${unreadable[1]!.fileName}`)).toBe(version1.slice(0, 300))
  })

  it('that an older Parvis changed after it was sealed is newer than the sealed one; one that was only left behind is not', async () => {
    const disk = createFallibleFileSystem()
    disk.files.set(`${FOLDER}/${CLEAR_ID}.json`, version1)
    const drafts = openTestDrafts(disk)
    await drafts.open(CLEAR_ID)
    await drafts.change(CLEAR_ID, (file) => ({ ...file, draft: { ...file.draft, content: named('Since'), updatedAt: '2026-02-01T00:00:00.000Z' } }))
    disk.files.set(`${FOLDER}/${CLEAR_ID}.json`, version1)
    expect((await openTestDrafts(disk).open(CLEAR_ID)).draft.content.person.firstName).toBe('Since')
    disk.files.set(`${FOLDER}/${CLEAR_ID}.json`, version1.replaceAll('2026-01-05', '2026-03-05'))
    expect((await openTestDrafts(disk).open(CLEAR_ID)).draft.content.person.firstName).toBe('Élodie')
  })
})

describe('a draft of version 2', () => {
  it('opens as it was sealed then', async () => {
    const disk = createFallibleFileSystem()
    disk.disk.place(`${FOLDER}/${SEALED_ID}.draft`, version2)
    const { draft, accessKey } = await openTestDrafts(disk).open(SEALED_ID)
    expect(draft).toMatchObject({ id: SEALED_ID, content: { person: { firstName: 'Élodie', lastName: 'Lefèvre' } }, receipt: { reference: 'PV-1234-5678' } })
    expect(accessKey).toBe('an access key of long ago')
  })
})
