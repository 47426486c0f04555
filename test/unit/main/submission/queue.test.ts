import { describe, expect, it } from 'vitest'
import { quiet } from '../../../support/main/movable-timers'
import { ACCEPTED, cutOff, DANONE, keyOf, openQueueRig, refusal, tokenOf } from '../../../support/main/queue-rig'
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
    expect(await queue.send(id, 'old')).toEqual({ outcome: 'waiting' })
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

describe('an attempt without an answer', () => {
  it('goes again by itself, with the same key and token, after a random part of a span that doubles', async () => {
    const { queue, timers, posts, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count < 3 ? cutOff() : json(202, ACCEPTED)) })
    const id = await queued()
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'waiting' })
    expect(await entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: true })
    expect((await queue.describe()).current).toMatchObject({ phase: 'resting', retryInMs: 1000 })
    await timers.pass(999)
    expect(posts()).toHaveLength(1)
    await timers.pass(1)
    expect(posts()).toHaveLength(2)
    await timers.pass(1999)
    expect(posts()).toHaveLength(2)
    await timers.pass(1)
    expect(posts()).toHaveLength(3)
    expect(new Set(posts().map(keyOf)).size).toBe(1)
    expect(new Set(posts().map(tokenOf))).toEqual(new Set(['token']))
    expect(await entryOf(id)).toMatchObject({ state: undefined })
  })

  it.each([
    ['an answer that breaks off', () => new Response('{"registrationId": "3f1f', { status: 202, headers: { 'content-type': 'application/json' } })],
    ['somebody else’s page', () => new Response('<h1>Welcome to the hotel</h1>', { status: 200, headers: { 'content-type': 'text/html' } })],
    ['a page of a proxy', () => new Response('<h1>Not found</h1>', { status: 404 })],
    ['a proxy that asks who we are', () => new Response('', { status: 407 })],
    ['a time-out of a gateway', () => new Response('', { status: 504 })],
    ['a failure of the service', () => refusal(500, 'unexpected')],
    ['a time-out of the request', () => new Response('', { status: 408 })],
    ['one that is still under way', () => refusal(409, 'request-in-flight')],
  ])('is %s: it goes again, and can be neither taken back nor changed', async (_case, answer) => {
    const { queue, drafts, timers, queued, entryOf, posts } = openQueueRig({ answer: (_post, count) => (count === 1 ? answer() : json(202, ACCEPTED)) })
    const id = await queued()
    await queue.send(id, 'token')
    expect(await entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: true })
    expect(await queue.takeBack({ draftIds: [id] })).toMatchObject({ done: 0, refused: [{ failure: { code: 'outcome-unknown' } }] })
    await expect(drafts.save(id, OTHER)).rejects.toMatchObject({ code: 'draft-queued' })
    await timers.pass(1000)
    expect(posts()).toHaveLength(2)
    expect((await drafts.open(id)).draft.receipt).toBeDefined()
  })

  it.each([['a header', () => new Response('', { status: 429, headers: { 'retry-after': '90' } })], ['its own words', () => refusal(429, 'rate-limited', { retryAfterSeconds: 90 })]])('waits as long as the service asks by %s, even when a person or the network wakes it', async (_case, answer) => {
    const { queue, network, timers, posts, queued, entryOf } = openQueueRig({ answer: (_post, count) => (count === 1 ? answer() : json(202, ACCEPTED)) })
    const id = await queued()
    await queue.send(id, 'token')
    expect(await entryOf(id)).toMatchObject({ mayHaveArrived: false })
    await timers.pass(50_000)
    network.turn('reachable')
    queue.wake()
    expect(await queue.send(id, 'newer')).toEqual({ outcome: 'waiting' })
    await timers.pass(39_999)
    expect(posts()).toHaveLength(1)
    await timers.pass(2000)
    expect(posts().map(tokenOf)).toEqual(['token', 'newer'])
  })

  it('never rests longer than a quarter of an hour, however often it has failed', async () => {
    const { queue, drafts, timers, posts, queued } = openQueueRig({ answer: cutOff, fraction: 0.999_999 })
    const id = await queued()
    await drafts.change(id, (file) => ({ ...file, draft: { ...file.draft, queue: { ...file.draft.queue!, attempts: 5000 } } }))
    await queue.send(id, 'token')
    await timers.pass(15 * 60_000)
    expect(posts()).toHaveLength(2)
  })

  it('lets the others go on', async () => {
    const { queue, timers, queued, drafts } = openQueueRig({ answer: (post) => (tokenOf(post) === 'poison' ? refusal(500, 'unexpected') : json(202, ACCEPTED)) })
    const poison = await queued()
    const other = await queued(OTHER)
    await queue.send(poison, 'poison')
    expect((await queue.describe()).current).toMatchObject({ draftId: other, phase: 'captcha-wanted' })
    await queue.send(other, 'fine')
    await timers.pass(60_000)
    expect((await drafts.open(other)).draft.receipt).toBeDefined()
    expect((await drafts.open(poison)).draft.queue).toMatchObject({ mayHaveArrived: true })
  })

  it('goes again when the answer could not be written, and is answered as before', async () => {
    const rig = openQueueRig({ answer: (_post, count) => {
      if (count === 1) rig.drafts.refuse('disk-full')
      return json(202, ACCEPTED)
    } })
    const id = await rig.queued()
    await expect(rig.queue.send(id, 'token')).rejects.toMatchObject({ code: 'disk-full' })
    rig.drafts.refuse(undefined)
    await rig.timers.pass(60_000)
    expect((await rig.drafts.open(id)).draft.receipt).toBeDefined()
    expect(new Set(rig.posts().map(keyOf)).size).toBe(1)
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
    expect(await queue.send(other, 'token')).toEqual({ outcome: 'waiting' })
    await timers.pass(60 * 60_000)
    expect(posts()).toHaveLength(1)
    const resumed = await queue.pause(false)
    expect(resumed.isPaused).toBe(false)
    expect(resumed).not.toHaveProperty('pausedFor')
    await timers.pass(60_000)
    expect(posts()).toHaveLength(2)
  })
})

