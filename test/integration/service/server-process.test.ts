import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const running = new Set<ChildProcess>()
/** Inside the tree, so that the built server finds its packages. */
let folder: string

beforeAll(async () => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  folder = mkdtempSync(join(ROOT, '.cache/test-server-'))
  process.env['PARVIS_BUILD_INTO'] = join(folder, 'out')
  await build({ configFile: join(ROOT, 'src-service/vite.config.ts'), logLevel: 'error' })
}, 120_000)

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  delete process.env['PARVIS_BUILD_INTO']
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  output(): string
  /** The address that it prints when it is ready. */
  address(): Promise<string>
  end(): Promise<number | null>
}

function run(environment: Record<string, string>, ...command: string[]): Run {
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
}

describe('the built server', () => {
  it('migrates, says done, and has nothing to do the second time', async () => {
    for (const said of ['done', 'nothing to migrate']) {
      const migration = run({}, 'migrate')
      expect([await migration.end(), migration.output()]).toEqual([0, expect.stringContaining(said)])
    }
  })

  it('verifies the audit log', async () => {
    const verification = run({}, 'audit', 'verify')
    expect([await verification.end(), verification.output()]).toEqual([0, 'whole: 0 entries\ndone\n'])
    const other = run({}, 'audit', 'erase')
    expect(await other.end()).toBe(78)
  })

  it('adds an agent, who chooses a password by the link of a mail and signs in', async () => {
    const email = 'zoe.agent@example.org'
    const added = run({}, 'agent', 'add', email)
    expect([await added.end(), added.output()]).toEqual([0, expect.stringContaining(`${email} is an agent now.`)])
    const nobody = run({}, 'agent', 'add', 'nobody')
    expect([await nobody.end(), nobody.output()]).toEqual([78, expect.stringContaining('agent add EMAIL')])

    const service = run({})
    const address = await service.address()
    const whileItRuns = run({}, 'agent', 'add', email)
    expect([await whileItRuns.end(), whileItRuns.output()]).toEqual([75, expect.stringContaining(`in use by process ${service.child.pid}`)])
    const post = (path: string, body: object) => fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const token = await vi.waitFor(async () => {
      const mails = (await (await fetch(`${address}/practice/mailbox.json`)).json()) as { to: string; text: string }[]
      const found = /#t=([\w-]{43})/.exec(mails.find(({ to }) => to === email)?.text ?? '')?.[1]
      expect(found).toBeDefined()
      return found
    }, 10_000)
    expect((await post('/v1/sessions', { connectionEmail: email, password: '' })).status).toBe(400)
    expect((await post('/v1/password-resets/completion', { token, password: 'Zoe-agent-2026!' })).status).toBe(204)
    expect(await (await post('/v1/sessions', { connectionEmail: email, password: 'Zoe-agent-2026!' })).json()).toMatchObject({ role: 'agent' })
    service.child.kill('SIGTERM')
    await service.end()

    const once = run({}, 'agent', 'add', ` ${email.toUpperCase()} `)
    expect([await once.end(), once.output()]).toEqual([0, expect.stringContaining('was an agent already')])
    const ofSomebody = run({}, 'agent', 'add', 'manager@practice.example')
    expect([await ofSomebody.end(), ofSomebody.output()]).toEqual([1, expect.stringContaining('has an account of its own')])
    const verification = run({}, 'audit', 'verify')
    expect([await verification.end(), verification.output()]).toEqual([0, 'whole: 2 entries\ndone\n'])
  }, 60_000)

  it('imports public structures that accounting software has declared, and says what it refuses and where', async () => {
    const file = join(folder, 'declared.csv')
    writeFileSync(file, '\uFEFFNom;SIRET\r\nNantes;214 401 093 00015\r\n"Rennes; la ville";21350238800019\r\n\r\nDanone;55203253400646\r\nSaint-Denis;21930066200018\r\nx;21440109300016\r\ny;73282932000074\r\n')
    const imported = run({ DATA_DIR: join(folder, 'imported') }, 'structures', 'import', file)
    expect(await imported.end()).toBe(1)
    expect(imported.output()).toBe(
      'line 5: 55203253400646 is not a public body\nline 6: 21930066200018 is closed\nline 7: 21440109300016 is no SIRET\nline 8: 73282932000074 is not known to the directory\nimported: 2, known already: 0, refused: 4\ndone\n',
    )
    writeFileSync(file, 'siret,name\n21440109300015,Nantes\n')
    const again = run({ DATA_DIR: join(folder, 'imported') }, 'structures', 'import', file)
    expect([await again.end(), again.output()]).toEqual([0, 'imported: 0, known already: 1, refused: 0\ndone\n'])

    const service = run({ DATA_DIR: join(folder, 'imported') })
    const answer = await fetch(`${await service.address()}/v1/structures/SIRET/21350238800019`)
    expect(await answer.json()).toMatchObject({ standing: 'registered', sector: 'public', name: 'COMMUNE DE RENNES' })
    service.child.kill('SIGTERM')
    await service.end()

    writeFileSync(file, 'number\n21440109300015\n')
    const [nameless, missing] = [run({ DATA_DIR: join(folder, 'imported') }, 'structures', 'import', file), join(folder, 'nowhere.csv')]
    expect([await nameless.end(), nameless.output()]).toEqual([78, expect.stringContaining('column "siret"')])
    const absent = run({ DATA_DIR: join(folder, 'imported') }, 'structures', 'import', missing)
    expect([await absent.end(), absent.output()]).toEqual([1, `${missing}: there is no such file.\n`])
  }, 60_000)

  it('serves, refuses a second one on its folder, and stops with grace', async () => {
    const first = run({})
    const address = await first.address()
    expect((await fetch(`${address}/v1/health`)).status).toBe(200)

    const second = run({})
    expect(await second.end()).toBe(75)
    expect(second.output()).toContain(`in use by process ${first.child.pid}`)

    const registration = fetch(`${address}/v1/conditions?locale=fr`)
    first.child.kill('SIGTERM')
    await registration.catch(() => undefined)
    expect(await first.end()).toBe(0)
    const third = run({})
    await third.address()
    third.child.kill('SIGTERM')
    expect(await third.end()).toBe(0)
  })

  it.each([
    [{ RATE_LIMITS: 'off', HOST: '0.0.0.0', PUBLIC_URL: 'https://x.example' }, 'RATE_LIMITS'],
    [{ ENVIRONMENT: 'production', CAPTCHA: 'fixed:AAAA' }, 'CAPTCHA'],
    [{ DATABASE_URL: 'postgres://localhost/x' }, 'DATABASE_URL'],
  ])('%j ends with 78 and the name of %s', async (environment, variable) => {
    const refused = run(environment)
    expect(await refused.end()).toBe(78)
    expect(refused.output()).toMatch(new RegExp(`^${variable}: `))
  })

  it('answers what is no HTTP with a problem document', async () => {
    const service = run({ DATA_DIR: 'memory://' })
    const { port } = new URL(await service.address())
    const { connect } = await import('node:net')
    const socket = connect(Number(port), '127.0.0.1')
    socket.end('nonsense\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 400[\s\S]*application\/problem\+json[\s\S]*body-malformed/)
    service.child.kill('SIGTERM')
    expect(await service.end()).toBe(0)
  })

  it('keeps the practice mailbox for whoever shows the secret of the launch', async () => {
    const service = run({ DATA_DIR: 'memory://', PRACTICE_SECRET: 'of this launch' })
    const address = await service.address()
    const ask = (authorization: string) => fetch(`${address}/practice/mailbox.json`, { headers: { authorization } })
    expect([(await ask('')).status, (await ask('Bearer other')).status, (await ask('Bearer of this launch')).status]).toEqual([401, 401, 200])
    service.child.kill('SIGTERM')
    expect(await service.end()).toBe(0)
  })
})
