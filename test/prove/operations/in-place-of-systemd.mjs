/** What systemd would do with the lines that are for it, where there is none: in a folder that was not booted. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const UNIT = 'etc/systemd/system/parvis-service.service'
const PID_FILE = '/run/parvis-service.pid'
/** What it can do; a document that asks for more cannot be proved. */
export const LINES_FOR_SYSTEMD = ['systemctl restart postfix', 'systemctl daemon-reload', 'systemctl enable --now parvis-service', 'systemctl restart nginx']

const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/**
 * Does a line for systemd. The unit is started by its own ExecStart, with its own settings, as its own user; what else it says (limits, filters,
 * namespaces) is systemd's, and only its grammar is looked at. `service()` is its process; `stop()` ends it as systemd does, and gives its exit code.
 */
export function standInForSystemd(debian) {
  let started
  const unit = () => readUnit(readFileSync(join(debian.folder, UNIT), 'utf8'))
  const deeds = [
    () => debian.run('/usr/lib/postfix/configure-instance.sh -\npostfix start\n'),
    () => verifyUnit(debian.folder),
    () => (started = startUnit(debian, unit())),
    () => debian.run('nginx\n'),
  ]
  return {
    /** What Debian starts when it is installed and when the machine starts. */
    startDatabase: () => debian.run('pg_ctlcluster 15 main start\n'),
    do(line) {
      const deed = deeds[LINES_FOR_SYSTEMD.indexOf(line)]
      if (!deed) throw new Error(`nobody knows what to do with: ${line}`)
      deed()
    },
    saidByUnit: () => started?.said() ?? '',
    async stop() {
      debian.run(`kill -TERM "$(cat ${PID_FILE})"\n`)
      return started.ended
    },
  }
}

/** Throws what systemd of this machine finds wrong with the unit; a bare one has not even the targets that every unit hangs on. */
function verifyUnit(folder) {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', join(folder, UNIT)], { encoding: 'utf8' })
  if (status !== 0 || stderr.includes('parvis-service')) throw new Error(`systemd-analyze verify ended with ${status}: ${stdout}${stderr}`)
}

function startUnit(debian, unit) {
  const settings = readFileSync(join(debian.folder, unit.EnvironmentFile[0]), 'utf8')
  const environment = [...(unit.Environment ?? []).flatMap((line) => line.split(' ')), ...settings.split('\n').filter((line) => /^\w+=/.test(line)).map((line) => line.replace(/="(.*)"$/, '=$1'))]
  const asItsUser = `exec setpriv --reuid=${unit.User[0]} --regid=${unit.Group[0]} --init-groups --no-new-privs env -i ${environment.map(quoted).join(' ')} ${unit.ExecStart[0]}`
  const child = debian.start(`umask ${unit.UMask[0]}\ncd ${unit.WorkingDirectory[0]}\necho $$ > ${PID_FILE}\n${asItsUser}`)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  return { said: () => said, ended: new Promise((resolve) => child.once('close', resolve)) }
}

function readUnit(text) {
  const values = {}
  for (const [, name, value] of text.matchAll(/^(\w+)=(.*)$/gm)) (values[name] ??= []).push(value)
  return values
}
