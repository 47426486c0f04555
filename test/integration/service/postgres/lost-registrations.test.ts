import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { killUnderLoad } from '../../../prove/lost-registrations.mjs'
import { type BuiltServer, buildServer } from '../../../support/service/built-server'
import { createTestDatabase } from '../../../support/service/test-database'

const KILLS = 5

let server: BuiltServer
let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  server = await buildServer()
  database = await createTestDatabase({ isEmpty: true })
}, 180_000)
afterAll(async () => {
  server.remove()
  await database.drop()
})

it(`promise 4: a service that is killed ${KILLS} times loses no registration that it acknowledged, and no mail`, async () => {
  const tally = await killUnderLoad({ databaseUrl: database.url, kills: KILLS, entry: join(server.folder, 'out/service/server.js'), hurry: true, longestLifeMs: 1_500 })
  expect(tally).toMatchObject({ lost: 0, withoutMail: 0, unsent: 0 })
  expect(tally.acknowledged).toBeGreaterThan(0)
  // Of so few mails a share says nothing: those that a connection of the pool had under way when it was cut.
  expect(tally.twice).toBeLessThanOrEqual(KILLS * 5)
}, 240_000)
