import { beforeEach, describe, expect, it } from 'vitest'
import { createCredentials } from '@main/credentials/credentials'
import { createMemoryVault } from '@main/credentials/memory-vault'
import type { Drafts } from '@main/drafts/drafts'
import { createAccessKeys } from '@main/submission/access-keys'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient } from '@main/submission/service-client'
import { createSubmission, type SubmitRegistration } from '@main/submission/submit-registration'
import { PATHS } from '@shared/http/paths'
import { json, problem, scriptFetch, type Sent } from '../../../support/main/scripted-fetch'
import { completeContent, storeDraft, type StoredDraft } from '../../../support/main/stored-draft'

const REGISTRATION_ID = '3f1f7e36-9a1c-4a7e-8f61-0f6d6f5f1b11'
const ACCEPTED = { registrationId: REGISTRATION_ID, reference: 'PV-7K3M-92QD', accessKey: 'the-access-key', state: 'requested', createdAt: '2026-01-05T10:00:00.000Z' }
const HEALTH = { status: 'ok', version: '1', environment: 'practice', phoneRequired: false, database: 'well', outbox: 'well', directory: 'well' }

let stored: StoredDraft
beforeEach(async () => {
  stored = await storeDraft()
  return () => stored.remove()
})

interface Rig {
  readonly submit: SubmitRegistration
  readonly posts: () => readonly Sent[]
  readonly waits: readonly number[]
  readonly memory: ReturnType<typeof createMemoryVault>
}

function rig(answer: (post: Sent, count: number) => Response | Promise<Response>, { drafts = stored.store, health = HEALTH }: { drafts?: Pick<Drafts, 'open' | 'change'>; health?: object } = {}): Rig {
  let posted = 0
  const { fetch, sent } = scriptFetch((asked) => (asked.path === PATHS.health ? json(200, health) : answer(asked, (posted += 1))))
  const memory = createMemoryVault()
  const waits: number[] = []
  const now = (): Date => new Date('2026-01-05T12:00:00.000Z')
  const accessKeys = createAccessKeys({ credentials: createCredentials({ memory, keychain: undefined }), now })
  const service = createServiceClient({ fetch, service: fixedAddress('http://127.0.0.1:1') })
  const submit = createSubmission({ drafts, service, accessKeys, now, waitMs: async (milliseconds) => void waits.push(milliseconds) })
  return { submit, posts: () => sent.filter(({ method }) => method === 'POST'), waits, memory }
}

const keyOf = (post: Sent | undefined): string | undefined => post?.headers['idempotency-key']

