import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccountDesk, type AccountDesk } from '@main/account/account-desk'
import { saveExport } from '@main/account/save-export'
import { createSessionKeeper, type SessionKeeper } from '@main/account/session-keeper'
import { createAccountHandlers } from '@main/app/account-handlers'
import { createSessionRooms } from '@main/app/session-rooms'
import { nodeFileSystem } from '@main/platform/file-system'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient, type ServiceClient } from '@main/submission/service-client'
import { startService, type RunningService } from '@service/app/start-service'
import { readConfig } from '@service/config/read-config'
import { AppError } from '@shared/errors/app-error'
import { AccountExport } from '@shared/http/account-export'
import { ACCOUNT_CONTRACT } from '@shared/ipc/account-contract'
import type { SessionDescription } from '@shared/ipc/session'

const MANAGER = { connectionEmail: 'manager@practice.example', password: 'Practice-manager-2026' }
const AGENT = { connectionEmail: 'agent@practice.example', password: 'Practice-agent-2026' }
const SIGNED_IN = { is: 'signed-in', role: 'account', connectionEmail: MANAGER.connectionEmail } as const

let running: RunningService
let service: ServiceClient
let session: SessionKeeper
let desk: AccountDesk
let told: SessionDescription[]

beforeAll(async () => {
  running = await startService({
    config: readConfig({ PORT: '0', DATA_DIR: 'memory://', CAPTCHA: 'fixed:AAAA', RATE_LIMITS: 'off' }),
    version: '1.2.3', log: () => undefined, preparedFile: new URL('file:///nowhere'),
  })
  service = createServiceClient({ fetch, service: fixedAddress(running.url) })
})
afterAll(() => running.stop())
beforeEach(() => {
  told = []
  session = createSessionKeeper({ service, changed: (description) => told.push(description) })
  desk = createAccountDesk(session)
})

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (thrown: unknown) => AppError.from(thrown).code)

describe('a session', () => {
  it('begins with the password, is told to the window without its token, and opens the account', async () => {
    expect(session.describe()).toEqual({ is: 'signed-out' })
    expect(await session.signIn(MANAGER)).toEqual(SIGNED_IN)
    expect([session.describe(), told]).toEqual([SIGNED_IN, [SIGNED_IN]])
    expect(await desk.read()).toMatchObject({ connectionEmail: MANAGER.connectionEmail, structures: [{ name: 'TOTALENERGIES SE', role: 'manager' }] })
    expect((await session.signIn(AGENT)).is === 'signed-in' && told.at(-1)).toMatchObject({ role: 'agent' })
  })

  it('does not begin with a wrong password, and the one before stays', async () => {
    await session.signIn(MANAGER)
    expect(await codeOf(session.signIn({ ...MANAGER, password: 'Wrong-horse-9' }))).toBe('sign-in-refused')
    expect(session.describe()).toEqual(SIGNED_IN)
  })

  it('is over here and there once somebody signs out', async () => {
    const other = createSessionKeeper({ service, changed: () => undefined })
    await other.signIn(MANAGER)
    await session.signIn(MANAGER)
    await session.signOut()
    await session.signOut()
    expect([session.describe(), told.length, await codeOf(desk.read())]).toEqual([{ is: 'signed-out' }, 2, 'session-ended'])
    expect((await createAccountDesk(other).read()).connectionEmail).toBe(MANAGER.connectionEmail)
  })

  it('that the service has ended is over here as soon as something is asked', async () => {
    await session.signIn(MANAGER)
    const other = createAccountDesk(await signedIn())
    await other.changePassword({ currentPassword: MANAGER.password, newPassword: 'Another-horse-10' })
    expect(await codeOf(desk.read())).toBe('session-ended')
    expect(told.at(-1)).toEqual({ is: 'signed-out' })
    await other.changePassword({ currentPassword: 'Another-horse-10', newPassword: MANAGER.password })
  })

  it('stays where the service cannot be reached, and where something else is refused', async () => {
    const away = createSessionKeeper({ service: { ask: service.ask, tell: () => Promise.reject(new AppError('service-unreachable', 'Away')) }, changed: (description) => told.push(description) })
    await away.signIn(MANAGER)
    expect(await codeOf(createAccountDesk(away).takeBack('00000000-0000-4000-8000-000000000000'))).toBe('service-unreachable')
    await session.signIn(MANAGER)
    expect(await codeOf(desk.takeBack('00000000-0000-4000-8000-000000000000'))).toBe('access-denied')
    expect([away.describe().is, session.describe().is]).toEqual(['signed-in', 'signed-in'])
    // Signing out needs nobody's leave.
    await away.signOut()
    expect(away.describe()).toEqual({ is: 'signed-out' })
  })
})

