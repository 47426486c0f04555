import { describe, expect, it } from 'vitest'
import { quiet } from '../../../support/main/movable-timers'
import { ACCEPTED, cutOff, keyOf, openQueueRig, refusal, tokenOf } from '../../../support/main/queue-rig'
import { json } from '../../../support/main/scripted-fetch'
import { completeContent, NEW_STRUCTURES } from '../../../support/main/stored-draft'

const OTHER = completeContent('other@example.org', NEW_STRUCTURES.decathlon)

describe('queueing', () => {
  it('has snapshot and key on the disk before it says so, and sends nothing by itself', async () => {
    const { queue, drafts, timers, sent } = openQueueRig()
    const { id } = await drafts.create(completeContent())
    expect(await queue.add({ draftIds: [id] })).toEqual({ done: 1, refused: [], refusedInAll: 0 })
    const { outgoing, draft } = await drafts.open(id)
    expect(outgoing?.application.person.connectionEmail).toBe('claire.martin@example.org')
    expect(outgoing?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
    expect(draft.queue).toEqual({ state: 'queued', queuedAt: '2026-01-05T12:00:00.000Z', attempts: 0, mayHaveArrived: false })
    await timers.pass(60_000)
    expect(sent).toEqual([])
  })

  it('refuses what is not complete, with its problems, and queues the others', async () => {
    const { queue, drafts } = openQueueRig()
    const incomplete = await drafts.create(completeContent('claire@'))
    const complete = await drafts.create(OTHER)
    const outcome = await queue.add({ query: { search: '', filter: 'all', sort: 'newest' }, except: [] })
    expect(outcome).toMatchObject({ done: 1, refusedInAll: 1, refused: [{ draftId: incomplete.id, name: 'Claire Martin', failure: { code: 'draft-incomplete', problems: [{ pointer: '/person/connectionEmail' }, { pointer: '/person/contactEmail' }] } }] })
    expect((await drafts.open(incomplete.id)).draft.queue).toBeUndefined()
    expect((await drafts.open(complete.id)).draft.queue?.state).toBe('queued')
  })

  it('opens no registrations to say that none is queued, and opens them to say which are', async () => {
    const first = openQueueRig()
    await first.drafts.create(completeContent())
    const second = openQueueRig({ disk: first.drafts.disk })
    expect(await second.queue.describe()).toMatchObject({ waiting: 0 })
    expect(await second.drafts.oldestByState()).toEqual({ ready: '2026-01-05T12:00:00.000Z' })
    await second.queued(OTHER)
    const third = openQueueRig({ disk: first.drafts.disk })
    expect(await third.queue.describe()).toMatchObject({ waiting: 1 })
    expect(await third.drafts.oldestByState()).toBeUndefined()
  })

  it('says that nothing was queued when the disk refuses', async () => {
    const { queue, drafts } = openQueueRig()
    const { id } = await drafts.create(completeContent())
    drafts.refuse('disk-full')
    expect(await queue.add({ draftIds: [id] })).toMatchObject({ done: 0, refused: [{ failure: { code: 'disk-full' } }] })
    expect((await drafts.open(id)).outgoing).toBeUndefined()
  })

  it('keeps a key that an earlier version may have used for the same content, and takes another for another', async () => {
    const usedKey = { idempotencyKey: '11111111-1111-4111-8111-111111111111', fingerprint: 'of something else' }
    const { queue, drafts, queued } = openQueueRig()
    const fingerprint = (await drafts.open(await queued())).outgoing!.fingerprint
    const same = await drafts.create(completeContent())
    const different = await drafts.create(OTHER)
    await drafts.change(same.id, (file) => ({ ...file, usedKey: { ...usedKey, fingerprint } }))
    await drafts.change(different.id, (file) => ({ ...file, usedKey }))
    await queue.add({ draftIds: [same.id, different.id] })
    expect(await drafts.open(same.id)).toMatchObject({ outgoing: { idempotencyKey: usedKey.idempotencyKey }, draft: { queue: { mayHaveArrived: true } } })
    const other = await drafts.open(different.id)
    expect(other.outgoing?.idempotencyKey).not.toBe(usedKey.idempotencyKey)
    expect(other.draft.queue?.mayHaveArrived).toBe(false)
  })

  it('names at most a hundred refusals', async () => {
    const { queue, drafts } = openQueueRig()
    for (let i = 0; i < 103; i += 1) await drafts.create(completeContent('claire@'))
    const outcome = await queue.add({ query: { search: '', filter: 'all', sort: 'newest' }, except: [] })
    expect(outcome.refused).toHaveLength(100)
    expect(outcome.refusedInAll).toBe(103)
  })
})

describe('sending with a captcha', () => {
  it('leaves a receipt and the access key in the file, and nothing of the queue', async () => {
    const { queue, drafts, posts, queued, told } = openQueueRig()
    const id = await queued()
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'sent' })
    expect(posts()).toHaveLength(1)
    expect(tokenOf(posts()[0])).toBe('token')
    const file = await drafts.open(id)
    expect(file).toMatchObject({ accessKey: 'the-access-key', draft: { receipt: { reference: 'PV-7K3M-92QD', state: 'requested', sentAt: ACCEPTED.createdAt } } })
    expect(file.outgoing).toBeUndefined()
    expect(file.draft.queue).toBeUndefined()
    await quiet()
    expect(told.map(({ current }) => current?.phase)).toContain('sending')
    expect(told.at(-1)).toMatchObject({ waiting: 0, sent: 1 })
  })

  it('has the token and that it is being sent on the disk before the request leaves', async () => {
    let onDisk: unknown
    const rig = openQueueRig({ answer: async () => {
      onDisk = await rig.drafts.open(id)
      return json(202, ACCEPTED)
    } })
    const id = await rig.queued()
    await rig.queue.send(id, 'token')
    expect(onDisk).toMatchObject({ outgoing: { captchaToken: 'token' }, draft: { queue: { state: 'sending', attempts: 1, mayHaveArrived: true } } })
  })

  it('sends one at a time, in the order in which they were queued', async () => {
    let atOnce = 0
    let most = 0
    const rig = openQueueRig({ answer: async () => {
      most = Math.max(most, (atOnce += 1))
      await quiet(3)
      atOnce -= 1
      return json(202, ACCEPTED)
    } })
    const first = await rig.queued()
    const second = await rig.queued(OTHER)
    expect((await rig.queue.describe()).current).toMatchObject({ draftId: first, phase: 'captcha-wanted', personName: 'Claire Martin' })
    await Promise.all([rig.queue.send(first, 'one'), rig.queue.send(second, 'two')])
    expect(most).toBe(1)
    expect(rig.posts().map(tokenOf)).toEqual(['one', 'two'])
  })

  it('asks for another captcha when this one is over, and keeps the key', async () => {
    const { queue, posts, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count === 1 ? refusal(422, 'captcha-token-invalid') : json(202, ACCEPTED)) })
    const id = await queued()
    await expect(queue.send(id, 'old')).rejects.toMatchObject({ code: 'captcha-token-invalid' })
    expect(await entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: false })
    expect((await queue.describe()).current?.phase).toBe('captcha-wanted')
    expect(await queue.send(id, 'new')).toEqual({ outcome: 'sent' })
    expect(keyOf(posts()[1])).toBe(keyOf(posts()[0]))
  })

  it('sends nothing of what was taken back, or needs attention', async () => {
    const { queue, posts, queued } = openQueueRig({ answer: () => refusal(422, 'conditions-outdated') })
    const id = await queued()
    await queue.send(id, 'token')
    await expect(queue.send(id, 'token')).rejects.toMatchObject({ code: 'draft-queued' })
    await queue.takeBack({ draftIds: [id] })
    await expect(queue.send(id, 'token')).rejects.toMatchObject({ code: 'draft-not-found' })
    expect(posts()).toHaveLength(1)
  })
})

