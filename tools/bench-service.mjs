import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { percentile } from '../test/bench/drafts/percentiles.mjs'
import { bundleForNode } from './bundle.mjs'
import { startPostgres } from './postgres-server.mjs'
import { fromRoot } from './project.mjs'
import { say } from './say.mjs'

const CONNECTIONS = 32
const WARM_UP_MS = 4_000
const MEASURED_MS = 15_000
const HASHED_MS = 10_000
/** More than can be used up in the time. */
const TOKENS = 40_000
const LINKS = 2_500
/** Enough to keep the gate of the hashes full, and few enough that it turns nobody away. */
const ACTIVATING = 16

const row = (name, value, unit, target) => ({ name, value, unit, ...(target && { target: target.text, met: target.met(value) }) })
const atLeast = (limit) => ({ text: `≥ ${limit}`, met: (value) => value >= limit })
const below = (limit, text) => ({ text: `< ${text}`, met: (value) => value < limit })

/**
 * Registrations beside better-auth's sign-ups, on the same PostgreSQL, by as many connections, in turns; activations beside bare
 * argon2id; and registrations by twice the instances on the same cores.
 */
export async function benchService({ rounds = 3 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-bench-service-'))
  const server = await startPostgres()
  const parvis = await bundleForNode('test/bench/service/parvis-server.ts', 'parvis-server', { external: ['pg', '@electric-sql/pglite', '@napi-rs/canvas'] })
  const urls = { parvis: await server.createDatabase('parvis'), peer: await server.createDatabase('peer') }
  const env = { PATH: process.env.PATH, DATABASE_URL: urls.parvis, DATABASE_CONNECTIONS: String(CONNECTIONS), SECRET_KEY_FILE: join(folder, 'secret.key'), RATE_LIMITS: 'off' }
  const startParvis = () => start(parvis, env)
  const startPeer = (extra = {}) => start(fromRoot('test/bench/service/better-auth-server.mjs'), { PATH: process.env.PATH, DATABASE_URL: urls.peer, CONNECTIONS: String(CONNECTIONS), ...extra })
  // Not before the set-up has brought the packages.
  const { default: pg } = await import('pg')
  const database = new pg.Client({ connectionString: urls.parvis })
  const running = []
  try {
    const ours = await startParvis()
    const theirs = await startPeer()
    running.push(ours, theirs)
    await database.connect()

    say('service: both databases come into use')
    await load({ kind: 'registrations', ports: [ours.port], tokens: await captchaTokens(database), measuredMs: 1_000 })
    await load({ kind: 'sign-ups', ports: [theirs.port], measuredMs: 1_000 })
    // As a server does by itself within a minute: without it each goes on with the plans that it made for empty tables.
    for (const url of Object.values(urls)) await analyze(pg, url)

    const [registrations, signUps] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      say(`service: round ${round + 1} of ${rounds}`)
      registrations.push(await load({ kind: 'registrations', ports: [ours.port], tokens: await captchaTokens(database) }))
      signUps.push(await load({ kind: 'sign-ups', ports: [theirs.port] }))
    }
    say('service: twice the instances')
    const second = await startParvis()
    running.push(second)
    const twice = await load({ kind: 'registrations', ports: [ours.port, second.port], tokens: await captchaTokens(database) })
    await end(second, theirs)

    say('service: activations beside bare argon2id')
    const bare = await hashBare()
    const activations = await load({ kind: 'activations', ports: [ours.port], tokens: await linkTokens(database), connections: ACTIVATING, measuredMs: HASHED_MS })
    const own = await startPeer({ OWN_HASH: 'yes' })
    running.push(own)
    const withOwnHash = await load({ kind: 'sign-ups', ports: [own.port] })

    const [mine, peers] = [middle(registrations), middle(signUps)]
    return [
      row(`better-auth, sign-ups a second, ${CONNECTIONS} connections, its hash made free`, peers.perSecond, '/s'),
      row('better-auth, sign-ups, p99', peers.p99, 'ms'),
      row('better-auth, sign-ups a second with its own hash', withOwnHash.perSecond, '/s'),
      row(`registrations a second, ${CONNECTIONS} connections`, mine.perSecond, '/s'),
      row('registrations / sign-ups', mine.perSecond / peers.perSecond, '×', atLeast(4)),
      row('registrations, p50', mine.p50, 'ms'),
      row('registrations, p99', mine.p99, 'ms', below(peers.p99, 'its')),
      row('registrations a second, two instances on the same cores', twice.perSecond, '/s'),
      row('registrations, two instances, p99', twice.p99, 'ms'),
      row('bare argon2id, 19 MiB, t=2, p=1, a second', bare, '/s'),
      row(`activations a second, ${ACTIVATING} connections`, activations.perSecond, '/s'),
      row('activations / bare argon2id', activations.perSecond / bare, '×', atLeast(0.85)),
    ]
  } finally {
    await end(...running)
    await database.end().catch(() => undefined)
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function analyze(pg, url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('analyze')
  await client.end()
}

async function start(file, env) {
  const child = fork(file, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ port }] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with code ${code}`)))])
  return { child, port }
}

async function end(...servers) {
  for (const { child } of servers) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill()
    await once(child, 'exit')
  }
}

/** How many a second, and how long they took. Throws when any was refused: then it was not what is measured. */
async function load({ warmUpMs = WARM_UP_MS, measuredMs = MEASURED_MS, ...rest }) {
  const child = fork(fromRoot('test/bench/service/load.mjs'))
  child.send({ connections: CONNECTIONS, warmUpMs, measuredMs, ...rest })
  const [{ times, wrong, measuredMs: tookMs }] = await once(child, 'message')
  if (wrong.length > 0) throw new Error(`${rest.kind} were refused: ${wrong.map(([status, count]) => `${count} × ${status}`).join(', ')}`)
  return { perSecond: times.length / (tookMs / 1000), p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** The round of the median rate. */
function middle(runs) {
  return runs.toSorted((one, other) => one.perSecond - other.perSecond)[Math.floor(runs.length / 2)]
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const newTokens = (count) => Array.from({ length: count }, () => randomBytes(32).toString('base64url'))

/** Answered beforehand: what is measured is what a registration costs. */
async function captchaTokens(database) {
  const tokens = newTokens(TOKENS)
  await database.query(
    `insert into captchas (id, locale, sealed_characters, tries_left, expires_at, token_sha256, token_expires_at)
     select gen_random_uuid(), 'fr', '', 1, now() + interval '1 day', token, now() + interval '1 day' from unnest($1::text[]) as token`,
    [tokens.map(sha256)],
  )
  return tokens
}

/** Links of registrations that were made before, as if their mails had been accepted. */
async function linkTokens(database) {
  const tokens = newTokens(LINKS)
  const { rows } = await database.query(`update registrations set state = 'activation-sent' where id in (select id from registrations where kind = 'genuine' and state = 'requested' limit $1) returning id`, [LINKS])
  await database.query(
    `insert into links (id, registration_id, mail_id, token_sha256, code_tries_left, created_at, expires_at)
     select gen_random_uuid(), registration, gen_random_uuid(), token, 0, now(), now() + interval '1 hour' from unnest($1::uuid[], $2::text[]) as given (registration, token)`,
    [rows.map(({ id }) => id), tokens.slice(0, rows.length).map(sha256)],
  )
  return tokens.slice(0, rows.length)
}

/** Of the same parameters, by the same library, as many at once as the service's gate lets through. */
async function hashBare() {
  const { hash } = await import('@node-rs/argon2')
  const until = performance.now() + HASHED_MS
  let count = 0
  const work = async () => {
    while (performance.now() < until) {
      await hash('Correct-horse-9', { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 })
      count += 1
    }
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return count / (HASHED_MS / 1000)
}
