import { describe, expect, it } from 'vitest'
import { quiet } from '../../../support/main/movable-timers'
import { ACCEPTED, cutOff, keyOf, openQueueRig, refusal, tokenOf } from '../../../support/main/queue-rig'
import { json } from '../../../support/main/scripted-fetch'
import { completeContent, NEW_STRUCTURES } from '../../../support/main/stored-draft'

const OTHER = completeContent('other@example.org', NEW_STRUCTURES.decathlon)

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
