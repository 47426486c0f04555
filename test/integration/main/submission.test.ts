import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCredentials } from '@main/credentials/credentials'
import { createMemoryVault } from '@main/credentials/memory-vault'
import type { Drafts } from '@main/drafts/drafts'
import { createAccessKeys } from '@main/submission/access-keys'
import { createActivationClient } from '@main/submission/activation-client'
import type { Fetch } from '@main/submission/ask-service'
import { describeService } from '@main/submission/describe-service'
import { createFormRules } from '@main/submission/form-rules'
import { createQueue, type Queue } from '@main/submission/queue'
import { createSentRegistrations } from '@main/submission/sent-registrations'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient, type ServiceClient } from '@main/submission/service-client'
import { watchService } from '@main/submission/service-watch'
import { createSubmission } from '@main/submission/submit-registration'
import { startService, type RunningService } from '@service/app/start-service'
import { readConfig } from '@service/config/read-config'
import { readActivationText } from '@shared/activation/activation-link'
import { PATHS } from '@shared/http/paths'
import { PracticeMailbox } from '@shared/http/practice-mailbox'
import type { DraftId } from '@shared/registration/draft'
import { openFaultProxy, type Fault } from '../../support/fault-proxy'
import { createMemoryDrafts, type MemoryDrafts } from '../../support/main/memory-drafts'
import { completeContent, NEW_STRUCTURES } from '../../support/main/stored-draft'

const SETTINGS = { PORT: '0', DATA_DIR: 'memory://', CAPTCHA: 'fixed:AAAA', RATE_LIMITS: 'off', PRACTICE_SECRET: 'of-this-launch' }
const credentials = createCredentials({ memory: createMemoryVault(), keychain: undefined })
const now = (): Date => new Date()

let running: RunningService
let service: ServiceClient
let stored: { readonly store: MemoryDrafts; readonly draftId: DraftId; readonly reopen: () => MemoryDrafts }
let people = 0

beforeAll(async () => {
  running = await startService({ config: readConfig(SETTINGS), version: '1.2.3', log: () => undefined, preparedFile: new URL('file:///nowhere') })
  service = createServiceClient({ fetch, service: fixedAddress(running.url) })
})
afterAll(() => running.stop())
beforeEach(async () => {
  people += 1
  const store = createMemoryDrafts()
  const { id } = await store.create(completeContent(`person-${people}@example.org`, NEW_STRUCTURES.decathlon))
  stored = {
    store,
    draftId: id,
    reopen() {
      store.kill()
      return createMemoryDrafts({ disk: store.disk })
    },
  }
  return () => {
    for (const close of opened.splice(0)) close()
  }
})

async function passCaptcha(): Promise<string> {
  const { captchaId } = await service.requestCaptcha('fr')
  return (await service.validateCaptcha(captchaId, 'aaaa')).captchaToken
}

const opened: (() => void)[] = []

function roomsOver(drafts: Drafts, address = running.url, through: Fetch = fetch) {
  const watch = watchService({ fetch: through, describe: () => describeService(client), tell: () => undefined })
  const client = createServiceClient({ fetch: watch.fetch, service: fixedAddress(address) })
  const rules = createFormRules(client)
  const queue: Queue = createQueue({ drafts, service: client, rules, network: watch, randomness: { uuid: randomUUID, fraction: () => 0 }, now, tell: () => undefined })
  opened.push(queue.stop, watch.stop)
  return {
    queue,
    submit: createSubmission({ drafts, runner: queue.runner, rules, newKey: randomUUID, now, waitMs: async () => undefined }),
    sent: createSentRegistrations({ drafts, service: client, accessKeys: createAccessKeys({ drafts, credentials, now }), now }),
  }
}

async function mailsTo(address: string) {
  const mails = await service.ask({ path: PATHS.practiceMailboxJson, bearer: SETTINGS.PRACTICE_SECRET }, PracticeMailbox)
  return mails.filter(({ to }) => to.includes(address))
}

/** Waits for the mail with the link. */
async function activationTokenOf(address: string): Promise<string> {
  let token: string | undefined
  await expect.poll(async () => (token = tokenIn((await mailsTo(address)).map(({ text }) => text))), { timeout: 20_000 }).toBeDefined()
  return token!
}

function tokenIn(texts: readonly string[]): string | undefined {
  const [token] = texts.flatMap((text) => text.split(/\s+/)).map(readActivationText).filter((read) => read.kind === 'token')
  return token?.token
}

