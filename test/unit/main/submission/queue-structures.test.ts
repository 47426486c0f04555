import { describe, expect, it } from 'vitest'
import { ACCEPTED, cutOff, DANONE, keyOf, openQueueRig, refusal } from '../../../support/main/queue-rig'
import { json } from '../../../support/main/scripted-fetch'
import { completeContent, NEW_STRUCTURES } from '../../../support/main/stored-draft'

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

  it('is being registered from this machine: the next person of it is sent, too', async () => {
    let isBegun = false
    const { queue, posts, queued } = openQueueRig({
      lookUp: () => json(200, { ...DANONE, standing: isBegun ? 'pending' : 'not-registered' }),
      answer: () => {
        isBegun = true
        return json(202, ACCEPTED)
      },
    })
    const [first, second] = [await queued(known), await queued({ ...known, person: { ...known.person, connectionEmail: 'bob@example.org', contactEmail: 'bob@example.org' } })]
    expect(await queue.send(first, 'one')).toEqual({ outcome: 'sent' })
    expect(await queue.send(second, 'two')).toEqual({ outcome: 'sent' })
    expect(posts()).toHaveLength(2)
  })

  it.each([
    ['by somebody else', completeContent('bob@example.org', NEW_STRUCTURES.decathlon), {}],
    ['and has another name, too', { ...known, person: { ...known.person, connectionEmail: 'bob@example.org', contactEmail: 'bob@example.org' } }, { name: 'DANONE NOUVELLE' }],
  ])('is being registered %s: it needs attention', async (_case, sentBefore, change) => {
    let answer: object = DANONE
    const { queue, queued, entryOf } = openQueueRig({ lookUp: ({ path }) => json(200, path.includes('55203253400646') ? answer : { ...DANONE, name: 'DECATHLON' }) })
    const [first, second] = [await queued(sentBefore), await queued(known)]
    expect(await queue.send(first, 'one')).toEqual({ outcome: 'sent' })
    answer = { ...DANONE, standing: 'pending', ...change }
    expect(await queue.send(second, 'two')).toEqual({ outcome: 'needs-attention' })
    expect(await entryOf(second)).toMatchObject({ failure: 'structure-changed' })
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
