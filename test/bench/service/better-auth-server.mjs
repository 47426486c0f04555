/**
 * The peer: better-auth's sign-up by e-mail, verification on, on a PostgreSQL. Its password hash costs nothing here, so that neither
 * side pays for hashing; its mail goes nowhere, as ours stays in the outbox. Says its address to the process that started it.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import pg from 'pg'

const { DATABASE_URL, CONNECTIONS, OWN_HASH } = process.env

const freeHash = { hash: async (password) => createHash('sha256').update(password).digest('hex'), verify: async () => true }
const options = {
  database: new pg.Pool({ connectionString: DATABASE_URL, max: Number(CONNECTIONS) }),
  secret: 'a secret of thirty-two characters for a benchmark',
  baseURL: 'http://127.0.0.1',
  trustedOrigins: ['*'],
  emailAndPassword: { enabled: true, requireEmailVerification: true, ...(OWN_HASH !== 'yes' && { password: freeHash }) },
  emailVerification: { sendOnSignUp: true, sendVerificationEmail: async () => undefined },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { disabled: true },
}

const { runMigrations } = await getMigrations(options)
await runMigrations()
const server = createServer(toNodeHandler(betterAuth(options)))
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('disconnect', () => process.exit(0))
