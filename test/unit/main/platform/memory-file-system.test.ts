import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseFileSystem } from '@main/platform/chosen-file-system'
import { readBytesIfThere, readIfThere, replaceDurably, writeDurably } from '@main/platform/durable-file'
import { nodeFileSystem } from '@main/platform/file-system'
import { createMemoryFileSystem } from '@main/platform/memory-file-system'

describe('a file system in memory', () => {
  it('serves durable writes with their previous generation, as the disk does', async () => {
    const memory = createMemoryFileSystem()
    await replaceDurably(memory, '/p/a', Buffer.from('one'))
    await replaceDurably(memory, '/p/a', Buffer.from('two'))
    expect(await readIfThere(memory, '/p/a')).toBe('two')
    expect(await readIfThere(memory, '/p/a.previous')).toBe('one')
    expect([...(await memory.list('/p'))].sort()).toEqual(['a', 'a.previous'])
    expect(await memory.list('/')).toEqual([])
    expect((await memory.stat('/p/a')).size).toBe(3)
  })

  it.each([['in memory', () => createMemoryFileSystem()], ['of Node', () => nodeFileSystem]])('%s gives the beginning of a file, or all of a shorter one', async (_what, open) => {
    const fileSystem = open()
    const folder = await mkdtemp(join(tmpdir(), 'parvis-start-'))
    try {
      await writeDurably(fileSystem, join(folder, 'file'), 'abcdef')
      const start = async (most: number) => Buffer.from((await readBytesIfThere(fileSystem, join(folder, 'file'), most))!).toString()
      expect([await start(3), await start(6), await start(1000)]).toEqual(['abc', 'abcdef', 'abcdef'])
      expect(await readBytesIfThere(fileSystem, join(folder, 'none'), 3)).toBeUndefined()
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('says what is not there, and refuses what is there already, by the codes of Node', async () => {
    const memory = createMemoryFileSystem()
    expect(await readBytesIfThere(memory, '/p/none')).toBeUndefined()
    await expect(memory.stat('/p/none')).rejects.toMatchObject({ code: 'ENOENT' })
    await writeDurably(memory, '/p/a', 'x')
    await expect(memory.createFile('/p/a')).rejects.toMatchObject({ code: 'EEXIST' })
  })

  it('can take the place of another while somebody uses it', async () => {
    const disk = createMemoryFileSystem()
    const memory = createMemoryFileSystem()
    let isOnDisk = true
    const chosen = chooseFileSystem(() => (isOnDisk ? disk : memory))
    await writeDurably(chosen, '/p/a', 'on the disk')
    isOnDisk = false
    expect(await readIfThere(chosen, '/p/a')).toBeUndefined()
    await writeDurably(chosen, '/p/a', 'in memory')
    expect(await readIfThere(disk, '/p/a')).toBe('on the disk')
  })
})
