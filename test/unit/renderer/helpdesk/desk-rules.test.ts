import { describe, expect, it } from 'vitest'
import { nextAfter, stillChosen } from '@renderer/helpdesk/next-after'
import { sendingOf } from '@renderer/helpdesk/find/sending-of'
import { storyEntries } from '@renderer/helpdesk/find/story-entries'
import { compareWithRecord } from '@renderer/helpdesk/structures/compare-with-record'
import { withReadyReason } from '@renderer/helpdesk/structures/ready-reasons'
import { REGISTRATION_STATES } from '@shared/registration/progress'
import { storyOf, structureRequest } from '../../../e2e/helpdesk-samples'

const rows = (ids: string) => [...ids].map((id) => ({ id }))

describe('the one in view', () => {
  it.each([['abc', 'a', 'b'], ['abc', 'c', 'b'], ['a', 'a', undefined]])('of %s, after %s is settled, is %s', (ids, id, next) => {
    expect(nextAfter(rows(ids), id)).toBe(next)
  })

  it.each([
    ['', 'abc', undefined, 'a'], ['abc', 'xabc', 'b', 'b'], ['abc', 'ac', 'b', 'c'], ['abc', 'a', 'c', 'a'], ['abc', 'ab', 'c', 'b'], ['abc', 'xy', 'b', 'x'], ['abc', '', 'b', undefined],
  ])('when %j becomes %j while %s is in view, is %s', (before, now, id, chosen) => {
    expect(stillChosen(rows(before), rows(now), id)).toBe(chosen)
  })
})

describe('a request beside its record', () => {
  const record = structureRequest().directory
  if (record.is !== 'found') throw new Error('The sample has a record')
  const resultsOf = (structure: Partial<ReturnType<typeof structureRequest>['structure']>, change: Partial<typeof record> = {}) =>
    Object.fromEntries(compareWithRecord({ structure: { ...structureRequest().structure, ...structure } }, { ...record, ...change }).map(({ row, result }) => [row, result]))

  it('tells another name from the same one in other letters', () => {
    expect(resultsOf({ name: 'Mairie de Nantes' })['name']).toBe('different')
    expect(resultsOf({ name: 'Commune  de Nantes' })['name']).toBe('same')
    expect(resultsOf({ name: 'COMMUNE DE NANTES' }, { name: undefined })['name']).toBe('none')
  })

  it('compares the address where both say one', () => {
    expect(resultsOf({})['address']).toBe('different')
    expect(resultsOf({ address: record.address })['address']).toBe('same')
    expect(resultsOf({ address: undefined })['address']).toBe('none')
  })

  it('marks what is private or closed: support approves neither by a slip', () => {
    expect(resultsOf({})).toMatchObject({ identifier: 'same', sector: 'same', standing: 'same' })
    expect(resultsOf({}, { sector: 'private', closed: true })).toMatchObject({ sector: 'different', standing: 'different' })
  })
})

describe('a ready-made reason', () => {
  it.each([['', 'B'], ['  ', 'B'], ['A', 'B'], ['Mine.', 'Mine.\nB']])('put into %j gives %j', (written, reason) => {
    expect(withReadyReason(written, 'B', ['A', 'B'])).toBe(reason)
  })
})

describe('the story of a registration', () => {
  it('is told in the order of time, causes first', () => {
    const at = '2026-03-14T10:00:00.000Z'
    const entries = storyEntries({
      timeline: [{ at, event: 'approved' }, { at: '2026-03-14T12:00:00+03:00', event: 'requested' }],
      mails: [{ kind: 'activation', state: 'sent', queuedAt: at }], links: [{ createdAt: at, state: 'on-its-way' }],
    })
    expect(entries.map((entry) => (entry.is === 'event' ? entry.event : entry.is))).toEqual(['requested', 'approved', 'link', 'mail'])
  })

  it('leaves nothing out', () => {
    const story = storyOf()
    expect(storyEntries(story)).toHaveLength(story.timeline.length + story.mails.length + story.links.length)
  })

  it('offers a link where the service sends one', () => {
    expect(REGISTRATION_STATES.filter((state) => sendingOf(state) === 'possible')).toEqual(['activation-sent', 'activation-expired'])
    expect([sendingOf('awaiting-support'), sendingOf('requested'), sendingOf('withdrawn')]).toEqual(['decision', 'soon', 'over'])
  })
})
