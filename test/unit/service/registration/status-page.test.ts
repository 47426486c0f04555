import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { progress as english } from '@renderer/locales/en/progress'
import { progress as french } from '@renderer/locales/fr/progress'
import { stationsOf } from '@renderer/progress/stations-of'
import { STATUS_WORDS } from '@service/registration/page/words'
import type { FollowedRegistration } from '@shared/http/registrations'
import { LOCALES } from '@shared/registration/locale'
import { REGISTRATION_STATES, TIMELINE_EVENTS } from '@shared/registration/progress'

const source = readFileSync(join(import.meta.dirname, '../../../../src-service/registration/page/stations.js'), 'utf8')
const ofThePage = new Function(`${source}; return stationsOf`)() as typeof stationsOf

const followed = fc.record({
  state: fc.constantFrom(...REGISTRATION_STATES),
  timeline: fc.array(fc.record({ event: fc.constantFrom(...TIMELINE_EVENTS), at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()) }), { maxLength: 6 }),
}) satisfies fc.Arbitrary<Pick<FollowedRegistration, 'state' | 'timeline'>>

it('passes the stations of the window', () => {
  fc.assert(
    fc.property(followed, (registration) => {
      expect(ofThePage(registration)).toEqual(stationsOf(registration))
    }),
    { numRuns: 5_000 },
  )
})

/** Both sides set French spaces, each in its own way. */
function sameSpaces(words: object): unknown {
  return JSON.parse(JSON.stringify(words).replaceAll(/[\u00A0\u202F]/g, ' '))
}

it.each(LOCALES)('says the stations, and whose turn it is, in the words of the window (%s)', (locale) => {
  const window = locale === 'fr' ? french : english
  const page = STATUS_WORDS[locale]
  expect(sameSpaces(page.timeline)).toEqual(sameSpaces(window.timeline))
  expect(sameSpaces(page.next)).toEqual(sameSpaces(window.next))
  for (const state of REGISTRATION_STATES) expect(page.state[state].heading).toBe(window.state[state].heading)
})
