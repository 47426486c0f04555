import { expect, it } from 'vitest'
import { createIdleWatch, IDLE_PATIENCE } from '@main/kiosk/idle-watch'
import { createMovableTimers } from '../../../support/main/movable-timers'

function watched() {
  const timers = createMovableTimers()
  const said: string[] = []
  const watch = createIdleWatch({
    timers,
    ask: (secondsLeft) => said.push(`asked, ${secondsLeft} s left`),
    answered: () => said.push('answered'),
    over: () => said.push('over'),
  })
  return { timers, said, watch }
}

it('asks at 90 seconds without a touch, leaves 30 to answer, and is over at 120', async () => {
  const { timers, said, watch } = watched()
  watch.touched()
  await timers.pass(89_999)
  expect(said).toEqual([])
  await timers.pass(1)
  expect(said).toEqual(['asked, 30 s left'])
  await timers.pass(29_999)
  expect(said).toHaveLength(1)
  await timers.pass(1)
  expect(said).toEqual(['asked, 30 s left', 'over'])
  expect(timers.waiting()).toBe(0)
})

it('leaves more than the twenty seconds of WCAG 2.2.1', () => {
  expect(IDLE_PATIENCE.answerMs).toBeGreaterThanOrEqual(20_000)
})

it('watches nothing before the first touch', async () => {
  const { timers, said } = watched()
  await timers.pass(3_600_000)
  expect([said, timers.waiting()]).toEqual([[], 0])
})

it('every touch counts, but for the question only an answer', async () => {
  const { timers, said, watch } = watched()
  watch.touched()
  for (let i = 0; i < 5; i += 1) {
    await timers.pass(80_000)
    watch.touched()
  }
  expect(said).toEqual([])
  await timers.pass(90_000)
  watch.touched()
  await timers.pass(10_000)
  watch.stay()
  expect(said).toEqual(['asked, 30 s left', 'answered'])
  await timers.pass(90_000)
  expect(said.at(-1)).toBe('asked, 30 s left')
})

it('asks every quarter of an hour whoever touches it all the time, as often as it takes', async () => {
  const { timers, said, watch } = watched()
  for (let quarter = 1; quarter <= 12; quarter += 1) {
    if (quarter === 1) watch.touched()
    for (let passed = 0; passed < 15 * 60_000; passed += 60_000) {
      await timers.pass(60_000)
      watch.touched()
    }
    expect(said.filter((word) => word.startsWith('asked'))).toHaveLength(quarter)
    watch.stay()
  }
  expect(said).not.toContain('over')
})

it('says nothing any more once it is stopped', async () => {
  const { timers, said, watch } = watched()
  watch.touched()
  await timers.pass(90_000)
  watch.stop()
  watch.stay()
  watch.touched()
  await timers.pass(600_000)
  expect([said, timers.waiting()]).toEqual([['asked, 30 s left'], 0])
})
