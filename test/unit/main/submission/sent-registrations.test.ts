import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Drafts } from '@main/drafts/drafts'
import { createAccessKeys, REST_MS } from '@main/submission/access-keys'
import { createSentRegistrations, type SentRegistrations } from '@main/submission/sent-registrations'
import { fixedAddress } from '@main/submission/service-address'
import { createServiceClient } from '@main/submission/service-client'
import { AppError } from '@shared/errors/app-error'
import type { FollowedRegistration } from '@shared/http/registrations'
import type { DraftId } from '@shared/registration/draft'
import { createMemoryDrafts, type MemoryDrafts } from '../../../support/main/memory-drafts'
import { json, problem, scriptFetch, type Sent } from '../../../support/main/scripted-fetch'
import { completeContent } from '../../../support/main/stored-draft'

const ID = '3f1f7e36-9a1c-4a7e-8f61-0f6d6f5f1b11'
const FOLLOWED: FollowedRegistration = { reference: 'PV-7K3M-92QD', state: 'activation-sent', nextActor: 'applicant', timeline: [], mail: { state: 'sent' } }

let stored: { readonly store: MemoryDrafts; readonly draftId: DraftId }
beforeEach(async () => {
  const store = createMemoryDrafts()
  const { id } = await store.create(completeContent())
  stored = { store, draftId: id }
  await store.change(id, (file) => ({
    ...file,
    accessKey: 'the-key',
    draft: { ...file.draft, receipt: { registrationId: ID, reference: 'PV-7K3M-92QD', sentAt: '2026-01-05T10:00:00.000Z', state: 'requested' as const } },
  }))
})

/** As an earlier version left it: the key is in the keychain, and the file says so. */
async function withKeyInVault(): Promise<void> {
  await stored.store.change(stored.draftId, ({ accessKey: _accessKey, ...file }) => ({ ...file, accessKeyIn: 'keychain' as const }))
}

interface RigOptions {
  readonly answer?: (sent: Sent) => Response
  readonly find?: () => Promise<string | undefined>
  readonly forget?: () => Promise<void>
  readonly drafts?: Pick<Drafts, 'open' | 'change'>
  readonly now?: () => Date
  readonly heard?: (draftId: DraftId, followed: FollowedRegistration) => void
}

function rig({ answer = () => json(200, FOLLOWED), find = () => Promise.reject(new Error('not to be asked')), forget = async () => undefined, drafts = stored.store, now = () => new Date(), heard }: RigOptions = {}): { rooms: SentRegistrations; sent: readonly Sent[] } {
  const { fetch, sent } = scriptFetch(answer)
  const service = createServiceClient({ fetch, service: fixedAddress('http://127.0.0.1:1') })
  const accessKeys = createAccessKeys({ drafts, credentials: { find, forget }, now })
  return { rooms: createSentRegistrations({ drafts, service, accessKeys, now, ...(heard && { heard }) }), sent }
}

describe('following', () => {
  it('asks with the key from the file, writes down the state and tells it', async () => {
    const heard = vi.fn()
    const { rooms, sent } = rig({ heard })
    expect(await rooms.follow(stored.draftId)).toEqual(FOLLOWED)
    expect(heard).toHaveBeenCalledExactlyOnceWith(stored.draftId, FOLLOWED)
    expect(sent).toMatchObject([{ method: 'GET', path: `/v1/registrations/${ID}`, headers: { authorization: 'Bearer the-key' } }])
    expect((await stored.store.open(stored.draftId)).draft.receipt?.state).toBe('activation-sent')
  })

  it('writes nothing when nothing is new', async () => {
    const change = vi.fn(stored.store.change)
    const { rooms } = rig({ drafts: { open: stored.store.open, change } })
    await rooms.follow(stored.draftId)
    await rooms.follow(stored.draftId)
    expect(change).toHaveBeenCalledOnce()
  })

  it('tells the news although it cannot be written down', async () => {
    const { rooms } = rig({ drafts: { open: stored.store.open, change: () => Promise.reject(new AppError('disk-full', 'full')) } })
    expect((await rooms.follow(stored.draftId)).state).toBe('activation-sent')
  })

  it('is refused for a draft that was never sent', async () => {
    const { id } = await stored.store.create(completeContent())
    await expect(rig().rooms.follow(id)).rejects.toMatchObject({ code: 'registration-unknown' })
  })

  it('passes on that the service knows the key no more', async () => {
    await expect(rig({ answer: () => problem(401, 'access-denied') }).rooms.follow(stored.draftId)).rejects.toMatchObject({ code: 'access-denied' })
  })
})

