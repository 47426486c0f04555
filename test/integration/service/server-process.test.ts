import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BuiltServer, buildServer } from '../../support/service/built-server'

let server: BuiltServer
let folder: string
let run: BuiltServer['run']

beforeAll(async () => {
  server = await buildServer()
  ;({ folder, run } = server)
}, 120_000)

afterAll(() => { server.remove() })

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
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
  ])('%j ends with 78 and the name of %s', async (environment, variable) => {
    const refused = run(environment)
    expect(await refused.end()).toBe(78)
    expect(refused.output()).toMatch(new RegExp(`^${variable}: `))
  })

  it('says that the database does not answer, and that this may pass', async () => {
    const refused = run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' })
    expect([await refused.end(), refused.output()]).toEqual([75, 'DATABASE_URL: the database does not answer (ECONNREFUSED).\n'])
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
