import { describe, expect, it } from 'vitest'
import { createFallibleFileSystem, type Step } from '../../../support/main/fallible-file-system'
import { EVERYTHING, named, openTestDrafts } from '../../../support/main/test-drafts'

const STEPS: readonly Step[] = ['createFile', 'write', 'sync', 'close', 'rename', 'syncFolder']
const CODES = [['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['EROFS', 'disk-refused'], ['EMFILE', 'disk-refused'], ['EPERM', 'disk-refused'], ['EBUSY', 'disk-refused']] as const

describe('a disk that refuses', () => {
  it.each(STEPS.flatMap((step) => CODES.map(([errno, code]) => [errno, step, code] as const)))('with %s at %s gives no false "saved", and the next save works once it is healed', async (errno, step, code) => {
    const disk = createFallibleFileSystem()
    const drafts = openTestDrafts(disk)
    const { id } = await drafts.create(named('first'))
    await drafts.save(id, named('second'))
    disk.failAt(step, errno)
    await expect(drafts.save(id, named('lost'))).rejects.toMatchObject({ code })
    disk.heal()
    expect((await drafts.open(id)).draft.content.person.firstName).toBe('second')
    expect((await drafts.list(EVERYTHING, 0, 1)).rows[0]?.personName).toBe('second')
    await drafts.save(id, named('third'))
    expect((await openTestDrafts(disk).open(id)).draft.content.person.firstName).toBe('third')
  })

  it('for a single step, whichever, has saved what it says, and nothing that it refused', async () => {
    for (let number = 0; ; number += 1) {
      const disk = createFallibleFileSystem()
      const drafts = openTestDrafts(disk)
      const { id } = await drafts.create(named('first'))
      await drafts.close()
      const later = openTestDrafts(disk)
      disk.failAtNumber(number, 'EIO')
      const saved = await later.save(id, named('second')).then(() => true, () => false)
      const wasHit = disk.isFailing()
      disk.heal()
      const expected = saved ? 'second' : 'first'
      expect((await openTestDrafts(disk).open(id)).draft.content.person.firstName).toBe(expected)
      expect((await openTestDrafts(disk).list(EVERYTHING, 0, 1)).rows[0]?.personName).toBe(expected)
      if (!wasHit) return
    }
  })

  it('does not hold up a save of another draft, nor the one after it', async () => {
    const disk = createFallibleFileSystem()
    const drafts = openTestDrafts(disk)
    const { id } = await drafts.create(named('a'))
    disk.failAtNumber(0, 'ENOSPC')
    const outcomes = await Promise.allSettled([drafts.save(id, named('b')), drafts.save(id, named('c'))])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect((await openTestDrafts(disk).open(id)).draft.content.person.firstName).toBe('c')
  })

  it('that lets go of a file after a moment is waited for, and for two seconds at most', async () => {
    const disk = createFallibleFileSystem()
    const waits: number[] = []
    const drafts = openTestDrafts(disk, {
      pause: async (milliseconds) => {
        waits.push(milliseconds)
        if (waits.length === 3) disk.heal()
      },
    })
    disk.failAt('rename', 'EPERM')
    const { id } = await drafts.create(named('patient'))
    expect(waits).toEqual([10, 20, 40])
    disk.failAt('rename', 'EBUSY')
    await expect(drafts.save(id, named('lost'))).rejects.toMatchObject({ code: 'disk-refused' })
    expect(waits.slice(3).reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(2000)
  })
})
