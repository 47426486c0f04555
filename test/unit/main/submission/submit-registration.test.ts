import { describe, expect, it } from 'vitest'
import { quiet } from '../../../support/main/movable-timers'
import { ACCEPTED, cutOff, HEALTH, keyOf, openQueueRig, refusal, type QueueRig, type QueueRigOptions } from '../../../support/main/queue-rig'
import { json } from '../../../support/main/scripted-fetch'
import { completeContent } from '../../../support/main/stored-draft'
import type { DraftId } from '@shared/registration/draft'

async function rigWithDraft(options: QueueRigOptions = {}): Promise<QueueRig & { readonly id: DraftId }> {
  const rig = openQueueRig(options)
  const { id } = await rig.drafts.create(completeContent())
  return { ...rig, id }
}

describe('creating an account from a complete draft', () => {
  it('sends what the draft holds, and keeps receipt and access key together', async () => {
    const { id, submit, posts, drafts } = await rigWithDraft()
    const draft = await submit(id, 'captcha')
    expect(posts()).toHaveLength(1)
    expect(posts()[0]?.body).toMatchObject({ person: { connectionEmail: 'claire.martin@example.org' }, structure: { identifier: '55203253400646' }, captchaToken: 'captcha' })
    expect(draft.receipt).toEqual({ registrationId: ACCEPTED.registrationId, reference: 'PV-7K3M-92QD', sentAt: ACCEPTED.createdAt, state: 'requested' })
    const withReceipt = drafts.written.filter((file) => file.draft.receipt)
    expect(withReceipt).toHaveLength(1)
    expect(withReceipt[0]).toMatchObject({ accessKey: 'the-access-key' })
    expect(withReceipt[0]?.outgoing).toBeUndefined()
  })

  it('never gives the access key or the idempotency key to the window', async () => {
    const { id, submit, posts } = await rigWithDraft()
    const text = JSON.stringify(await submit(id, 'captcha'))
    expect(text).not.toContain('the-access-key')
    expect(text).not.toContain(keyOf(posts()[0]))
  })

  it('has the key on the disk before the first sending', async () => {
    let onDisk: string | undefined
    const rig = await rigWithDraft({ answer: async () => {
      onDisk = (await rig.drafts.open(rig.id)).outgoing?.idempotencyKey
      return json(202, ACCEPTED)
    } })
    await rig.submit(rig.id, 'captcha')
    expect(onDisk).toBe(keyOf(rig.posts()[0]))
  })

  it('sends nothing when the key cannot be written', async () => {
    const { id, submit, posts, drafts } = await rigWithDraft()
    drafts.refuse('disk-full')
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'disk-full' })
    expect(posts()).toEqual([])
  })

  it('is one sending when it is asked for twice at once', async () => {
    const { id, submit, posts } = await rigWithDraft()
    const [one, other] = await Promise.all([submit(id, 'captcha'), submit(id, 'captcha')])
    expect(posts()).toHaveLength(1)
    expect(other).toEqual(one)
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'draft-already-sent' })
  })

  it('goes on with the snapshot of one that was queued already', async () => {
    const { queued, submit, posts, drafts } = openQueueRig()
    const id = await queued()
    const { outgoing } = await drafts.open(id)
    expect((await submit(id, 'captcha')).receipt).toBeDefined()
    expect(keyOf(posts()[0])).toBe(outgoing?.idempotencyKey)
  })
})

