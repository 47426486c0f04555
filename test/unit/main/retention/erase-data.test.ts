import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFileSystem } from '@main/platform/file-system'
import { toPaths, type Paths } from '@main/platform/paths'
import { createDataDesk, type DataDesk } from '@main/retention/erase-data'
import { createFakeDrafts, type FakeDrafts } from '../../../support/main/fake-drafts'
import { completeContent } from '../../../support/main/stored-draft'

const REGISTRATION = '6f1c1c52-0c6b-4a53-9b53-0d5f1e3c1a11'

let paths: Paths
let drafts: FakeDrafts
let happened: string[]

beforeEach(async () => {
  const profile = await mkdtemp(join(tmpdir(), 'parvis-erase-'))
  paths = toPaths('/out', profile)
  drafts = createFakeDrafts()
  happened = []
  const id = drafts.put(completeContent(), { receipt: { registrationId: REGISTRATION, reference: 'PV-1', sentAt: '2026-01-01T00:00:00.000Z', state: 'active' } })
  drafts.files.set(id, { ...drafts.files.get(id)!, accessKeyIn: 'keychain' })
  drafts.put(completeContent('unsent@example.org'))
  const files = [join(paths.drafts, 'a.draft'), join(paths.drafts, 'a.draft.previous'), join(paths.drafts, 'index'), join(paths.setAside, 'b.draft'), join(profile, 'discarded', 'c.draft'), paths.retention, paths.settings, paths.log, join(paths.practiceData, 'db', 'x')]
  for (const file of files) {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, 'ten bytes!')
  }
})

afterEach(() => rm(paths.profile, { recursive: true, force: true }))

function desk(removeAll = (path: string): Promise<void> => rm(path, { recursive: true, force: true })): DataDesk {
  return createDataDesk({
    paths,
    drafts,
    fileSystem: nodeFileSystem,
    async removeAll(path) {
      if (path === paths.drafts) happened.push('drafts removed')
      await removeAll(path)
    },
    safe: { destroy: async () => void happened.push('key destroyed') },
    credentials: { forget: async (name, keptIn) => void happened.push(`${keptIn} forgets ${name}`) },
    closeRooms: async () => void happened.push('rooms closed'),
  })
}

describe('the data of a profile', () => {
  it('is described by its folder, its registrations and their bytes', async () => {
    expect(await desk().describe()).toEqual({ folder: paths.profile, registrations: 2, bytes: 50 })
  })

  it('goes with its key, which goes first, when the registrations are erased; the rest stays', async () => {
    await desk().erase('registrations')
    expect((await readdir(paths.profile)).toSorted()).toEqual(['logs', 'practice', 'settings.json'])
    expect(happened).toEqual(['rooms closed', 'key destroyed', 'drafts removed', `keychain forgets access-key:${REGISTRATION}`])
  })

  it('goes altogether when everything is erased, passwords that were kept on request included', async () => {
    await desk().erase('everything')
    expect(await readdir(paths.profile)).toEqual([])
    expect(happened).toContain('keychain forgets password:claire.martin@example.org')
    expect(happened.join()).not.toContain('unsent@example.org')
  })

  it('is not said to be gone when something of it is left, and the rest goes all the same', async () => {
    const stubborn = desk(async (path) => {
      if (path === paths.setAside) throw Object.assign(new Error('in use'), { code: 'EBUSY' })
      await rm(path, { recursive: true, force: true })
    })
    await expect(stubborn.erase('registrations')).rejects.toMatchObject({ code: 'disk-refused' })
    expect((await readdir(paths.profile)).toSorted()).toEqual(['logs', 'practice', 'set-aside', 'settings.json'])
  })

  it('goes although the safe is locked and nobody can say what is in it', async () => {
    Object.assign(drafts, { indexed: () => Promise.reject(new Error('locked')) })
    await desk().erase('registrations')
    expect(happened).toEqual(['rooms closed', 'key destroyed', 'drafts removed'])
  })
})
