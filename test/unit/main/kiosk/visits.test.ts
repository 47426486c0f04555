import { expect, it, vi } from 'vitest'
import { forgetSession } from '@main/kiosk/forget-session'
import { createVisits, type EndOfVisit } from '@main/kiosk/visits'

function kiosk(erase: (number: number) => Promise<void> = async () => undefined) {
  const told: string[] = []
  const visits = createVisits({
    open(number) {
      told.push(`open ${number}`)
      return { erase: () => (told.push(`erase ${number}`), erase(number)) }
    },
    report: (why) => told.push(why),
  })
  return { told, visits }
}

it.each<EndOfVisit>(['finished', 'idle', 'crashed', 'suspended', 'tampered'])('%s: erases the visit before it opens the next, under a number that was never used', (why) => {
  const { told, visits } = kiosk()
  visits.start()
  visits.end(1, why)
  visits.endCurrent(why)
  expect(told).toEqual(['open 1', why, 'erase 1', 'open 2', why, 'erase 2', 'open 3'])
})

it('does not hear whoever speaks for a visit that is over', () => {
  const { told, visits } = kiosk()
  visits.start()
  visits.end(1, 'finished')
  visits.end(1, 'crashed')
  visits.end(7, 'idle')
  expect(told.filter((word) => word.startsWith('erase'))).toEqual(['erase 1'])
})

it('is closed when all is erased, and not before; what cannot be erased well keeps nobody waiting', async () => {
  const doors: (() => void)[] = []
  const { told, visits } = kiosk((number) => (number === 1 ? Promise.reject(new Error('stuck')) : new Promise((resolve) => { doors.push(resolve) })))
  visits.start()
  visits.end(1, 'finished')
  visits.end(2, 'finished')
  const closed = vi.fn()
  const closing = visits.close().then(closed)
  await Promise.resolve()
  expect(closed).not.toHaveBeenCalled()
  for (const open of doors) open()
  await closing
  expect(told.filter((word) => word.startsWith('erase'))).toEqual(['erase 1', 'erase 2', 'erase 3'])
  expect(told.filter((word) => word.startsWith('open'))).toEqual(['open 1', 'open 2', 'open 3'])
})

it('empties all that a session holds, whatever one of its parts cannot do', async () => {
  const names = ['closeAllConnections', 'clearData', 'clearStorageData', 'clearCache', 'clearCodeCaches', 'clearAuthCache', 'clearHostResolverCache'] as const
  const session = Object.fromEntries(names.map((name) => [name, vi.fn(() => (name === 'clearData' ? Promise.reject(new Error('busy')) : Promise.resolve()))]))
  await forgetSession(session as never)
  for (const name of names) expect(session[name]).toHaveBeenCalledOnce()
})