describe('five failures in a row', () => {
  it('end the attempts until the service says that it is well', async () => {
    let isUp = false
    const { queue, network, timers, posts, queued } = openQueueRig({ answer: () => (isUp ? json(202, ACCEPTED) : cutOff()) })
    const id = await queued()
    network.turn('unreachable')
    await queue.send(id, 'token')
    await timers.pass(60 * 60_000)
    expect(posts()).toHaveLength(5)
    expect(network.looks()).toBeGreaterThan(100)
    isUp = true
    network.turn('reachable')
    await timers.pass(0)
    expect(posts()).toHaveLength(6)
    expect((await queue.describe()).waiting).toBe(0)
  })
})

describe('the clock of the machine', () => {
  it('sends neither early nor never when it jumps', async () => {
    let now = new Date('2026-01-05T12:00:00.000Z')
    const { queue, timers, posts, queued } = openQueueRig({ answer: (_post, count) => (count < 3 ? cutOff() : json(202, ACCEPTED)), now: () => now })
    const id = await queued()
    await queue.send(id, 'token')
    now = new Date('2036-01-05T12:00:00.000Z')
    await timers.pass(999)
    expect(posts()).toHaveLength(1)
    now = new Date('2016-01-05T12:00:00.000Z')
    await timers.pass(1)
    expect(posts()).toHaveLength(2)
    await timers.pass(2000)
    expect(posts()).toHaveLength(3)
  })

  it('makes a start wait a quarter of an hour at most for what an earlier run has planned', async () => {
    const before = openQueueRig({ answer: cutOff, now: () => new Date('2036-01-05T12:00:00.000Z') })
    const id = await before.queued()
    await before.queue.send(id, 'token')
    before.drafts.kill()
    const after = openQueueRig({ disk: before.drafts.disk })
    after.queue.wake()
    await after.timers.pass(15 * 60_000)
    expect(after.posts()).toHaveLength(1)
  })
})

describe('a start of Parvis', () => {
  it('sends what was caught in flight at once, with the same key and token', async () => {
    const before = openQueueRig({ answer: () => new Promise(() => undefined) })
    const id = await before.queued()
    void before.queue.send(id, 'token')
    await quiet()
    before.drafts.kill()
    const after = openQueueRig({ disk: before.drafts.disk })
    expect(await after.entryOf(id)).toMatchObject({ state: 'sending', mayHaveArrived: true })
    after.queue.wake()
    await quiet()
    expect(after.posts()).toHaveLength(1)
    expect([keyOf(after.posts()[0]), tokenOf(after.posts()[0])]).toEqual([keyOf(before.posts()[0]), 'token'])
    expect((await after.drafts.open(id)).draft.receipt).toBeDefined()
    // What may have arrived is never looked up again: nothing of it can be changed any more.
    expect(after.sent.filter(({ path }) => path.startsWith('/v1/structures'))).toEqual([])
  })

  it('asks for a captcha where the service knows neither the key nor the token', async () => {
    const before = openQueueRig({ answer: () => new Promise(() => undefined) })
    const id = await before.queued()
    void before.queue.send(id, 'token')
    await quiet()
    before.drafts.kill()
    const after = openQueueRig({ disk: before.drafts.disk, answer: (post) => (tokenOf(post) === 'new' ? json(202, ACCEPTED) : refusal(422, 'captcha-token-invalid')) })
    after.queue.wake()
    await quiet()
    expect(await after.entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: false })
    expect(await after.queue.send(id, 'new')).toEqual({ outcome: 'sent' })
    expect(new Set([...before.posts(), ...after.posts()].map(keyOf)).size).toBe(1)
  })
})

