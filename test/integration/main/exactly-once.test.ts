import { expect, it } from 'vitest'
import { proveExactlyOnce, type Profile } from '../../support/exactly-once'
import { createMemoryDrafts, type Disk, type MemoryDrafts } from '../../support/main/memory-drafts'

/** `npm run prove -- exactly-once` asks for ten thousand. */
const SUBMISSIONS = Number(process.env['PARVIS_SUBMISSIONS'] ?? 120)
const SEED = Number(process.env['PARVIS_SEED'] ?? 1)

function profileInMemory(): Profile {
  const disk: Disk = new Map()
  let running: MemoryDrafts | undefined
  return {
    async open() {
      running = createMemoryDrafts({ disk, remembersWrites: false })
      return running
    },
    kill: () => running?.kill(),
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

it('every registration is sent exactly once, whatever the line does and whenever the client dies', { timeout: Math.max(120_000, SUBMISSIONS * 500) }, async () => {
  const figures = await proveExactlyOnce({ submissions: SUBMISSIONS, seed: SEED, profile: profileInMemory(), say })
  say(JSON.stringify(figures))
  expect(figures).toMatchObject({ registrations: SUBMISSIONS, addresses: SUBMISSIONS, lookalikes: 0, receipts: SUBMISSIONS, receiptsUnknownToService: 0 })
  // A line without faults, or a client that never dies, would prove nothing.
  if (SUBMISSIONS >= 100) expect(figures.kills).toBeGreaterThan(0)
  if (SUBMISSIONS >= 100) for (const [fault, times] of Object.entries(figures.faults)) expect(times, fault).toBeGreaterThan(0)
})