describe('a sending that gets no final answer', () => {
  it('is repeated with the same key while the first one is in flight or the line is bad', async () => {
    const { id, submit, posts, waits } = await rigWithDraft({ answer: (_post, count) => {
      if (count === 1) return cutOff()
      return count === 2 ? refusal(409, 'request-in-flight', { retryAfterSeconds: 3 }) : json(202, ACCEPTED)
    } })
    await submit(id, 'captcha')
    expect(new Set(posts().map(keyOf)).size).toBe(1)
    expect(posts()).toHaveLength(3)
    expect(waits).toEqual([1000, 3000])
  })

  it('leaves a draft as it was where nothing has left this machine', async () => {
    const { id, submit, posts, entryOf } = await rigWithDraft({ health: cutOff })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'service-unreachable' })
    expect(posts()).toEqual([])
    expect(await entryOf(id)).toMatchObject({ state: undefined })
  })

  it('leaves what may have arrived to the queue, which finds out; asking again gives the receipt', async () => {
    const { id, submit, posts, timers, entryOf, drafts } = await rigWithDraft({ answer: (_post, count) => (count <= 4 ? cutOff() : json(202, ACCEPTED)) })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'service-unreachable' })
    expect(posts()).toHaveLength(4)
    expect(await entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: true })
    await expect(drafts.save(id, completeContent('other@example.org'))).rejects.toMatchObject({ code: 'draft-queued' })
    await timers.pass(60_000)
    expect(posts()).toHaveLength(5)
    expect((await submit(id, 'captcha 2')).receipt?.reference).toBe('PV-7K3M-92QD')
    expect(new Set(posts().map(keyOf)).size).toBe(1)
  })

  it('goes again with the same key when the person is faster than the queue', async () => {
    const { id, submit, posts } = await rigWithDraft({ answer: (_post, count) => (count <= 4 ? cutOff() : json(202, ACCEPTED)) })
    await submit(id, 'captcha 1').catch(() => undefined)
    expect((await submit(id, 'captcha 2')).receipt).toBeDefined()
    expect(new Set(posts().map(keyOf)).size).toBe(1)
  })

  it('that a crash has cut off is finished by the next start', async () => {
    const before = await rigWithDraft({ answer: () => new Promise(() => undefined) })
    void before.submit(before.id, 'captcha')
    await quiet()
    before.drafts.kill()
    const after = openQueueRig({ disk: before.drafts.disk })
    after.queue.wake()
    await quiet()
    expect((await after.drafts.open(before.id)).draft.receipt).toBeDefined()
    expect(keyOf(after.posts()[0])).toBe(keyOf(before.posts()[0]))
  })
})

describe('a refused sending', () => {
  it('is not repeated, says which fields, and is a draft again', async () => {
    const errors = [{ pointer: '/conditions/version', code: 'not-one-of', params: {} }]
    const { id, submit, posts, drafts } = await rigWithDraft({ answer: () => refusal(422, 'conditions-outdated', { errors }) })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'conditions-outdated', problems: errors })
    expect(posts()).toHaveLength(1)
    expect((await drafts.open(id)).draft.queue).toBeUndefined()
    await expect(drafts.save(id, completeContent())).resolves.toBeDefined()
  })

  it('keeps its key for the same content, and gets another one for another content', async () => {
    const { id, submit, posts, drafts } = await rigWithDraft({ answer: () => refusal(422, 'captcha-token-invalid') })
    const again = (): Promise<unknown> => submit(id, 'captcha').catch(() => undefined)
    await again()
    await again()
    await drafts.save(id, completeContent('other@example.org'))
    await again()
    const [first, second, third] = posts().map(keyOf)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('drops a key that the service knows for something else', async () => {
    const { id, submit, posts } = await rigWithDraft({ answer: (_post, count) => (count === 1 ? refusal(422, 'idempotency-key-reused') : json(202, ACCEPTED)) })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    await submit(id, 'captcha')
    expect(keyOf(posts()[1])).not.toBe(keyOf(posts()[0]))
  })

  it('because of too many questions says how long to wait, and is a draft again', async () => {
    const { id, submit, entryOf } = await rigWithDraft({ answer: () => refusal(429, 'rate-limited', { retryAfterSeconds: 30 }) })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 30 })
    expect(await entryOf(id)).toMatchObject({ state: undefined })
  })
})

describe('a draft that is not complete', () => {
  it('is not sent, and says what is missing', async () => {
    const content = completeContent('claire@')
    const { submit, posts, drafts } = openQueueRig()
    const { id } = await drafts.create({ ...content, person: { ...content.person, lastName: ' ' } })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({
      code: 'draft-incomplete',
      problems: expect.arrayContaining([
        expect.objectContaining({ pointer: '/person/connectionEmail', code: 'email-malformed' }),
        expect.objectContaining({ pointer: '/person/lastName', code: 'required' }),
      ]),
    })
    expect(posts()).toEqual([])
  })

  it('is measured by what this service demands', async () => {
    const { id, submit } = await rigWithDraft({ health: () => json(200, { ...HEALTH, phoneRequired: true }) })
    await expect(submit(id, 'captcha')).rejects.toMatchObject({ code: 'draft-incomplete', problems: [{ pointer: '/person/phone', code: 'required' }] })
  })
})