describe('sleep', () => {
  it('begins nothing, and goes on at once after it', async () => {
    const { queue, timers, posts, queued } = openQueueRig({ answer: (_post, count) => (count === 1 ? cutOff() : json(202, ACCEPTED)) })
    const id = await queued()
    await queue.send(id, 'token')
    queue.sleep()
    await timers.pass(60_000)
    expect(posts()).toHaveLength(1)
    queue.wake()
    await quiet()
    expect(posts()).toHaveLength(2)
  })
})

describe('the structure, looked up again before anything is sent', () => {
  const known = { ...completeContent(), lookUp: { identifierType: 'SIRET' as const, identifier: '55203253400646', answer: DANONE } }

  it.each([
    ['closed', { ...DANONE, closed: true }],
    ['another name', { ...DANONE, name: 'DANONE NOUVELLE' }],
    ['moved', { ...DANONE, address: { ...DANONE.address, line1: '1 RUE DU PORT' } }],
    ['brought to Chorus Pro by somebody else', { ...DANONE, standing: 'registered' }],
    ['no longer to be published', { standing: 'not-registered', sector: 'private', diffusible: false, closed: false }],
  ])('is %s: it needs attention and shows what it is now', async (_case, now) => {
    const { queue, drafts, posts, queued } = openQueueRig({ lookUp: () => json(200, now) })
    const id = await queued(known)
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'needs-attention' })
    expect(posts()).toEqual([])
    expect((await drafts.open(id)).draft.queue).toMatchObject({ state: 'needs-attention', failure: { code: 'structure-changed' }, structureNow: now, mayHaveArrived: false })
  })

  it('is gone: it needs attention at its number', async () => {
    const { queue, drafts, queued } = openQueueRig({ lookUp: () => refusal(404, 'structure-unknown') })
    const id = await queued(known)
    await queue.send(id, 'token')
    expect((await drafts.open(id)).draft.queue?.failure).toEqual({ code: 'structure-unknown', problems: [{ pointer: '/structure/identifier', code: 'structure-unknown', params: {} }] })
  })

  it('is accepted as it is now: a new snapshot under a new key', async () => {
    const now = { ...DANONE, name: 'DANONE NOUVELLE', standing: 'registered' as const }
    const { queue, drafts, posts, queued } = openQueueRig({ lookUp: () => json(200, now) })
    const id = await queued(known)
    const before = (await drafts.open(id)).outgoing!.idempotencyKey
    await queue.send(id, 'token')
    expect(await queue.acceptStructure(id)).toMatchObject({ done: 1 })
    const { draft, outgoing } = await drafts.open(id)
    expect(draft.content.lookUp?.answer).toEqual(now)
    expect(outgoing?.structureThen).toEqual(now)
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'sent' })
    expect(keyOf(posts()[0])).not.toBe(before)
  })

  it('is written alike, or the directory is down: it is sent', async () => {
    const alike = openQueueRig({ lookUp: () => json(200, { ...DANONE, name: 'Danone', address: { ...DANONE.address, line1: '17, boulevard Haussmann' } }) })
    expect(await alike.queue.send(await alike.queued(known), 'token')).toEqual({ outcome: 'sent' })
    const down = openQueueRig({ lookUp: () => refusal(503, 'directory-unavailable') })
    expect(await down.queue.send(await down.queued(known), 'token')).toEqual({ outcome: 'sent' })
  })

  it('was never looked up: name and address are filled in, and it is sent', async () => {
    const { queue, drafts, posts, queued } = openQueueRig()
    const id = await queued()
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'sent' })
    expect(posts()).toHaveLength(1)
    expect((await drafts.open(id)).draft.content.lookUp).toEqual({ identifierType: 'SIRET', identifier: '55203253400646', answer: DANONE })
  })

  it('was typed by hand: it needs attention only where the directory says something else', async () => {
    const typed = completeContent()
    const withName = (name: string) => ({ ...typed, structure: { ...typed.structure, name } })
    const same = openQueueRig()
    expect(await same.queue.send(await same.queued(withName('danone')), 'token')).toEqual({ outcome: 'sent' })
    const other = openQueueRig()
    const id = await other.queued(withName('Evian'))
    expect(await other.queue.send(id, 'token')).toEqual({ outcome: 'needs-attention' })
    expect(await other.entryOf(id)).toMatchObject({ failure: 'structure-changed' })
  })

  it('cannot be asked for: nothing has left, so it can be taken back', async () => {
    const { queue, posts, queued, entryOf } = openQueueRig({ lookUp: cutOff })
    const id = await queued()
    expect(await queue.send(id, 'token')).toEqual({ outcome: 'waiting' })
    expect(posts()).toEqual([])
    expect(await entryOf(id)).toMatchObject({ state: 'queued', mayHaveArrived: false })
    expect(await queue.takeBack({ draftIds: [id] })).toMatchObject({ done: 1 })
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
