/** A Postfix of its own, from the system's packages, on loopback, with mailboxes that a test can read. The machine's own instance is left alone. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startBound } from './bound-process.mjs'
import { freePort } from './free-port.mjs'

const POSTFIX = '/usr/sbin/postfix'
const DAEMONS = '/usr/lib/postfix/sbin'
/** Whose the mailboxes are. */
const MAIL_USER = 'nobody'

/** Why this machine cannot have one; undefined when it can. */
export function whyNoMailServer() {
  if (!existsSync(POSTFIX)) return 'Postfix is not installed: run `npm run setup`'
  if (process.getuid?.() !== 0) return 'Postfix starts as root only'
  return undefined
}

/**
 * `boxes`: addresses with `maildir` or `mbox`. Others of the same domains are refused at RCPT. `farDomain` is the domain of another server,
 * for which mails are taken unseen; that server knows nobody, so each is returned to its sender a moment later.
 * Gives `url`, `boxOf(address)` (a path), `log()` and `stop`.
 */
export async function startMailServer({ boxes, farDomain }) {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-postfix-'))
  const [config, mail, log] = [join(folder, 'etc'), join(folder, 'mail'), join(folder, 'mail.log')]
  chmodSync(folder, 0o755)
  for (const path of [config, mail, join(folder, 'queue'), join(folder, 'data')]) mkdirSync(path)
  const [owner, mailer] = [idsOf('postfix'), idsOf(MAIL_USER)]
  chownSync(join(folder, 'data'), owner.uid, owner.gid)
  chownSync(mail, mailer.uid, mailer.gid)
  const [port, farPort] = [await freePort(), await freePort()]

  const nameOf = (address) => `${address}${boxes[address] === 'maildir' ? '/' : ''}`
  const write = (name, lines) => writeFileSync(join(config, name), `${lines.join('\n')}\n`)
  write('boxes', Object.keys(boxes).map((address) => `${address} ${nameOf(address)}`))
  write('transport', [`${farDomain} smtp:[127.0.0.1]:${farPort}`])
  write('nobody', [])
  write('main.cf', Object.entries(settings({ folder, config, mail, log, mailer, domains: domainsOf(Object.keys(boxes)), farDomain })).map(([name, value]) => `${name} = ${value}`))
  write('master.cf', services(port, farPort, farDomain, config))

  let server
  const stop = async () => {
    spawnSync(POSTFIX, ['-c', config, 'stop'], { stdio: 'ignore' })
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const readLog = () => (existsSync(log) ? readFileSync(log, 'utf8') : '')
  try {
    server = startBound(POSTFIX, ['-c', config, 'start-fg'], { cwd: folder, stdio: 'ignore' })
    for (const each of [port, farPort]) await untilGreeted(each, server.child)
  } catch (failure) {
    const said = readLog()
    await stop()
    throw new Error(`Postfix does not start: ${failure.message}\n${said}`, { cause: failure })
  }
  return { url: `smtp://127.0.0.1:${port}`, boxOf: (address) => join(mail, nameOf(address)), log: readLog, stop }
}

function settings({ folder, config, mail, log, mailer, domains, farDomain }) {
  return {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    daemon_directory: DAEMONS,
    maillog_file: log,
    maillog_file_prefixes: folder,
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    myhostname: 'mail.parvis.example',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    alias_maps: '',
    // Nobody is asked for addresses: none of these domains is anywhere.
    smtp_dns_support_level: 'disabled',
    smtp_host_lookup: 'native',
    virtual_mailbox_domains: domains.join(' '),
    virtual_mailbox_base: mail,
    virtual_mailbox_maps: `texthash:${join(config, 'boxes')}`,
    virtual_uid_maps: `static:${mailer.uid}`,
    virtual_gid_maps: `static:${mailer.gid}`,
    virtual_minimum_uid: '1',
    relay_domains: farDomain,
    transport_maps: `texthash:${join(config, 'transport')}`,
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
  }
}

function services(port, farPort, farDomain, config) {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    `127.0.0.1:${farPort} inet n - n - - smtpd`,
    // Another name, or the two would take each other for one server that talks to itself.
    `  -o myhostname=mx.${farDomain}`,
    `  -o relay_recipient_maps=texthash:${join(config, 'nobody')}`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    ...['error', 'retry'].map((name) => `${name} unix - - n - - error`),
    'smtp unix - - n - - smtp',
    'virtual unix - n n - - virtual',
    'proxymap unix - - n - - proxymap',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'flush unix n - n 1000? 0 flush',
    'showq unix n - n - - showq',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'postlog unix-dgram n - n - 1 postlogd',
  ]
}

async function untilGreeted(port, child) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isGreeted(port)) return
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    await wait(100)
  }
  throw new Error('it does not answer')
}

function isGreeted(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(2_000, () => socket.destroy())
    socket.once('data', (text) => {
      resolve(String(text).startsWith('220'))
      socket.end('QUIT\r\n')
    })
    socket.once('error', () => resolve(false)).once('close', () => resolve(false))
  })
}

function domainsOf(addresses) {
  return [...new Set(addresses.map((address) => address.slice(address.lastIndexOf('@') + 1)))]
}

function idsOf(user) {
  const number = (flag) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}