describe('the service as the main process sees it', () => {
  it('is described with what the window shows of it', async () => {
    expect(await describeService(service)).toEqual({ state: 'ready', environment: 'practice', version: '1.2.3', phoneRequired: false })
    expect(await service.formRules()).toEqual({ strictness: 'production', phoneRequired: false })
  })

  it('gives conditions, and a captcha to see and to hear', async () => {
    expect((await service.readConditions('en')).version).toBe('1')
    const { captchaId, image } = await service.requestCaptcha('fr')
    expect(image.mediaType).toBe('image/png')
    const { base64 } = await service.listenToCaptcha(captchaId)
    expect(Buffer.from(base64, 'base64').toString('latin1', 0, 4)).toBe('RIFF')
  })

  it('passes its refusals on with code and field', async () => {
    const { captchaId } = await service.requestCaptcha('fr')
    await expect(service.validateCaptcha(captchaId, 'ZZZZ')).rejects.toMatchObject({ code: 'captcha-rejected' })
    await expect(service.lookUpStructure('SIRET', '55203253400647')).rejects.toMatchObject({ code: 'identifier-invalid', problems: [{ pointer: '/identifier' }] })
    await expect(service.lookUpStructure('PARTICULIER', 'X')).rejects.toMatchObject({ code: 'identifier-not-looked-up' })
    expect(await service.lookUpStructure('SIRET', '55203253400646')).toMatchObject({ standing: 'not-registered', name: 'DANONE' })
  })
})

describe('a draft that is submitted', () => {
  it('goes the whole way: receipt, mails, activation, active', async () => {
    // Once it is active its structure has a manager: the other tests go on with one that stays new.
    await stored.store.save(stored.draftId, completeContent(`person-${people}@example.org`, NEW_STRUCTURES.danone))
    const { submit, sent } = roomsOver(stored.store)
    const draft = await submit(stored.draftId, await passCaptcha())
    expect(draft.receipt).toMatchObject({ state: 'requested', reference: expect.stringMatching(/^PV-/) })
    expect(draft.content.person.connectionEmail).toBe(`person-${people}@example.org`)

    const activations = createActivationClient(service)
    const token = await activationTokenOf(`person-${people}@example.org`)
    await expect(activations.complete({ token }, 'activation', 'short')).rejects.toMatchObject({ code: 'password-weak', problems: [{ pointer: '/password' }, {}] })
    expect(await activations.inspect({ token })).toMatchObject({ state: 'live', purpose: 'activation' })
    await activations.complete({ token }, 'activation', 'A-long-password-2026')
    await expect(activations.complete({ token }, 'activation', 'A-long-password-2026')).rejects.toMatchObject({ code: 'activation-already-used' })

    expect((await sent.follow(stored.draftId)).state).toBe('active')
    expect((await stored.store.open(stored.draftId)).draft.receipt?.state).toBe('active')
    await expect(submit(stored.draftId, 'any')).rejects.toMatchObject({ code: 'draft-already-sent' })
  })

  it('is one registration when the answer was lost and Parvis was started again', async () => {
    const cutOff: Fetch = async (url, init) => {
      const response = await fetch(url, init)
      if (url.endsWith(PATHS.registrations)) throw new TypeError('the line was cut after the service had it')
      return response
    }
    const before = roomsOver(stored.store, running.url, cutOff)
    await expect(before.submit(stored.draftId, await passCaptcha())).rejects.toMatchObject({ code: 'service-unreachable' })
    expect((await stored.store.open(stored.draftId)).draft).toMatchObject({ queue: { mayHaveArrived: true } })
    before.queue.stop()

    const afterRestart = stored.reopen()
    const draft = await roomsOver(afterRestart).submit(stored.draftId, await passCaptcha())
    expect(draft.receipt?.reference).toMatch(/^PV-/)
    await activationTokenOf(`person-${people}@example.org`)
    expect(await mailsTo(`person-${people}@example.org`)).toHaveLength(2)
    expect((await afterRestart.open(stored.draftId)).outgoing).toBeUndefined()
  })

  it('is followed, corrected, sent again and withdrawn with the key from its file', async () => {
    const { submit, sent } = roomsOver(stored.store)
    await submit(stored.draftId, await passCaptcha())
    await expect(sent.correctAddress(stored.draftId, 'nobody')).rejects.toMatchObject({ code: 'input-invalid', problems: [{ pointer: '/connectionEmail', code: 'email-malformed' }] })

    const corrected = await sent.correctAddress(stored.draftId, `right-${people}@example.org`)
    expect(corrected.timeline.map(({ event }) => event)).toContain('address-corrected')
    const { content } = (await stored.store.open(stored.draftId)).draft
    expect(content.person.connectionEmail).toBe(`right-${people}@example.org`)

    const token = await activationTokenOf(`right-${people}@example.org`)
    expect((await sent.sendAgain(stored.draftId)).state).toBe('activation-sent')
    expect((await sent.withdraw(stored.draftId)).state).toBe('withdrawn')
    expect((await stored.store.open(stored.draftId)).draft.receipt?.state).toBe('withdrawn')
    await expect(createActivationClient(service).complete({ token }, 'activation', 'A-long-password-2026')).rejects.toMatchObject({ code: expect.stringMatching(/^activation-/) })
    await expect(sent.sendAgain(stored.draftId)).rejects.toMatchObject({ code: 'registration-not-open' })
  })

  it('is refused with the service’s reason, and the same key goes with the next captcha', async () => {
    const { submit } = roomsOver(stored.store)
    await expect(submit(stored.draftId, 'no-captcha-of-this-service')).rejects.toMatchObject({ code: 'captcha-token-invalid' })
    const { usedKey, draft } = await stored.store.open(stored.draftId)
    expect(usedKey).toMatchObject({ idempotencyKey: expect.any(String), outcome: 'not-registered' })
    expect(draft.queue).toBeUndefined()
    expect((await submit(stored.draftId, await passCaptcha())).receipt).toBeDefined()
  })
})

