import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isTemporaryName, readIfThere, sweepTemporaryFiles, writeDurably } from '@main/platform/durable-file'
import { nodeFileSystem } from '@main/platform/file-system'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'

const PATH = '/profile/drafts/a.json'

describe('a durable write', () => {
  it('goes by temporary file, sync, rename and folder sync, in this order', async () => {
    const fileSystem = createFallibleFileSystem()
    await writeDurably(fileSystem, PATH, 'new')
    expect(fileSystem.steps).toEqual(['createFile', 'write', 'sync', 'close', 'rename', 'syncFolder'])
    expect(fileSystem.onDisk().get(PATH)).toBe('new')
  })

  it.each(['createFile', 'write', 'sync', 'close', 'rename'] as const)('that fails at %s leaves the old text, in memory and after a loss of power', async (step) => {
    const fileSystem = createFallibleFileSystem()
    await writeDurably(fileSystem, PATH, 'old')
    fileSystem.failAt(step, 'EIO')
    await expect(writeDurably(fileSystem, PATH, 'new')).rejects.toMatchObject({ code: 'disk-refused' })
    expect(fileSystem.files.get(PATH)).toBe('old')
    expect(fileSystem.onDisk().get(PATH)).toBe('old')
    expect([...fileSystem.files.keys()].filter(isTemporaryName)).toEqual([])
  })

  it('that could not be synced to its folder is not called written', async () => {
    const fileSystem = createFallibleFileSystem()
    await writeDurably(fileSystem, PATH, 'old')
    fileSystem.failAt('syncFolder', 'EIO')
    await expect(writeDurably(fileSystem, PATH, 'new')).rejects.toMatchObject({ code: 'disk-refused' })
    expect(fileSystem.onDisk().get(PATH)).toBe('old')
  })

  it.each([['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['EROFS', 'disk-refused'], ['EACCES', 'disk-refused'], ['EPERM', 'disk-refused'], ['EMFILE', 'disk-refused']])('tells %s as %s', async (errno, code) => {
    const fileSystem = createFallibleFileSystem()
    fileSystem.failAt('write', errno)
    await expect(writeDurably(fileSystem, PATH, 'new')).rejects.toMatchObject({ code })
  })

  it('leaves an orphan that can be known for one when even removing fails, and the next start sweeps it', async () => {
    const fileSystem = createFallibleFileSystem()
    const removing = { ...fileSystem, remove: () => Promise.reject(new Error('still no')), rename: () => Promise.reject(new Error('no')) }
    await expect(writeDurably(removing, PATH, 'new')).rejects.toMatchObject({ code: 'disk-refused' })
    const [orphan = ''] = await fileSystem.list('/profile/drafts')
    expect(isTemporaryName(orphan)).toBe(true)
    expect(await sweepTemporaryFiles(fileSystem, '/profile/drafts')).toBe(1)
    expect(fileSystem.files.size).toBe(0)
  })
})

describe('on a real disk', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parvis-durable-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('writes a file for its owner alone, replaces it as a whole and leaves nothing else', async () => {
    const path = join(folder, 'a.json')
    await writeDurably(nodeFileSystem, path, 'a longer first text')
    await writeDurably(nodeFileSystem, path, 'short')
    expect(await readFile(path, 'utf8')).toBe('short')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('tells an absent file from one that cannot be read', async () => {
    expect(await readIfThere(nodeFileSystem, join(folder, 'none'))).toBeUndefined()
    await expect(readIfThere(nodeFileSystem, folder)).rejects.toMatchObject({ code: 'disk-refused' })
  })
})
