import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '../../..')

export interface ServerRun {
  readonly child: ChildProcess
  output(): string
  /** The address that it prints when it is ready. */
  address(): Promise<string>
  end(): Promise<number | null>
}

export interface BuiltServer {
  /** A folder for what the runs keep. */
  readonly folder: string
  run(environment: Record<string, string>, ...command: string[]): ServerRun
  /** Ends what still runs. */
  remove(): void
}

/** The service as it is built for plain Node, in a folder of its own inside the tree, where it finds its packages. */
export async function buildServer(): Promise<BuiltServer> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, '.cache/test-server-'))
  symlinkSync(join(ROOT, 'resources'), join(folder, 'resources'))
  process.env['PARVIS_BUILD_INTO'] = join(folder, 'out')
  await build({ configFile: join(ROOT, 'src-service/vite.config.ts'), logLevel: 'error' })
  delete process.env['PARVIS_BUILD_INTO']
  const running = new Set<ChildProcess>()

  return {
    folder,

    run(environment, ...command) {
      const { PATH = '' } = process.env
      const child = spawn(process.execPath, [join(folder, 'out/service/server.js'), ...command], { env: { PATH, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment } })
      running.add(child)
      const ended = once(child, 'exit').then(([code]) => {
        running.delete(child)
        return code as number | null
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
      return {
        child,
        output: () => output,
        end: () => ended,
        async address() {
          for (;;) {
            const found = /listening on (http:\/\/\S+)/.exec(output)?.[1]
            if (found) return found
            if (child.exitCode !== null) throw new Error(`It ended: ${output}`)
            await new Promise((resolve) => setTimeout(resolve, 20))
          }
        },
      }
    },

    remove() {
      for (const child of running) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
