import { describe, expect, it } from 'vitest'
import { followUp } from '@main/submission/follow-up'
import { FollowUpList } from '@shared/ipc/follow-up'
import { DraftId } from '@shared/registration/draft'
import type { RegistrationRow } from '@shared/ipc/answers'
import type { RowState } from '@shared/registration/registration-list'

function row(personName: string, state: RowState, day: number, minutesLeft?: number): RegistrationRow {
  const at = `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`
  return {
    draftId: DraftId.parse(`00000000-0000-4000-8000-${String(day).padStart(12, '0')}`), personName, state, connectionEmail: '', structureName: '', identifier: '', reference: 'PV-1', createdAt: at, updatedAt: at,
    ...(minutesLeft !== undefined && { minutesLeft }),
  }
}

const ROWS = [
  row('support', 'awaiting-support', 1), row('draft', 'ready', 2), row('queued', 'queued', 3), row('manager young', 'awaiting-manager', 9), row('manager old', 'awaiting-manager', 4),
  row('link of unknown end', 'activation-sent', 5), row('link of 42', 'activation-sent', 6, 42), row('link of 3', 'activation-sent', 7, 3), row('expired', 'activation-expired', 8), row('active', 'active', 10), row('on its way', 'requested', 11),
]
const names = (list: FollowUpList): readonly string[] => list.rows.map(({ personName }) => personName)

describe('the follow-up', () => {
  it('has what waits for somebody, links that end soon first, then the longest waiting; and nothing that was not sent', () => {
    const list = followUp(ROWS, { filter: 'waiting', count: 50 })
    expect(names(list)).toEqual(['link of 3', 'link of 42', 'link of unknown end', 'expired', 'manager old', 'manager young', 'support'])
    expect(list.counts).toEqual({ waiting: 7, applicant: 4, manager: 2, support: 1, nobody: 2 })
    expect(FollowUpList.safeParse(list).success).toBe(true)
  })

  it.each([['applicant', 'link of 3'], ['manager', 'manager old'], ['support', 'support'], ['nobody', 'on its way']] as const)('narrows to %s', (filter, first) => {
    const list = followUp(ROWS, { filter, count: 1 })
    expect(names(list)).toEqual([first])
    expect(list.found).toBe(list.counts[filter])
  })
})
