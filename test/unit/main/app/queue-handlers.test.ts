import { describe, expect, it } from 'vitest'
import { createQueueHandlers } from '@main/app/queue-handlers'
import { QueueDescription } from '@shared/ipc/queue'
import { openQueueRig } from '../../../support/main/queue-rig'
import { completeContent } from '../../../support/main/stored-draft'

describe('the queue as the window asks for it', () => {
  it('goes from a draft to a receipt, and describes itself in words of the contract', async () => {
    const rig = openQueueRig()
    const handlers = createQueueHandlers(rig.queue)
    const { id } = await rig.drafts.create(completeContent())
    expect(await handlers['queue:add']({ draftIds: [id] })).toMatchObject({ done: 1 })
    expect(QueueDescription.parse(await handlers['queue:describe']({}))).toMatchObject({ waiting: 1, current: { draftId: id, phase: 'captcha-wanted' } })
    expect(await handlers['queue:pause']({ isPaused: true })).toMatchObject({ isPaused: true })
    expect(await handlers['queue:send']({ draftId: id, captchaToken: 'token' })).toEqual({ outcome: 'waiting' })
    await handlers['queue:pause']({ isPaused: false })
    expect(await handlers['queue:send']({ draftId: id, captchaToken: 'token' })).toEqual({ outcome: 'sent' })
    expect(await handlers['queue:describe']({})).toMatchObject({ waiting: 0, sent: 1, sentLately: [id] })
  })

  it('takes back, and says that nothing changed about a structure where nothing did', async () => {
    const rig = openQueueRig()
    const handlers = createQueueHandlers(rig.queue)
    const id = await rig.queued()
    expect(await handlers['queue:accept-structure']({ draftId: id })).toMatchObject({ done: 0, refused: [{ failure: { code: 'draft-queued' } }] })
    expect(await handlers['queue:take-back']({ draftIds: [id] })).toMatchObject({ done: 1 })
    expect((await rig.drafts.open(id)).draft.queue).toBeUndefined()
  })
})
