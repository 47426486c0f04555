/** A Debian 12 without anything, as a folder, in namespaces of its own: its own processes, its own network of one loopback. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fromRoot, projectRoot } from '../../../tools/project.mjs'
import { runCommand } from '../../../tools/run-command.mjs'
import { isOnPath } from '../../../tools/system-packages.mjs'

const RELEASE = 'bookworm'
const ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LANG: 'C.UTF-8' }

/** Why this machine cannot have one; undefined when it can. */
export function whyNoBareDebian() {
  if (process.getuid?.() !== 0) return 'a bare Debian is made and entered by root only'
  const missing = ['debootstrap', 'unshare', 'nsenter', 'ip', 'apt-get', 'systemd-analyze', 'certutil'].filter((program) => !isOnPath(program))
  return missing.length > 0 ? `missing: ${missing.join(', ')} (apt-get install debootstrap util-linux iproute2 systemd libnss3-tools)` : undefined
}

/** The packages of Debian itself, kept in the cache of this tree: only the first run has to fetch them. */
async function fetchDebian(base) {
  if (existsSync(base)) return
  const unfinished = `${base}.new`
  rmSync(unfinished, { recursive: true, force: true })
  const code = await runCommand('debootstrap', ['--variant=minbase', RELEASE, unfinished, mirror()])
  if (code !== 0) throw new Error(`debootstrap ended with ${code}`)
  renameSync(unfinished, base)
}

/** Where apt of this machine has Debian from. */
function mirror() {
  const sites = execFileSync('apt-get', ['indextargets', '--format', '$(RELEASE) $(SITE)'], { encoding: 'utf8' })
  const site = sites.split('\n').find((line) => line.startsWith(`${RELEASE} `))
  if (site === undefined) throw new Error(`apt of this machine has no ${RELEASE}`)
  return site.slice(RELEASE.length + 1)
}

/**
 * A fresh one in `folder`, with Node and a copy of the source tree. Gives `run(script, { hasInternet })`, `start(script)`, which gives the process,
 * `inside(command)`, the command line that runs a command in it, and `outside(command, hosts)`, which is on its network and in this machine's files, but for the file `hosts`.
 */
export async function openBareDebian(folder) {
  const base = fromRoot('.cache/prove/bare-debian')
  mkdirSync(dirname(base), { recursive: true })
  await fetchDebian(base)
  rmSync(folder, { recursive: true, force: true })
  execFileSync('cp', ['-a', '--reflink=auto', base, folder])
  bringNode(folder)
  bringSources(join(folder, 'root/parvis'))
  bringSurroundings(folder)

  const script = `ip link set lo up && mount --rbind /dev ${folder}/dev && echo ready && exec sleep infinity`
  const holder = spawn('unshare', ['--net', '--pid', '--mount', '--fork', '--kill-child', `--mount-proc=${folder}/proc`, 'sh', '-ec', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const target = await firstProcessOf(holder)
  const enter = (hasInternet) => ['nsenter', `--target=${target}`, '--mount', '--pid', ...(hasInternet ? [] : ['--net'])]
  const inside = (command, { hasInternet = false, environment = {} } = {}) => [
    ...enter(hasInternet), 'chroot', folder, 'env', '-i', ...Object.entries({ ...ENVIRONMENT, ...environment }).map(([name, value]) => `${name}=${value}`), ...command,
  ]
  return {
    folder,
    inside,
    outside: (command, hosts) => ['nsenter', `--target=${target}`, '--net', 'unshare', '--mount', 'sh', '-ec', 'mount --bind "$0" /etc/hosts; exec "$@"', hosts, ...command],
    /** Types a script. Gives what was printed; throws, with it, when a line failed. */
    run(typed, { hasInternet = false } = {}) {
      const [program, ...args] = inside(['bash', '-e', '-o', 'pipefail'], { hasInternet, environment: hasInternet ? surroundings() : {} })
      const { status, stdout, stderr } = spawnSync(program, args, { input: typed, encoding: 'utf8', maxBuffer: 1 << 26 })
      if (status !== 0) throw new Error(`ended with ${status}:\n${typed}\n${stdout.slice(-2_000)}\n${stderr.slice(-4_000)}`)
      return stdout
    },
    start(typed) {
      const [program, ...args] = inside(['bash', '-ec', typed])
      return spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    },
    /** Everything in it ends with the first process of its namespace. */
    async close() {
      holder.kill('SIGKILL')
      if (holder.exitCode === null && holder.signalCode === null) await new Promise((resolve) => holder.once('exit', resolve))
      for (let tries = 0; tries < 50 && !isGone(folder); tries += 1) await pause(100)
    },
  }
}

function isGone(folder) {
  try {
    rmSync(folder, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}

/** The process that its namespaces hang on; it says when they are ready. */
async function firstProcessOf(holder) {
  await new Promise((resolve, reject) => {
    holder.stdout.once('data', resolve)
    holder.once('exit', (code) => reject(new Error(`no namespaces here (${code}): unshare was refused`)))
  })
  return Number(readFileSync(`/proc/${holder.pid}/task/${holder.pid}/children`, 'utf8').trim())
}

/** What a machine with Node 20 has: the program of this one, and its npm. */
function bringNode(folder) {
  const npm = join(dirname(process.execPath), '../lib/node_modules/npm')
  cpSync(process.execPath, join(folder, 'usr/bin/node'))
  cpSync(npm, join(folder, 'usr/lib/node_modules/npm'), { recursive: true })
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(folder, 'usr/bin/npm'))
}

/** The files of the tree that git knows, as they are now. */
function bringSources(folder) {
  mkdirSync(folder, { recursive: true })
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: projectRoot, encoding: 'utf8', maxBuffer: 1 << 26 })
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(fromRoot(name)))) cpSync(fromRoot(file), join(folder, file))
}

/** How this machine reaches the Internet is no part of the lines; and nothing starts by being installed, for nothing is there to manage it. */
function bringSurroundings(folder) {
  const write = (name, text, mode) => writeFileSync(join(folder, name), text, { mode })
  write('etc/hosts', '127.0.0.1 localhost\n::1 localhost\n')
  write('usr/sbin/policy-rc.d', '#!/bin/sh\nexit 101\n', 0o755)
  write('etc/apt/apt.conf.d/99surroundings', execFileSync('apt-config', ['dump', '--no-empty', 'Acquire'], { encoding: 'utf8' }))
  cpSync('/etc/resolv.conf', join(folder, 'etc/resolv.conf'))
  const authorities = process.env.NODE_EXTRA_CA_CERTS
  if (authorities && existsSync(authorities)) cpSync(authorities, join(folder, 'root/authorities.pem'))
  appendFileSync(join(folder, 'root/.npmrc'), 'audit=false\nfund=false\nupdate-notifier=false\n')
}

/** For lines that fetch something: the registry that npm of this machine asks, and whom it trusts. */
function surroundings() {
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { cwd: projectRoot, encoding: 'utf8' }).trim()
  const proxies = Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(?:https?|no)_proxy$/i.test(name)))
  return { npm_config_registry: registry, ...(process.env.NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS: '/root/authorities.pem' }), ...proxies }
}