describe('submitting a complete draft', () => {
  it('sends what the draft holds, and keeps receipt and access key', async () => {
    const { submit, posts, memory } = rig(() => json(202, ACCEPTED))
    const draft = await submit(stored.draftId, 'captcha')
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.body).toMatchObject({ person: { connectionEmail: 'claire.martin@example.org' }, structure: { identifier: '55203253400646' }, captchaToken: 'captcha' })
    expect(draft.receipt).toEqual({ registrationId: REGISTRATION_ID, reference: 'PV-7K3M-92QD', sentAt: ACCEPTED.createdAt, state: 'requested' })
    expect(await memory.find(`access-key:${REGISTRATION_ID}`)).toBe('the-access-key')

    const file = await (await stored.reopen()).open(stored.draftId)
    expect(file).toMatchObject({ accessKeyIn: 'memory', draft })
    expect(file.sending).toBeUndefined()
  })

  it('never gives the access key or the idempotency key to the window', async () => {
    const { submit, posts } = rig(() => json(202, ACCEPTED))
    const text = JSON.stringify(await submit(stored.draftId, 'captcha'))
    expect(text).not.toContain('the-access-key')
    expect(text).not.toContain(keyOf(posts()[0]))
  })

  it('has the key on the disk before the first sending', async () => {
    let onDisk: string | undefined
    const { submit, posts } = rig(async () => {
      onDisk = (await (await stored.reopen()).open(stored.draftId)).usedKey?.idempotencyKey
      return json(202, ACCEPTED)
    })
    await submit(stored.draftId, 'captcha')
    expect(onDisk).toBe(keyOf(posts()[0]))
    expect(onDisk).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('has the access key in the vault before the receipt is written', async () => {
    const order: string[] = []
    const base = rig(() => json(202, ACCEPTED), {
      drafts: {
        open: stored.store.open,
        async change(id, alter) {
          const file = await stored.store.change(id, alter)
          order.push(file.draft.receipt ? `receipt, key ${(await base.memory.find(`access-key:${REGISTRATION_ID}`)) ?? 'missing'}` : 'idempotency key')
          return file
        },
      },
    })
    await base.submit(stored.draftId, 'captcha')
    expect(order).toEqual(['idempotency key', 'receipt, key the-access-key'])
  })

  it('sends nothing when the key cannot be written', async () => {
    const { submit, posts } = rig(() => json(202, ACCEPTED), { drafts: { open: stored.store.open, change: () => Promise.reject(new Error('disk full')) } })
    await expect(submit(stored.draftId, 'captcha')).rejects.toThrow('disk full')
    expect(posts()).toEqual([])
  })

  it('is one sending when it is asked for twice at once', async () => {
    const { submit, posts } = rig(() => json(202, ACCEPTED))
    const [one, other] = await Promise.all([submit(stored.draftId, 'captcha'), submit(stored.draftId, 'captcha')])
    expect(posts()).toHaveLength(1)
    expect(other).toEqual(one)
    await expect(submit(stored.draftId, 'captcha')).rejects.toMatchObject({ code: 'draft-already-sent' })
  })

  it('keeps what was sent, not what the window saved meanwhile', async () => {
    const { submit } = rig(async () => {
      await stored.store.save(stored.draftId, completeContent('late@example.org'))
      return json(202, ACCEPTED)
    })
    expect((await submit(stored.draftId, 'captcha')).content.person.connectionEmail).toBe('claire.martin@example.org')
  })
})

describe('a sending that gets no final answer', () => {
  it('is repeated with the same key while the first one is in flight or the line is bad', async () => {
    const { submit, posts, waits } = rig((_post, count) => {
      if (count === 1) throw new TypeError('reset')
      return count === 2 ? problem(409, 'request-in-flight', { retryAfterSeconds: 3 }) : json(202, ACCEPTED)
    })
    await submit(stored.draftId, 'captcha')
    expect(new Set(posts().map(keyOf)).size).toBe(1)
    expect(posts()).toHaveLength(3)
    expect(waits).toEqual([1000, 3000])
  })

  it('gives up after a few attempts and leaves the draft as it was, with its key', async () => {
    const { submit, posts } = rig(() => Promise.reject(new TypeError('unreachable')))
    await expect(submit(stored.draftId, 'captcha')).rejects.toMatchObject({ code: 'service-unreachable' })
    expect(posts()).toHaveLength(4)
    const file = await stored.store.open(stored.draftId)
    expect(file.draft.receipt).toBeUndefined()
    expect(file.usedKey?.idempotencyKey).toBe(keyOf(posts()[0]))
  })

  it('goes again with the same key after a restart, whatever the captcha is now', async () => {
    const before = rig(() => Promise.reject(new TypeError('unreachable')))
    await before.submit(stored.draftId, 'captcha 1').catch(() => undefined)
    const after = rig(() => json(202, ACCEPTED), { drafts: await stored.reopen() })
    await after.submit(stored.draftId, 'captcha 2')
    expect(keyOf(after.posts()[0])).toBe(keyOf(before.posts()[0]))
  })
})

describe('a refused sending', () => {
  it('is not repeated, and says which fields', async () => {
    const errors = [{ pointer: '/conditions/version', code: 'not-one-of', params: {} }]
    const { submit, posts } = rig(() => problem(422, 'conditions-outdated', { errors }))
    await expect(submit(stored.draftId, 'captcha')).rejects.toMatchObject({ code: 'conditions-outdated', problems: errors })
    expect(posts()).toHaveLength(1)
  })

  it('keeps its key for the same content, and gets another one for another content', async () => {
    const { submit, posts } = rig(() => problem(422, 'captcha-token-invalid'))
    const again = (): Promise<unknown> => submit(stored.draftId, 'captcha').catch(() => undefined)
    await again()
    await again()
    await stored.store.save(stored.draftId, completeContent('other@example.org'))
    await again()
    const [first, second, third] = posts().map(keyOf)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('drops a key that the service knows for something else', async () => {
    const { submit, posts } = rig((_post, count) => (count === 1 ? problem(422, 'idempotency-key-reused') : json(202, ACCEPTED)))
    await expect(submit(stored.draftId, 'captcha')).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    await submit(stored.draftId, 'captcha')
    expect(keyOf(posts()[1])).not.toBe(keyOf(posts()[0]))
  })
})

describe('a draft that is not complete', () => {
  it('is not sent, and says what is missing', async () => {
    const content = completeContent('claire@')
    await stored.store.save(stored.draftId, { ...content, person: { ...content.person, lastName: ' ' } })
    const { submit, posts } = rig(() => json(202, ACCEPTED))
    await expect(submit(stored.draftId, 'captcha')).rejects.toMatchObject({
      code: 'draft-incomplete',
      problems: expect.arrayContaining([
        expect.objectContaining({ pointer: '/person/connectionEmail', code: 'email-malformed' }),
        expect.objectContaining({ pointer: '/person/lastName', code: 'required' }),
      ]),
    })
    expect(posts()).toEqual([])
  })

  it('is measured by what this service demands', async () => {
    const { submit } = rig(() => json(202, ACCEPTED), { health: { ...HEALTH, phoneRequired: true } })
    await expect(submit(stored.draftId, 'captcha')).rejects.toMatchObject({ code: 'draft-incomplete', problems: [{ pointer: '/person/phone', code: 'required' }] })
  })
})