describe('a queue', () => {
  it('sends three that were queued while there was no service, one after the other', async () => {
    const drafts = createMemoryDrafts()
    const ids: DraftId[] = []
    for (const name of ['anne', 'benoit', 'chloe']) ids.push((await drafts.create(completeContent(`${name}-${people}@example.org`, NEW_STRUCTURES.danone))).id)
    const offline = roomsOver(drafts, 'http://127.0.0.1:9')
    expect(await offline.queue.add({ draftIds: ids })).toMatchObject({ done: 3 })
    expect(await offline.queue.send(ids[0]!, 'a captcha of before')).toEqual({ outcome: 'waiting' })
    offline.queue.stop()
    drafts.kill()

    const started = createMemoryDrafts({ disk: drafts.disk })
    const { queue } = roomsOver(started)
    queue.wake()
    await expect.poll(async () => (await queue.describe()).current?.phase).toBe('captcha-wanted')
    for (let i = 0; i < 3; i += 1) {
      const { current } = await queue.describe()
      expect(current?.draftId).toBe(ids[i])
      const { outcome } = await queue.send(current!.draftId, await passCaptcha())
      // The first of them brings the structure: of the others somebody has to see that.
      if (outcome === 'needs-attention') {
        await queue.acceptStructure(current!.draftId)
        expect(await queue.send(current!.draftId, await passCaptcha())).toEqual({ outcome: 'sent' })
      }
    }
    const receipts = await Promise.all(ids.map(async (id) => (await started.open(id)).draft.receipt?.registrationId))
    expect(new Set(receipts).size).toBe(3)
    expect(receipts).not.toContain(undefined)
  })

  it.each<Fault>(['cut-after', 'half-an-answer', 'failure-after', 'duplicate', 'late-duplicate', 'cut-before', 'failure', 'too-many'])('registers once through a line with this fault: %s', async (fault) => {
    let faults = 0
    const proxy = await openFaultProxy({ target: running.url, faultOf: (method, path) => (method === 'POST' && path === PATHS.registrations && (faults += 1) === 1 ? fault : undefined) })
    const { queue } = roomsOver(stored.store, proxy.url)
    await queue.add({ draftIds: [stored.draftId] })
    await queue.send(stored.draftId, await passCaptcha())
    await expect.poll(async () => (await stored.store.open(stored.draftId)).draft.receipt, { timeout: 20_000 }).toBeDefined()
    await activationTokenOf(`person-${people}@example.org`)
    // One registration has a summary and a link; a second one for the same address would bring more.
    expect(await mailsTo(`person-${people}@example.org`)).toHaveLength(2)
    await proxy.close()
  })
})

describe('a new link', () => {
  it('can be asked for by an old one or by any address, with the same answer', async () => {
    const activations = createActivationClient(service)
    await expect(activations.renew({ connectionEmail: 'nobody@example.org' })).resolves.toBeUndefined()
    await expect(activations.renew({ token: 'x'.repeat(43) })).resolves.toBeUndefined()
    await expect(activations.inspect({ token: 'x'.repeat(43) })).rejects.toMatchObject({ code: 'activation-unknown' })
    await expect(activations.inspect({ reference: 'PV-0000-0000', code: '00000000' })).rejects.toMatchObject({ code: 'activation-unknown' })
  })
})
