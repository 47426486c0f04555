import { expect, test } from '@playwright/test'
import { loadRoom, openInApplication } from '../prove/corruption.mjs'
import { drivenMachine } from './support/driven-machine.mjs'

const STORES = 6

/** The short version of the second half of `npm run prove -- corruption`. */
test('Parvis starts on damaged stores, lists what is whole, takes the generation before, deletes nothing', async () => {
  test.slow()
  const state = { realDone: 0, realFaults: 0, realStarts: 0, told: [] }
  await openInApplication(await loadRoom(), { real: STORES, state, keep: () => {}, tell: () => {}, machine: drivenMachine() })
  expect(state.told).toEqual([])
  expect(state).toMatchObject({ realStarts: STORES, realFaults: 0 })
})
