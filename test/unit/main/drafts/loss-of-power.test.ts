import { describe, expect, it } from 'vitest'
import { createFallibleFileSystem } from '../../../support/main/fallible-file-system'
import { provePowerLoss } from '../../../support/main/power-loss'

describe('a loss of power at any step of a day with drafts, whatever the disk keeps', () => {
  it('loses nothing that was acknowledged, leaves nothing unreadable, and no index that lies', async () => {
    const { broken, crashPoints, losses } = await provePowerLoss({ saves: 3 })
    expect(broken).toEqual([])
    expect(crashPoints).toBeGreaterThan(80)
    expect(losses).toBeGreaterThan(crashPoints * 6)
  })
})

describe('the disk of these tests', () => {
  async function written(sync: 'synced' | 'not-synced') {
    const disk = createFallibleFileSystem()
    const file = await disk.createFile('/a.tmp')
    await file.write('x'.repeat(5000))
    if (sync === 'synced') await file.sync()
    await disk.rename('/a.tmp', '/a')
    return disk
  }

  it('loses names that no folder sync made sure, and keeps those that one did', async () => {
    const disk = await written('synced')
    expect(disk.onDisk().size).toBe(0)
    await disk.syncFolder('/')
    expect(disk.onDisk().get('/a')).toBe('x'.repeat(5000))
  })

  it('may put the name before the data, torn at the last page', async () => {
    const disk = await written('not-synced')
    expect(disk.afterLossOfPower({ names: 'all', data: 'lost' }).files.get('/a')).toBe('')
    expect(disk.afterLossOfPower({ names: 'all', data: 'torn' }).files.get('/a')).toBe('x'.repeat(4096) + '\0'.repeat(904))
  })

  it('may drop each change of names by itself', async () => {
    const disk = await written('synced')
    expect([...disk.afterLossOfPower({ names: { allBut: 1 }, data: 'kept' }).files.keys()]).toEqual(['/a.tmp'])
    expect([...disk.afterLossOfPower({ names: { only: 1 }, data: 'kept' }).files.keys()]).toEqual(['/a'])
  })
})
