import { expect, it } from 'vitest'
import { FAULT_CODES } from '../../support/main/faulty-file-system'
import { OPERATIONS, refuseOneStep } from '../../prove/faults/refuse-each-step'

/** The short version of `npm run prove -- disk-faults`: every step of everything, each with one code, and the next one with the next. */
it.each(OPERATIONS)('a disk that refuses at any step of "%s" is told within a second, and loses nothing', async (operation) => {
  const faults: string[] = []
  let [reached, refused] = [0, 0]
  for (let step = 0; step < 60; step += 1) {
    const code = FAULT_CODES[step % FAULT_CODES.length]!
    const alone = await refuseOneStep({ operation, code, step, andAfter: false })
    if (!alone.wasReached) break
    const andAfter = await refuseOneStep({ operation, code, step, andAfter: true })
    reached += 1
    refused += [alone, andAfter].filter(({ said }) => said === 'refused').length
    faults.push(...[...alone.faults, ...andAfter.faults].map((fault) => `${code} at step ${step}: ${fault}`))
  }
  expect(faults).toEqual([])
  expect(reached).toBeGreaterThan(0)
  if (operation !== 'close' && operation !== 'first list') expect(refused).toBeGreaterThan(0)
})
