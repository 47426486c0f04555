import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '@service/directory/ask-json'
import { type Breaker, createBreaker } from '@service/directory/breaker'
import { mergeQuestions } from '@service/directory/merge-questions'
import { SourceUnavailable, type Trouble } from '@service/directory/source'
import { createMovableClock } from '../../../support/movable-clock'

const MINUTE_MS = 60_000

describe('the breaker', () => {
  const failing = (trouble: Trouble) => () => Promise.reject(new SourceUnavailable(trouble, 'test'))

  async function troubleOf(breaker: Breaker, work: () => Promise<unknown>): Promise<Trouble | 'none'> {
    return breaker.run(work).then(
      () => 'none',
      (failure: SourceUnavailable) => failure.trouble,
    )
  }

  async function opened() {
    const clock = createMovableClock()
    const breaker = createBreaker({ clock })
    for (let i = 0; i < 5; i += 1) expect(await troubleOf(breaker, failing('no-answer'))).toBe('no-answer')
    return { clock, breaker }
  }

  it('lets nothing through after five faults in a row, and says when to come back', async () => {
    const { breaker } = await opened()
    let asked = 0
    const refusal = await breaker.run(async () => (asked += 1)).catch((failure: SourceUnavailable) => failure)
    expect(refusal).toMatchObject({ code: 'directory-unavailable', trouble: 'resting', retryAfterSeconds: 30 })
    expect([asked, breaker.isClosed()]).toEqual([0, false])
  })

  it('stays closed while an answer comes between faults, and while it is only that too much was asked', async () => {
    const breaker = createBreaker({ clock: createMovableClock() })
    for (let i = 0; i < 20; i += 1) {
      await troubleOf(breaker, i % 5 === 4 ? async () => 'fine' : failing('not-understood'))
      await troubleOf(breaker, failing(i % 2 ? 'too-many' : 'busy'))
    }
    expect(breaker.isClosed()).toBe(true)
  })

  it('sends one probe after its rest, and closes when it is answered', async () => {
    const { clock, breaker } = await opened()
    clock.forward(31_000)
    let answer = (): void => undefined
    const probe = troubleOf(breaker, () => new Promise<void>((resolve) => (answer = resolve)))
    expect(await troubleOf(breaker, async () => 'second')).toBe('resting')
    answer()
    expect([await probe, breaker.isClosed(), await troubleOf(breaker, async () => 'third')]).toEqual(['none', true, 'none'])
  })

  it('rests twice as long after each probe that fails, five minutes at most, and is itself again once one succeeds', async () => {
    const { clock, breaker } = await opened()
    const rests: (number | undefined)[] = []
    for (let i = 0; i < 6; i += 1) {
      clock.forward(6 * MINUTE_MS)
      expect(await troubleOf(breaker, failing('no-answer'))).toBe('no-answer')
      rests.push(await breaker.run(async () => undefined).then(() => undefined, (failure: SourceUnavailable) => failure.retryAfterSeconds))
    }
    expect(rests).toEqual([60, 120, 240, 300, 300, 300])
    clock.forward(6 * MINUTE_MS)
    expect(await troubleOf(breaker, async () => 'fine')).toBe('none')
    for (let i = 0; i < 5; i += 1) await troubleOf(breaker, failing('not-admitted'))
    expect(await breaker.run(async () => undefined).catch((failure: SourceUnavailable) => failure.retryAfterSeconds)).toBe(30)
  })

  it('gives the next one the probe when the first found the queue full', async () => {
    const { clock, breaker } = await opened()
    clock.forward(31_000)
    expect(await troubleOf(breaker, failing('busy'))).toBe('busy')
    expect([await troubleOf(breaker, async () => 'fine'), breaker.isClosed()]).toEqual(['none', true])
  })
})

describe('questions', () => {
  it('about the same number are one while it is under way', async () => {
    const asked: string[] = []
    const ask = mergeQuestions(async (key) => {
      asked.push(key)
      await Promise.resolve()
      if (key === 'bad') throw new Error('no')
      return key.length
    })
    expect(await Promise.all([ask('one'), ask('three'), ask('one')])).toEqual([3, 5, 3])
    expect((await Promise.allSettled([ask('bad'), ask('bad')])).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await ask('one')
    expect(asked).toEqual(['one', 'three', 'bad', 'one'])
  })
})

describe('Retry-After', () => {
  const now = new Date('2026-11-28T10:00:00.000Z')

  it.each([
    ['7', 7],
    [' 120 ', 120],
    ['Sat, 28 Nov 2026 10:02:00 GMT', 120],
    ['86400', 3600],
    ['0', undefined],
    ['Sat, 28 Nov 2026 09:00:00 GMT', undefined],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j seconds', (text, seconds) => {
    expect(readRetryAfter(text, now)).toBe(seconds)
  })
})
