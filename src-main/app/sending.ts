import { setTimeout as pause } from 'node:timers/promises'
import { powerMonitor, session } from 'electron'
import type { RegistrationRow } from '@shared/ipc/answers'
import type { ServiceDescription } from '@shared/ipc/descriptions'
import type { Credentials } from '../credentials/credentials'
import type { Drafts } from '../drafts/drafts'
import type { TellWindow } from '../ipc/tell-window'
import { systemClock } from '../platform/clock'
import type { FileSystem } from '../platform/file-system'
import { systemRandomness } from '../platform/randomness'
import { systemTimers } from '../platform/timers'
import { createAccessKeys } from '../submission/access-keys'
import { describeService } from '../submission/describe-service'
import { createFollower, type Follower } from '../submission/follower'
import { createFormRules } from '../submission/form-rules'
import { createKeptConditions, type KeptConditions } from '../submission/kept-conditions'
import { createLinkTimes, type LinkWarning } from '../submission/link-times'
import { createQueue, type Queue } from '../submission/queue'
import { createSentRegistrations, type SentRegistrations } from '../submission/sent-registrations'
import type { ServiceAddress } from '../submission/service-address'
import { createServiceClient, type ServiceClient } from '../submission/service-client'
import { createServiceClock, type ServiceClock } from '../submission/service-clock'
import { watchService } from '../submission/service-watch'
import { createSubmission, type SubmitRegistration } from '../submission/submit-registration'

/** Everything that has to do with the registration service: the client, the queue, and the following of what was sent. */
export interface Sending {
  readonly service: ServiceClient
  readonly describe: () => Promise<ServiceDescription>
  readonly conditions: KeptConditions
  readonly queue: Queue
  readonly submit: SubmitRegistration
  readonly sent: SentRegistrations
  /** For whoever must not trust the clock of this machine. */
  readonly clockSkew: ServiceClock['clockSkew']
  /** The row with the minutes that its link is still good. */
  readonly withMinutes: (row: RegistrationRow) => RegistrationRow
  /** These have changed just now: they are asked for next. */
  readonly hurry: Follower['hurry']
  /** Goes on with what an earlier run left behind; also when the drafts have become readable. */
  readonly wake: () => void
  readonly stop: () => void
}

interface SendingRooms {
  readonly drafts: Drafts
  readonly credentials: Credentials
  readonly fileSystem: FileSystem
  readonly address: ServiceAddress
  /** Where its conditions are kept, and whose they are. */
  readonly conditionsOf: { readonly path: string; readonly serviceName: string }
  readonly tell: TellWindow
  readonly warn: (warnings: readonly LinkWarning[]) => void
}

export function openSending({ drafts, credentials, fileSystem, address, conditionsOf, tell, warn }: SendingRooms): Sending {
  const { now } = systemClock
  const timers = systemTimers
  const clock = createServiceClock({ now, timers })
  // A session of its own, in memory: no cookies, nothing in a cache on the disk, and none of the window's rules loosened for it.
  const serviceSession = session.fromPartition('service', { cache: false })
  const watch = watchService({
    fetch: (url, init) => serviceSession.fetch(url, init),
    async describe() {
      const description = await describeService(service)
      if (description.state === 'ready') void conditions.learn()
      return description
    },
    tell: (description) => {
      tell('service:changed', description)
    },
  })
  const service = createServiceClient({ fetch: watch.fetch, service: address, hearDate: clock.hear })
  const conditions = createKeptConditions({ ...conditionsOf, service, fileSystem })
  const rules = createFormRules(service)
  const queue = createQueue({
    drafts, service, rules, network: watch, randomness: systemRandomness, now, timers,
    tell: (description) => {
      tell('queue:changed', description)
    },
  })
  const submit = createSubmission({ drafts, runner: queue.runner, rules, newKey: systemRandomness.uuid, now, waitMs: (milliseconds) => pause(milliseconds) })
  const links = createLinkTimes({ timers, warn })
  const sent = createSentRegistrations({
    drafts, service, now,
    accessKeys: createAccessKeys({ drafts, credentials, now }),
    heard(draftId, followed) {
      const before = links.minutesLeft(draftId)
      links.note(draftId, followed)
      follower.heard(draftId, followed)
      if (links.minutesLeft(draftId) !== before) tell('registrations:changed', {})
    },
  })
  const follower = createFollower({ drafts, follow: sent.follow, network: watch, timers, randomness: systemRandomness })

  function wake(): void {
    queue.wake()
    follower.wake()
  }

  function suspend(): void {
    queue.sleep()
    follower.sleep()
    links.forget()
  }

  /** How long it slept nobody knows: what was counted is asked for anew. */
  function resume(): void {
    clock.forget()
    links.forget()
    void watch.look()
    wake()
  }

  powerMonitor.on('suspend', suspend)
  powerMonitor.on('resume', resume)

  return {
    service, conditions, queue, submit, sent, wake,
    describe: watch.describe,
    clockSkew: clock.clockSkew,
    hurry: follower.hurry,
    withMinutes(row) {
      const minutesLeft = row.state === 'activation-sent' ? links.minutesLeft(row.draftId) : undefined
      return minutesLeft === undefined ? row : { ...row, minutesLeft }
    },
    stop() {
      powerMonitor.off('suspend', suspend)
      powerMonitor.off('resume', resume)
      queue.stop()
      follower.stop()
      links.forget()
      watch.stop()
    },
  }
}
