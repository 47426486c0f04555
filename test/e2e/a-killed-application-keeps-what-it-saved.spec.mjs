import { expect, test } from '@playwright/test'
import { newProfile } from '../prove/driven-parvis.mjs'
import { killOnOneProfile } from '../prove/kill-nine.mjs'
import { drivenMachine } from './support/driven-machine.mjs'

/** The short version of `npm run prove -- kill-9`. */
test('kill -9 during saves: what was acknowledged is there, whole, and nothing is left behind', async () => {
  const profile = newProfile()
  const state = { done: 0, acknowledged: 0, killedInStart: 0, faults: 0, told: [], refused: 0, orphansMade: 0 }
  try {
    await killOnOneProfile(drivenMachine(), profile.folder, 6, state)
  } finally {
    await profile.forget()
  }
  expect(state.told).toEqual([])
  expect(state).toMatchObject({ done: 6, faults: 0, refused: 0 })
  expect(state.acknowledged).toBeGreaterThan(6)
})