describe('the access key of an earlier version', () => {
  beforeEach(withKeyInVault)

  it('moves from its vault into the file, and only then out of the vault', async () => {
    const forget = vi.fn(async () => {
      expect(await stored.store.open(stored.draftId)).toMatchObject({ accessKey: 'the-key' })
    })
    const { rooms, sent } = rig({ find: async () => 'the-key', forget })
    await rooms.follow(stored.draftId)
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer the-key' })
    expect(forget).toHaveBeenCalledOnce()
    expect(await stored.store.open(stored.draftId)).not.toHaveProperty('accessKeyIn')
    await rig().rooms.follow(stored.draftId)
  })

  it('stays in its vault while the disk refuses, and is used all the same', async () => {
    const forget = vi.fn(async () => undefined)
    const { rooms } = rig({ find: async () => 'the-key', forget, drafts: { open: stored.store.open, change: () => Promise.reject(new AppError('disk-full', 'full')) } })
    expect((await rooms.follow(stored.draftId)).state).toBe('activation-sent')
    expect(forget).not.toHaveBeenCalled()
  })

  it('that is gone is vault-unavailable, and the service is not asked', async () => {
    const { rooms, sent } = rig({ find: async () => undefined })
    await expect(rooms.follow(stored.draftId)).rejects.toMatchObject({ code: 'vault-unavailable' })
    expect(sent).toEqual([])
  })

  it('is asked for once at a time, and not again right after a refusal', async () => {
    let time = 0
    let isLocked = true
    const find = vi.fn(async () => {
      if (isLocked) throw new AppError('vault-unavailable', 'locked')
      return 'the-key'
    })
    const { rooms } = rig({ find, now: () => new Date(time) })
    const outcomes = await Promise.allSettled([rooms.follow(stored.draftId), rooms.follow(stored.draftId)])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    isLocked = false
    await expect(rooms.follow(stored.draftId)).rejects.toMatchObject({ code: 'vault-unavailable' })
    expect(find).toHaveBeenCalledOnce()
    time += REST_MS
    expect((await rooms.follow(stored.draftId)).state).toBe('activation-sent')
  })
})

describe('changes', () => {
  it('send, then ask how it stands', async () => {
    const { rooms, sent } = rig({ answer: ({ method }) => (method === 'DELETE' ? new Response(null, { status: 204 }) : json(200, { ...FOLLOWED, state: 'withdrawn' })) })
    expect((await rooms.withdraw(stored.draftId)).state).toBe('withdrawn')
    expect(sent.map(({ method }) => method)).toEqual(['DELETE', 'GET'])
    await rooms.sendAgain(stored.draftId)
    expect(sent[2]).toMatchObject({ method: 'POST', path: `/v1/registrations/${ID}/activation-mails` })
  })

  it('correct the stored address with the one on the service; the contact address follows where both were the same', async () => {
    await rig().rooms.correctAddress(stored.draftId, ' claire@example.com ')
    const { person } = (await stored.store.open(stored.draftId)).draft.content
    expect(person).toMatchObject({ connectionEmail: 'claire@example.com', contactEmail: 'claire@example.com' })
  })

  it('leave another contact address alone', async () => {
    const content = completeContent()
    const withContact = { ...content, sameContactEmail: false, person: { ...content.person, contactEmail: 'office@example.org' } }
    await stored.store.change(stored.draftId, (file) => ({ ...file, draft: { ...file.draft, content: withContact } }))
    await rig().rooms.correctAddress(stored.draftId, 'claire@example.com')
    expect((await stored.store.open(stored.draftId)).draft.content.person).toMatchObject({ connectionEmail: 'claire@example.com', contactEmail: 'office@example.org' })
  })

  it('leave the stored address as it was when the service refuses, or is not even asked', async () => {
    const { rooms, sent } = rig({ answer: () => problem(409, 'registration-not-open') })
    await expect(rooms.correctAddress(stored.draftId, 'not an address')).rejects.toMatchObject({ code: 'input-invalid', problems: [{ pointer: '/connectionEmail' }] })
    expect(sent).toEqual([])
    await expect(rooms.correctAddress(stored.draftId, 'claire@example.com')).rejects.toMatchObject({ code: 'registration-not-open' })
    expect((await stored.store.open(stored.draftId)).draft.content.person.connectionEmail).toBe('claire.martin@example.org')
  })
})
