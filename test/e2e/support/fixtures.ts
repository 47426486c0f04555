import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { launchParvis, type LaunchOptions, type Parvis } from './launch-parvis'
import type { RunningService } from './running-service'
import { openServiceShelf, type ServiceShelf } from './service-shelf'

interface TestFixtures {
  /** A service of this test alone: registrations change how the next one of the same structure goes. */
  readonly service: RunningService
  /** Whether the test does what the content policy is there to refuse. */
  readonly provokesViolations: boolean
  /** Where the computer is; by itself, where it really is. */
  readonly timeZone: string | undefined
  /** A profile folder of this test alone. */
  readonly userData: string
  /** Starts Parvis on the test's profile and service; every start is ended, and checked, after the test. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<Parvis>
}

interface WorkerFixtures {
  readonly serviceShelf: ServiceShelf
}

const ASKED_AGAIN_AFTER_MS = 5_000

/** The chain of every end-to-end test: service → profile → application → window. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  serviceShelf: [
    async ({}, use) => {
      const shelf = openServiceShelf()
      await use(shelf)
      await shelf.close()
    },
    { scope: 'worker' },
  ],
  service: async ({ serviceShelf }, use) => {
    const service = await serviceShelf.take()
    await use(service)
    serviceShelf.giveBack(service)
  },
  provokesViolations: [false, { option: true }],
  timeZone: [undefined, { option: true }],
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  start: async ({ userData, provokesViolations, timeZone }, use) => {
    const started: Parvis[] = []
    await use(async (options = {}) => {
      const parvis = await launchParvis({ userData, timeZone, ...options })
      started.push(parvis)
      return parvis
    })
    for (const parvis of started) await endParvis(parvis, provokesViolations)
  },
})

/** Ends what the test has not ended itself, and holds every test to promise 9: pages ask for nothing but their own files, and try nothing that their policy refuses. */
async function endParvis({ app, requests, violations }: Parvis, provokesViolations: boolean): Promise<void> {
  const asked = await requests().catch(() => [])
  await close(app)
  expect(asked.filter((address) => !/^(app|blob|data|devtools):/.test(address))).toEqual([])
  if (!provokesViolations) expect(violations).toEqual([])
}

/** A window with corrections that exist nowhere else asks first, and is let go when it is asked once more: as a person does, and as a system that shuts down. */
async function close(app: Parvis['app']): Promise<void> {
  const asking = setTimeout(() => app.process().kill('SIGTERM'), ASKED_AGAIN_AFTER_MS)
  await app.close().catch(() => undefined)
  clearTimeout(asking)
}

export { expect }
