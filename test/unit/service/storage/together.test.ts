import fc from 'fast-check'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type Outcomes, together } from '@service/storage/together'

const doubled = async (items: readonly number[]): Promise<Outcomes<number>> => items.map((item) => ({ status: 'fulfilled', value: item * 2 }))

describe('what many ask for together', () => {
  it('is done for all of them at once, each hearing its own', async () => {
    const work = vi.fn(doubled)
    const ask = together(work)
    await expect(Promise.all([1, 2, 3].map(ask))).resolves.toEqual([2, 4, 6])
    expect(work.mock.calls).toEqual([[[1, 2, 3]]])
  })

  it('goes on while a group is under way: what comes meanwhile makes the next', async () => {
    let finish = (): void => undefined
    const work = vi.fn(async (items: readonly number[]) => {
      if (items.includes(0)) await new Promise<void>((resolve) => (finish = resolve))
      return doubled(items)
    })
    const ask = together(work)
    const first = ask(0)
    await wait(5)
    const others = [1, 2].map(ask)
    await wait(5)
    expect(work).toHaveBeenCalledTimes(1)
    finish()
    await expect(Promise.all([first, ...others])).resolves.toEqual([0, 2, 4])
    expect(work.mock.calls.map(([items]) => items)).toEqual([[0], [1, 2]])
  })

  it('begins another group beside a slow one as soon as it is worth it', async () => {
    const work = vi.fn(async (items: readonly number[]) => {
      if (items.includes(0)) await wait(60_000, undefined, { ref: false })
      return doubled(items)
    })
    const ask = together(work)
    void ask(0)
    await wait(5)
    await expect(Promise.all(Array.from({ length: 20 }, (_, index) => ask(index + 1)))).resolves.toHaveLength(20)
  })

  it('refuses one and not its neighbours', async () => {
    const ask = together(async (items: readonly number[]): Promise<Outcomes<number>> =>
      items.map((item) => (item === 2 ? { status: 'rejected', reason: new Error('two') } : { status: 'fulfilled', value: item })),
    )
    const outcomes = await Promise.allSettled([1, 2, 3].map(ask))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('is done one by one when the whole group fails, so that only who is to blame does', async () => {
    const ask = together(async (items: readonly number[]) => {
      if (items.includes(2)) throw new Error('two')
      return doubled(items)
    })
    const outcomes = await Promise.allSettled([1, 2, 3].map(ask))
    expect(outcomes).toEqual([{ status: 'fulfilled', value: 2 }, { status: 'rejected', reason: new Error('two') }, { status: 'fulfilled', value: 6 }])
    await expect(ask(4)).resolves.toBe(8)
  })

  it('reaches each of them once, whenever they come and whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ item: fc.nat(99), afterMs: fc.nat(6), takesMs: fc.nat(4) }), { minLength: 1, maxLength: 80 }), async (wishes) => {
        const sizes: number[] = []
        const ask = together(async (group: readonly { readonly item: number; readonly takesMs: number }[]): Promise<Outcomes<number>> => {
          sizes.push(group.length)
          await wait(group[0]?.takesMs)
          if (group.length > 1 && group.some(({ item }) => item % 7 === 0)) throw new Error('the group')
          return group.map(({ item }) => (item % 5 === 0 ? { status: 'rejected', reason: item } : { status: 'fulfilled', value: item }))
        })
        const outcomes = await Promise.allSettled(wishes.map(async ({ item, afterMs, takesMs }) => wait(afterMs).then(() => ask({ item, takesMs }))))
        expect(outcomes).toEqual(wishes.map(({ item }) => (item % 5 === 0 ? { status: 'rejected', reason: item } : { status: 'fulfilled', value: item })))
        expect(Math.max(...sizes)).toBeLessThanOrEqual(32)
      }),
      { numRuns: 30 },
    )
  })
})