describe('a refused registration', () => {
  it('needs attention, with the service’s problems, and can be changed: the other content has another key', async () => {
    const errors = [{ pointer: '/person/lastName', code: 'too-long', params: { maximum: 255 } }]
    const { queue, drafts, timers, posts, queued } = openQueueRig({ answer: (_post, count) => (count === 1 ? refusal(400, 'input-invalid', { errors }) : json(202, ACCEPTED)) })
    const id = await queued()
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'needs-attention' })
    expect((await drafts.open(id)).draft.queue).toMatchObject({ state: 'needs-attention', mayHaveArrived: false, failure: { code: 'input-invalid', problems: errors } })
    expect(await queue.describe()).toMatchObject({ waiting: 0, needsAttention: 1 })
    await timers.pass(60 * 60_000)
    expect(posts()).toHaveLength(1)
    await drafts.save(id, completeContent('claire.b@example.org'))
    await queue.add({ draftIds: [id] })
    expect(await queue.send(id, 'another')).toEqual({ outcome: 'sent' })
    expect(keyOf(posts()[1])).not.toBe(keyOf(posts()[0]))
  })

  it('keeps its key where the content is the same', async () => {
    const { queue, posts, queued } = openQueueRig({ answer: () => refusal(422, 'structure-closed') })
    const id = await queued()
    await queue.send(id, 'token')
    await queue.takeBack({ draftIds: [id] })
    await queue.add({ draftIds: [id] })
    await queue.send(id, 'another')
    expect(keyOf(posts()[1])).toBe(keyOf(posts()[0]))
  })

  it('gets another key when the service knows its own for something else', async () => {
    const { queue, posts, queued } = openQueueRig({ answer: (_post, count) => (count === 1 ? refusal(422, 'idempotency-key-reused') : json(202, ACCEPTED)) })
    const id = await queued()
    await queue.send(id, 'token')
    await queue.add({ draftIds: [id] })
    await queue.send(id, 'another')
    expect(keyOf(posts()[1])).not.toBe(keyOf(posts()[0]))
  })

  it('may still have arrived when the service refused the form unread after a lost answer', async () => {
    const { queue, timers, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count === 1 ? cutOff() : refusal(400, 'input-invalid')) })
    const id = await queued()
    await queue.send(id, 'token')
    await timers.pass(1000)
    expect(await entryOf(id)).toEqual({ state: 'needs-attention', failure: 'input-invalid', mayHaveArrived: true })
    expect(await queue.takeBack({ draftIds: [id] })).toMatchObject({ refused: [{ failure: { code: 'outcome-unknown' } }] })
  })

  it('has not arrived when the service has looked for its key after a lost answer', async () => {
    const { queue, timers, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count === 1 ? cutOff() : refusal(422, 'conditions-outdated')) })
    const id = await queued()
    await queue.send(id, 'token')
    await timers.pass(1000)
    expect(await entryOf(id)).toEqual({ state: 'needs-attention', failure: 'conditions-outdated', mayHaveArrived: false })
  })

  it.each([[401, 'access-denied'], [403, 'service-refused'], [426, 'service-refused']])('by %i stops the queue and says why, until a person goes on', async (status, code) => {
    const { queue, timers, posts, queued } = openQueueRig({ answer: (_post, count) => (count === 1 ? refusal(status, code) : json(202, ACCEPTED)) })
    const id = await queued()
    const other = await queued(OTHER)
    await queue.send(id, 'token')
    expect(await queue.describe()).toMatchObject({ isPaused: true, pausedFor: { code }, waiting: 2 })
    expect(await queue.send(other, 'meanwhile')).toEqual({ outcome: 'waiting' })
    await timers.pass(60 * 60_000)
    expect(posts()).toHaveLength(1)
    const resumed = await queue.pause(false)
    expect(resumed.isPaused).toBe(false)
    expect(resumed).not.toHaveProperty('pausedFor')
    await timers.pass(60_000)
    // The captcha that was copied meanwhile is kept, and is spent now.
    expect(posts().map(tokenOf)).toEqual(['token', 'token', 'meanwhile'])
  })

  it('that was corrected, left and opened again says no more of what was corrected', async () => {
    const errors = [{ pointer: '/person/connectionEmail', code: 'email-malformed', params: {} }, { pointer: '/person/lastName', code: 'too-long', params: { maximum: 255 } }]
    const { queue, drafts, queued } = openQueueRig({ answer: () => refusal(400, 'input-invalid', { errors }) })
    const id = await queued()
    await queue.send(id, 'token')
    await drafts.save(id, completeContent('claire.b@example.org'))
    expect((await drafts.open(id)).draft.queue).toMatchObject({ state: 'needs-attention', failure: { code: 'input-invalid', problems: [errors[1]] } })
  })

  it('for conditions that are not in force any more wants them accepted anew', async () => {
    const { queue, drafts, queued } = openQueueRig({ answer: () => refusal(422, 'conditions-outdated') })
    const id = await queued()
    await queue.send(id, 'token')
    expect((await drafts.open(id)).draft).toMatchObject({ queue: { failure: { code: 'conditions-outdated' } } })
    expect((await drafts.open(id)).draft.content.conditions).toBeUndefined()
    expect(await queue.add({ draftIds: [id] })).toMatchObject({ refused: [{ failure: { code: 'draft-incomplete' } }] })
  })
})

