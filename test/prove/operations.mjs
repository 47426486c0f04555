import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromRoot } from '../../tools/project.mjs'
import { runCommand } from '../../tools/run-command.mjs'
import { openBareDebian, whyNoBareDebian } from './operations/bare-debian.mjs'
import { standInForSystemd } from './operations/in-place-of-systemd.mjs'
import { typedBlocks } from './operations/typed-lines.mjs'

const DOMAIN = 'registration.example.org'
const BEHIND_PROXY = 'http://127.0.0.1:4010'
/** People of the machine, with a mailbox each: one who registers, and the agent of the document. */
const PEOPLE = ['zoe', 'somebody']

/** The first installation of docs/operations.md, typed on a machine that has nothing, and the whole path of Parvis on it. */
export async function proveOperations({ tell, machine, state, keep, progress }) {
  const why = whyNoBareDebian()
  if (why) throw new Error(why)
  const blocks = typedBlocks('First installation')
  tell('operations: a bare Debian 12')
  const debian = await openBareDebian(fromRoot('.cache/prove/machine'))
  const systemd = standInForSystemd(debian)
  try {
    const before = debian.run('dpkg-query -W | wc -l\n').trim()
    for (const [index, block] of blocks.entries()) {
      tell(`operations: block ${index + 1} of ${blocks.length}: ${block.lines} lines${block.needsInternet ? ', with the Internet' : ''}`)
      for (const { typed, toSystemd } of block.parts) {
        if (toSystemd) systemd.do(toSystemd)
        else debian.run(typed, { hasInternet: block.needsInternet })
      }
      if (index === 0) {
        systemd.startDatabase()
        debian.run(PEOPLE.map((person) => `useradd --create-home ${person}\n`).join(''))
      }
    }
    const health = JSON.parse(debian.run(`curl -fsS ${BEHIND_PROXY}/v1/health\n`))
    const database = debian.run("runuser -u parvis -- psql -tAc 'show server_version' parvis\n").trim()
    const walk = await walkWithParvis(debian, machine)
    // Past the proxy, the walk would prove nothing of it.
    const throughProxy = Number(debian.run(`grep -c '"POST /v1/registrations HTTP/[^"]*" 202 ' /var/log/nginx/access.log || true\n`))
    const audit = debian.run('cd /\nrunuser -u parvis -- node --env-file=/etc/parvis/service.env /opt/parvis/out/service/server.js audit verify\n').trim()
    const exitCode = await systemd.stop()
    state.done = 1
    keep()
    progress(1)

    const typed = blocks.reduce((sum, { lines }) => sum + lines, 0)
    const forSystemd = blocks.flatMap(({ parts }) => parts).filter(({ toSystemd }) => toSystemd).length
    const isWell = health.environment === 'production' && health.database === 'well' && health.outbox === 'well'
    return [
      { promise: '–', what: `lines of *First installation*, as they stand, in a bare Debian 12 (${before} packages)`, figure: `${typed - forSystemd} typed, none refused`, isKept: true },
      { promise: '–', what: 'lines for systemd, done in its place: `systemd-analyze verify`, ExecStart of the unit as its user with its settings', figure: String(forSystemd), isKept: true },
      { promise: '–', what: 'the service then', figure: `${health.environment}, PostgreSQL ${database.split(' ')[0]} ${health.database}, outbox ${health.outbox}, directory ${health.directory}`, isKept: isWell },
      { promise: '–', what: 'Parvis with `--service-url=https://…`: from an empty list to an active account, by the mails in a mailbox of Postfix', figure: walk.isKept ? `${walk.seconds.toFixed(0)} s, ${walk.mails.length} mails` : 'see the messages above', isKept: walk.isKept },
      { promise: '–', what: 'registrations among what nginx passed on', figure: String(throughProxy), isKept: throughProxy === 1 },
      { promise: '–', what: 'the first agent: link in a mailbox, password, session', figure: walk.isKept ? 'signed in' : 'see the messages above', isKept: walk.isKept },
      { promise: '–', what: '`audit verify` after it, as the document says to give commands', figure: audit.split('\n')[0], isKept: audit.startsWith('whole') },
      { promise: '–', what: 'SIGTERM', figure: `exit code ${exitCode}`, isKept: exitCode === 0 },
    ]
  } catch (failure) {
    tell(systemd.saidByUnit())
    throw failure
  } finally {
    await debian.close()
  }
}

/** The application of this machine, on the network of the other one, as somebody whose computer finds its name and trusts its certificate. */
async function walkWithParvis(debian, { electron, env }) {
  const report = fromRoot('.cache/prove/operations-walk.json')
  rmSync(report, { force: true })
  const home = mkdtempSync(join(tmpdir(), 'parvis-home-'))
  const hosts = join(home, 'hosts')
  try {
    writeFileSync(hosts, `127.0.0.1 localhost ${DOMAIN}\n`)
    trustCertificate(home, join(debian.folder, 'etc/ssl/certs/registration.pem'))
    const installed = { url: `https://${DOMAIN}`, behindProxy: BEHIND_PROXY, folder: debian.folder, inside: debian.inside([]), report }
    const walk = [process.execPath, fromRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', fromRoot('test/prove/operations/playwright.config.ts')]
    const [program, ...args] = debian.outside(walk, hosts)
    const code = await runCommand(program, args, { stdio: ['ignore', 1, 2], env: { ...env, HOME: home, ELECTRON_EXEC_PATH: electron, PARVIS_INSTALLED: JSON.stringify(installed) } })
    const figures = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { seconds: 0, mails: [] }
    return { ...figures, isKept: code === 0 && figures.mails.length > 0 }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Where Chromium looks for authorities that a person of a Linux machine has added. */
function trustCertificate(home, certificate) {
  const store = join(home, '.pki/nssdb')
  mkdirSync(store, { recursive: true })
  const certutil = (...args) => execFileSync('certutil', ['-d', `sql:${store}`, ...args])
  certutil('-N', '--empty-password')
  certutil('-A', '-n', DOMAIN, '-t', 'CP,,', '-i', certificate)
}
