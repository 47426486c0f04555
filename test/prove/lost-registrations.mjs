import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '../../tools/postgres-server.mjs'
import { startCountingPost } from './counting-post.mjs'
import { newEmail, startServiceUnderProof } from './service-under-proof.mjs'

/** A database of its own each so often: that is where this part goes on. */
const KILLS_A_DATABASE = 100
const PEOPLE = 8
const SHORTEST_LIFE_MS = 100
const LONGEST_LIFE_MS = 3_000
/** However slow the machine is, half of the lives see an answer. */
const FIRST_ANSWER_MS = 20_000
/** Longer than a lease, and than the first waits of a mail that could not be sent. */
const PATIENCE_MS = 6 * 60_000
const ASKED_AT_ONCE = 20
/** As safety.md, section 5.2, asks for. */
const MOST_TWICE = 0.01

/** Promise 4: whatever was acknowledged is there, with its mails, however often the service is killed. */
export async function proveLostRegistrations({ count, state, keep, progress }) {
  Object.assign(state, { acknowledged: 0, lost: 0, withoutMail: 0, mails: 0, twice: 0, unsent: 0, again: 0, ...state })
  while (state.done < count) {
    const kills = Math.min(KILLS_A_DATABASE, count - state.done)
    const database = await startPostgres()
    try {
      const tally = await killUnderLoad({ databaseUrl: database.url, kills })
      for (const [name, figure] of Object.entries(tally)) state[name] += figure
    } finally {
      await database.stop()
    }
    state.done += kills
    keep()
    progress(state.done, `${state.acknowledged} acknowledged, ${state.lost} lost, ${state.withoutMail} without a mail`)
  }
  const share = state.twice / Math.max(1, state.mails)
  return [
    { promise: 4, what: `${count} × kill -9 of the service under load: ${state.acknowledged} acknowledged registrations`, figure: `${state.lost} lost`, isKept: state.lost === 0 && state.acknowledged > 0 },
    { promise: 4, what: 'of these, at the mail server', figure: `${state.withoutMail} without a mail, ${state.unsent} mails not sent`, isKept: state.withoutMail === 0 && state.unsent === 0 },
    { promise: 4, what: `mails that came twice, of ${state.mails}`, figure: `${state.twice} (${(share * 100).toFixed(2)} %)`, isKept: share <= MOST_TWICE },
    { promise: 4, what: 'requests that were cut off and sent again', figure: String(state.again) },
  ]
}

/** Kills a service as often as that while people register, and counts what became of it. `hurry` lets leases of the killed run out at once. */
export async function killUnderLoad({ databaseUrl, kills, entry, hurry = false, longestLifeMs = LONGEST_LIFE_MS }) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-kills-'))
  const post = await startCountingPost()
  // Not before the set-up has brought the packages: the list of the proofs is read without them.
  const { default: pg } = await import('pg')
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const start = () => startServiceUnderProof({ entry, environment: { DATABASE_URL: databaseUrl, DATA_DIR: folder, SMTP_URL: post.url, MAIL_FROM: 'noreply@parvis.example' } })
  const people = Array.from({ length: PEOPLE }, () => ({ wanted: undefined }))
  const load = { acknowledged: [], again: 0, heard: () => {} }
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const service = await start()
      const answered = new Promise((resolve) => (load.heard = resolve))
      const busy = people.map((person) => registerUntilCutOff(service, person, load))
      if (kill % 2 === 0) await Promise.race([answered, pause(FIRST_ANSWER_MS, undefined, { ref: false })])
      await pause(SHORTEST_LIFE_MS + Math.random() * (longestLifeMs - SHORTEST_LIFE_MS))
      await service.kill()
      await Promise.all(busy)
    }
    if (hurry) await database.query(`update outbox set leased_until = now() where state = 'sending'`)
    const service = await start()
    try {
      await untilNothingWaits(database)
      const { rows } = await database.query(`select count(*)::int as unsent from outbox where state <> 'sent'`)
      const lost = await countLost(service, load.acknowledged)
      const withoutMail = load.acknowledged.filter(({ email }) => !post.has(email)).length
      return { acknowledged: load.acknowledged.length, lost, withoutMail, ...post.counts(), unsent: rows[0].unsent, again: load.again }
    } finally {
      await service.stop()
    }
  } finally {
    await database.end()
    await post.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As the application does: what was not answered is sent again, under the same key, to whichever service is there next. */
async function registerUntilCutOff(service, person, load) {
  for (;;) {
    try {
      person.wanted ??= { email: newEmail(), key: randomUUID() }
      const { email, key } = person.wanted
      person.wanted.token ??= await service.captchaToken()
      const { status, text } = await service.postRegistration(email, person.wanted.token, key)
      if (status === 202) {
        load.acknowledged.push({ ...JSON.parse(text), email })
        person.wanted = undefined
        load.heard()
      } else person.wanted.token = undefined
    } catch {
      load.again += 1
      return
    }
  }
}

async function untilNothingWaits(database) {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await database.query(`select count(*)::int as waiting from outbox where state in ('queued', 'sending')`)
    if (rows[0].waiting === 0) return
    if (performance.now() > deadline) throw new Error(`${rows[0].waiting} mails are still waiting`)
    await pause(500)
  }
}

/** Asked as whoever registered asks. */
async function countLost(service, acknowledged) {
  let lost = 0
  for (let at = 0; at < acknowledged.length; at += ASKED_AT_ONCE) {
    const answers = await Promise.all(
      acknowledged.slice(at, at + ASKED_AT_ONCE).map(async ({ registrationId, accessKey, reference }) => {
        const { status, text } = await service.ask('GET', `/v1/registrations/${registrationId}`, undefined, { authorization: `Bearer ${accessKey}` })
        return status === 200 && JSON.parse(text).reference === reference
      }),
    )
    lost += answers.filter((isThere) => !isThere).length
  }
  return lost
}