describe('a key that the service knows for something else', () => {
  const reused = () => refusal(422, 'idempotency-key-reused')

  it('is not the end after a lost answer: the same goes again, word for word, under another key', async () => {
    const { queue, timers, drafts, posts, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count === 1 ? cutOff() : count === 2 ? reused() : json(202, ACCEPTED)) })
    const id = await queued()
    await queue.send(id, 'token')
    await timers.pass(1000)
    expect(await entryOf(id)).toEqual({ state: 'needs-attention', failure: 'idempotency-key-reused', mayHaveArrived: true })
    expect(await queue.add({ draftIds: [id] })).toMatchObject({ done: 1 })
    expect(await queue.send(id, 'another')).toEqual({ outcome: 'sent' })
    expect(new Set(posts().map(keyOf)).size).toBe(2)
    const [first, , third] = posts().map(({ body }) => ({ ...(body as object), captchaToken: undefined }))
    expect(third).toEqual(first)
    const { usedKey, draft } = await drafts.open(id)
    expect(usedKey).toBeUndefined()
    expect(draft.receipt?.reference).toBe(ACCEPTED.reference)
  })

  it('lets nobody change or take back what may have arrived under it, whatever the next attempt says', async () => {
    const { queue, drafts, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count === 1 ? reused() : refusal(422, 'captcha-token-invalid')) })
    const id = await queued()
    await queue.send(id, 'token')
    await expect(drafts.save(id, completeContent('twice@example.org'))).rejects.toMatchObject({ code: 'draft-queued' })
    await queue.add({ draftIds: [id] })
    await expect(queue.send(id, 'old')).rejects.toMatchObject({ code: 'captcha-token-invalid' })
    expect(await entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: true })
    expect(await queue.takeBack({ draftIds: [id] })).toMatchObject({ refused: [{ failure: { code: 'outcome-unknown' } }] })
  })
})

describe('the description', () => {
  it('counts who has waited for longer than a day', async () => {
    let now = new Date('2026-01-05T12:00:00.000Z')
    const { queue, queued } = openQueueRig({ now: () => now })
    await queued()
    expect((await queue.describe()).waitingLong).toBe(0)
    now = new Date('2026-01-06T12:00:01.000Z')
    expect((await queue.describe()).waitingLong).toBe(1)
  })
})
