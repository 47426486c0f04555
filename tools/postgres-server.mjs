/** A PostgreSQL of its own, from the system's packages, on loopback, for a test, a proof or a benchmark. */
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startBound } from './bound-process.mjs'
import { freePort } from './free-port.mjs'

const PACKAGED = '/usr/lib/postgresql'
const SUPERUSER = 'parvis'

/**
 * Gives `url` (of a database to connect to), `urlOf(database)`, `createDatabase(name)`, which gives its url, `data` (its folder) and `stop`. What is not `isDurable` does not wait for the
 * disk. As root the server runs as the user `postgres`, because it refuses to run as root.
 */
export async function startPostgres({ isDurable = true, settings = {} } = {}) {
  const programs = join(PACKAGED, newestVersion(), 'bin')
  const folder = mkdtempSync(join(tmpdir(), 'parvis-postgres-'))
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : undefined
  const passwordFile = join(folder, 'password')
  const password = randomBytes(18).toString('base64url')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid)
  chmodSync(folder, 0o700)

  const run = (program, ...args) => execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const data = join(folder, 'data')
  const port = await freePort()
  const options = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, max_connections: 200,
    ...(!isDurable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  }
  let server
  const stop = async () => {
    // A fast end: whoever is still connected is cut off.
    spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], { ...owner, cwd: folder, stdio: 'ignore' })
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    run('initdb', '-D', data, '-U', SUPERUSER, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
    const settingsGiven = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    server = startBound(join(programs, 'postgres'), ['-D', data, ...settingsGiven], { ...owner, cwd: folder, stdio: ['ignore', 'ignore', openSync(join(folder, 'log'), 'w')] })
    await untilReady(join(programs, 'pg_isready'), port, server.child)
  } catch (failure) {
    await stop()
    throw new Error(`PostgreSQL does not start: ${String(failure.stderr ?? failure.message).trim()}`, { cause: failure })
  }
  const urlOf = (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
  const createDatabase = async (name) => {
    // Scripts load this before the set-up has brought the packages.
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: urlOf('postgres') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    return urlOf(name)
  }
  return { url: urlOf('postgres'), urlOf, createDatabase, data, stop }
}

function newestVersion() {
  const versions = readdirSync(PACKAGED).filter((name) => /^\d+$/.test(name)).sort((one, other) => Number(one) - Number(other))
  const newest = versions.at(-1)
  if (newest === undefined) throw new Error('PostgreSQL is not installed: run `npm run setup`')
  return newest
}

async function untilReady(program, port, child) {
  for (let tries = 0; tries < 300; tries += 1) {
    if (spawnSync(program, ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0) return
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    await wait(100)
  }
  throw new Error('it does not answer')
}

function idsOf(user) {
  const number = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}
