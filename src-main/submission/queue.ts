import type { OutputOf } from '@shared/ipc/contract'
import type { Outcome, QueueDescription } from '@shared/ipc/queue'
import type { DraftId } from '@shared/registration/draft'
import type { Selection } from '@shared/registration/registration-list'
import type { DraftFile } from '../drafts/draft-file'
import type { Drafts } from '../drafts/drafts'
import { forEachDraft } from '../drafts/outcomes'
import { toRow } from '../drafts/registration-rows'
import type { Randomness } from '../platform/randomness'
import { systemTimers, type Timers } from '../platform/timers'
import { createAttempt } from './attempt'
import { describeQueue } from './describe-queue'
import type { HeardFormRules } from './form-rules'
import type { Network } from './network'
import { keepCaptcha, putInQueue, takeBack } from './queue-file'
import { createQueueRows } from './queue-rows'
import { createQueueRunner, type QueueRunner } from './queue-runner'
import { createRests } from './rests'
import type { ServiceClient } from './service-client'
import { createStructureCheck } from './structure-check'
import { acceptStructure } from './accept-structure'
import { createTeller } from './teller'

/** The registrations that wait to be sent. Everything that it knows lies in their files; a start of Parvis goes on where the last one ended. */
export interface Queue {
  readonly describe: () => Promise<QueueDescription>
  /** Resolves when snapshot and key of each are on the disk for good. */
  readonly add: (selection: Selection) => Promise<Outcome>
  readonly takeBack: (selection: Selection) => Promise<Outcome>
  /** Sends one with the captcha that a person has just copied for it. Throws `captcha-token-invalid` where that one is over. */
  readonly send: (draftId: DraftId, captchaToken: string) => Promise<OutputOf<'queue:send'>>
  readonly pause: (isPaused: boolean) => Promise<QueueDescription>
  readonly acceptStructure: (draftId: DraftId) => Promise<Outcome>
  /** For the wizard's own sending. */
  readonly runner: Pick<QueueRunner, 'attempt' | 'hold'>
  /** Goes on with what an earlier run left behind. Also after sleep, or when the drafts have become readable. */
  readonly wake: () => void
  /** The computer is about to sleep: nothing is begun any more. */
  readonly sleep: () => void
  readonly stop: () => void
}

export interface QueueRooms {
  readonly drafts: Pick<Drafts, 'open' | 'change' | 'idsOf' | 'indexed' | 'oldestByState' | 'onChange'>
  readonly service: Pick<ServiceClient, 'ask' | 'lookUpStructure'>
  readonly rules: HeardFormRules
  readonly network: Network
  readonly randomness: Pick<Randomness, 'uuid' | 'fraction'>
  readonly now: () => Date
  readonly timers?: Timers
  readonly tell: (description: QueueDescription) => void
}

const LOOK_AGAIN_MS = 1000

export function createQueue({ drafts, service, rules, network, randomness, now, timers = systemTimers, tell }: QueueRooms): Queue {
  const newKey = randomness.uuid
  const rests = createRests({ timers, randomness, now })
  const rows = createQueueRows(drafts)
  const checkStructure = createStructureCheck({ drafts, service, rules, newKey })
  const send = createAttempt({ drafts, service, checkStructure, rests, now })
  const teller = createTeller(describe, tell)
  const runner = createQueueRunner({ rows, rests, send, network, timers, changed: teller.wanted })
  const forgetDrafts = drafts.onChange(notice)
  let callOffLook: (() => void) | undefined
  let lastQueuedMs = 0

  /** Somebody else may have brought it in or out of the queue; but most changes are a person's typing, which waits for nothing here. */
  function notice(id: DraftId): void {
    if (rows.has(id)) return teller.wanted()
    callOffLook ??= timers.after(LOOK_AGAIN_MS, () => {
      callOffLook = undefined
      teller.wanted()
    })
  }

  async function describe(): Promise<QueueDescription> {
    return describeQueue({ rows: await rows.read(), runner: runner.state(), network, rests, now: now() })
  }

  /** Later than the one before, so that the order of queueing is the order of sending. */
  function nextPlace(): string {
    lastQueuedMs = Math.max(now().getTime(), lastQueuedMs + 1)
    return new Date(lastQueuedMs).toISOString()
  }

  /** `alteration` is asked for in the order of the ids, whatever is written first. */
  async function each(ids: readonly DraftId[], alteration: () => (file: DraftFile) => DraftFile): Promise<Outcome> {
    const outcome = await forEachDraft(ids, (id) => drafts.change(id, alteration()), nameOf)
    teller.wanted()
    runner.wake()
    return outcome
  }

  async function nameOf(id: DraftId): Promise<string> {
    return drafts.open(id).then(({ draft }) => toRow(draft).personName, () => '')
  }

  return {
    describe,
    runner,

    async add(selection) {
      return each(await drafts.idsOf(selection), () => {
        const place = nextPlace()
        return (file) => putInQueue(file, place, { rules: rules.heard(), newKey })
      })
    },

    async takeBack(selection) {
      return each(await drafts.idsOf(selection), () => takeBack)
    },

    async send(draftId, captchaToken) {
      if (runner.state().isPaused || rests.isAskedToWait(draftId)) {
        const nextAttemptAt = rests.endOf(draftId)
        await drafts.change(draftId, (file) => keepCaptcha(file, { nextAttemptAt, captchaToken }))
        runner.wake()
        return { outcome: 'waiting' }
      }
      const outcome = await runner.hold(draftId, () => runner.attempt(draftId, { captchaToken, looksFirst: true }))
      // It waits for a person, not by itself.
      if (outcome.kind === 'captcha-wanted') throw outcome.failure
      return { outcome: outcome.kind === 'sent' || outcome.kind === 'needs-attention' ? outcome.kind : 'waiting' }
    },

    async pause(isPaused) {
      runner.pause(isPaused)
      return describe()
    },

    async acceptStructure(draftId) {
      return each([draftId], () => (file) => acceptStructure(file, nextPlace(), { rules: rules.heard(), newKey }))
    },

    wake() {
      runner.wake(true)
    },
    sleep: runner.sleep,
    stop() {
      runner.stop()
      teller.stop()
      callOffLook?.()
      forgetDrafts()
      rows.stop()
    },
  }
}