describe('somebody who is signed in', () => {
  beforeEach(async () => {
    await session.signIn(MANAGER)
  })

  it('changes what the account says of them, and is told which field was refused', async () => {
    expect((await desk.change({ phone: '+33 1 23 45 67 89' })).phone).toBe('+33 1 23 45 67 89')
    expect((await desk.change({ firstName: 'Ann' })).phone).toBe('+33 1 23 45 67 89')
    expect((await desk.change({ phone: null })).phone).toBeUndefined()
    const refused = await desk.change({ contactEmail: 'nobody' }).catch(AppError.from)
    expect(refused).toMatchObject({ code: 'input-invalid', problems: [{ pointer: '/contactEmail' }] })
  })

  it('asks for one more structure, takes the wish back, and has all data in one document', async () => {
    const asked = await desk.askForStructure({ identifierType: 'SIRET', identifier: '21440109300015' })
    expect(asked).toMatchObject({ name: 'COMMUNE DE NANTES', state: 'awaiting-support' })
    expect(await codeOf(desk.askForStructure({ identifierType: 'SIRET', identifier: '21440109300015' }))).toBe('structure-requested')
    expect((await desk.exportData()).account.requestedStructures).toHaveLength(1)
    await desk.takeBack(asked.requestId)
    expect((await desk.read()).requestedStructures).toEqual([])
  })

  it('asks from the window for one more structure that is complete for its type, and for no other', async () => {
    const { input, output } = ACCOUNT_CONTRACT['account:ask-structure']
    expect(input.safeParse({ structure: { identifierType: 'RIDET', identifier: '0833517001' } }).success).toBe(false)
    const handlers = createAccountHandlers({ service, ...createSessionRooms({ service, tell: () => undefined }), whereTo: () => Promise.resolve(undefined) })
    await handlers['session:sign-in'](MANAGER)
    const asked = output.parse(await handlers['account:ask-structure'](input.parse({ structure: { identifierType: 'SIRET', identifier: '21350238800019' } })))
    expect(asked).toMatchObject({ name: 'COMMUNE DE RENNES', state: 'awaiting-support' })
    expect(await codeOf(handlers['account:ask-structure']({ structure: { identifierType: 'SIRET', identifier: '54205118000066' } }))).toBe('structure-attached')
    expect((await handlers['account:take-back']({ requestId: asked.requestId })).requestedStructures).toEqual([])
  })

  it('has all data written where they say, in one step, for their own eyes; or nowhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-export-'))
    const names: string[] = []
    const whereTo = (name: string): Promise<string> => {
      names.push(name)
      return Promise.resolve(join(folder, 'mine.json'))
    }
    const handlers = createAccountHandlers({ service, ...createSessionRooms({ service, tell: () => undefined }), whereTo })
    expect(await codeOf(handlers['account:export']({}))).toBe('session-ended')
    expect(names).toEqual([])
    await handlers['session:sign-in'](MANAGER)
    expect(await handlers['account:export']({})).toEqual({ saved: true })
    expect(names).toEqual([expect.stringMatching(/^Parvis \d{4}-\d{2}-\d{2}\.json$/)])
    expect(await readdir(folder)).toEqual(['mine.json'])
    const text = await readFile(join(folder, 'mine.json'), 'utf8')
    expect(AccountExport.parse(JSON.parse(text)).account.connectionEmail).toBe(MANAGER.connectionEmail)
    expect(text).not.toContain(MANAGER.password)
    expect(process.platform === 'win32' || ((await stat(join(folder, 'mine.json'))).mode & 0o077) === 0).toBe(true)

    const document = AccountExport.parse(JSON.parse(text))
    expect(await saveExport({ document, whereTo: () => Promise.resolve(undefined), fileSystem: nodeFileSystem })).toBe(false)
    expect(await codeOf(saveExport({ document, whereTo: () => Promise.resolve(join(folder, 'missing', 'mine.json')), fileSystem: nodeFileSystem }))).toBe('disk-refused')
    await rm(folder, { recursive: true })
  })

  it('sees who waits for their answer, and gives it once', async () => {
    const { captchaId } = await service.requestCaptcha('en')
    const { captchaToken } = await service.validateCaptcha(captchaId, 'aaaa')
    const person = { connectionEmail: 'ann@example.org', firstName: 'Ann', lastName: 'Lee', contactEmail: 'ann@example.org' }
    const body = { person, structure: { identifierType: 'SIRET', identifier: '54205118000066' }, conditions: { version: '1', acceptedAt: '2026-11-23T10:00:00.000Z' }, locale: 'en', captchaToken }
    await service.tell({ method: 'POST', path: '/v1/registrations', body, idempotencyKey: crypto.randomUUID() })
    const [request] = await desk.requests()
    expect(request).toMatchObject({ connectionEmail: 'ann@example.org', structure: { name: 'TOTALENERGIES SE' } })
    await desk.decide(request!.id, { decision: 'refuse', reason: 'Not one of us.' })
    expect(await desk.requests()).toEqual([])
    expect(await codeOf(desk.decide(request!.id, { decision: 'accept' }))).toBe('decision-made')
  })

  it('erases the account by the password, and is signed out', async () => {
    expect(await codeOf(desk.erase('Wrong-horse-9'))).toBe('password-wrong')
    expect(session.describe()).toEqual(SIGNED_IN)
    await desk.erase(MANAGER.password)
    expect([session.describe().is, await codeOf(session.signIn(MANAGER))]).toEqual(['signed-out', 'sign-in-refused'])
  })
})

async function signedIn(): Promise<SessionKeeper> {
  const keeper = createSessionKeeper({ service, changed: () => undefined })
  await keeper.signIn(MANAGER)
  return keeper
}
