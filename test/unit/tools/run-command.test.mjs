import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../../tools/run-command.mjs'

const node = (code) => runCommand(process.execPath, ['-e', code])

describe('runCommand', () => {
  it.each([
    ['its exit code', 'process.exit(3)', 3],
    ['success', '', 0],
    ['128 and the number of the signal that ended it', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)", 143],
  ])('gives %s', async (_, code, expected) => {
    expect(await node(code)).toBe(expected)
  })

  it('fails for a program that is not there', async () => {
    await expect(runCommand('no-such-program', [])).rejects.toThrow('ENOENT')
  })

  it('ends the command when the shell that started it is gone without passing a signal on', async () => {
    const module = JSON.stringify(join(import.meta.dirname, '../../../tools/run-command.mjs'))
    const inner = "process.stdout.write('running'); process.on('SIGTERM', () => { process.stdout.write('ended'); process.exit(0) }); setInterval(() => {}, 1000)"
    const script = `import(${module}).then(({ runCommand }) => runCommand(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: ['ignore', 1, 2] }))`
    // The second command keeps the shell from becoming node itself.
    const shell = spawn('sh', ['-c', `"${process.execPath}" -e "$SCRIPT"; true`], { env: { ...process.env, SCRIPT: script }, stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    shell.stdout.on('data', (chunk) => {
      output += chunk
      if (String(chunk) === 'running') shell.kill('SIGTERM')
    })
    await once(shell.stdout, 'close')
    expect(output).toBe('runningended')
  })
})
