import { hash } from '@node-rs/argon2'
import { expect, it } from 'vitest'
import { createStaffPin } from '@main/kiosk/staff-pin'
import { createMovableTimers } from '../../../support/main/movable-timers'

const QUARTER_MS = 15 * 60_000
const isTwelve = async (_hash: string, pin: string): Promise<boolean> => pin === '121212'

async function answerOf(attempt: Promise<void>): Promise<string> {
  return attempt.then(() => 'open', (failure: { code: string; retryAfterSeconds?: number }) => [failure.code, failure.retryAfterSeconds].filter((part) => part !== undefined).join(' '))
}

it('opens by the PIN whose hash the policy has', async () => {
  const open = createStaffPin({ hash: await hash('481516', { algorithm: 2 }), timers: createMovableTimers() })
  expect(await answerOf(open('481515'))).toBe('pin-wrong')
  expect(await answerOf(open('481516'))).toBe('open')
})

it('rests a quarter of an hour after five tries, also for the right PIN', async () => {
  const timers = createMovableTimers()
  const open = createStaffPin({ hash: 'h', timers, verify: isTwelve })
  const answers: string[] = []
  for (let i = 0; i < 5; i += 1) answers.push(await answerOf(open('000000')))
  expect(answers).toEqual(['pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-wrong', 'pin-blocked 900'])
  expect(await answerOf(open('121212'))).toBe('pin-blocked 900')
  await timers.pass(QUARTER_MS - 1000)
  expect(await answerOf(open('121212'))).toBe('pin-blocked 1')
  await timers.pass(1000)
  expect(await answerOf(open('121212'))).toBe('open')
})

it('counts tries that come all at once', async () => {
  const open = createStaffPin({ hash: 'h', timers: createMovableTimers(), verify: isTwelve })
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => answerOf(open(index === 7 ? '121212' : '000000'))))
  expect(answers.filter((answer) => answer === 'pin-wrong')).toHaveLength(4)
  expect(answers.at(-1)).toContain('pin-blocked')
})

it('never opens where no PIN is set', async () => {
  expect(await answerOf(createStaffPin({ hash: undefined, timers: createMovableTimers() })(''))).toBe('pin-blocked')
})
