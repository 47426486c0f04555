import { FORGOTTEN_AFTER_MS } from '../account/growing-wait'
import { createPasswords } from '../account/passwords'
import { LONGEST_SESSION_MS } from '../account/session-limits'
import { endSessionsOf, forgetOldSessions } from '../account/session-repository'
import { activate, type ActivationRooms } from '../activation/activate'
import { attachAccount } from '../activation/attach-account'
import { findOwnerByToken } from '../activation/find-owner'
import { createTurns } from '../activation/turns'
import { askManager } from '../approval/ask-manager'
import { chaseDecisions } from '../approval/chase-decisions'
import type { DecisionRooms } from '../approval/decide'
import { findManager } from '../approval/manager-repository'
import { isLoopback } from '../config/loopback'
import { createRateLimits, noRateLimits } from '../http/rate-limits'
import type { MailDispatcher } from '../mail/mail-dispatcher'
import { type HashingLoad, noWatch } from '../metrics/watch'
import { sendResetOf } from '../registration/send-reset'
import { type AuditLog, createAuditLog } from '../storage/audit-log'
import type { Db } from '../storage/database'
import { createSeal } from '../storage/seal'
import type { ServiceRooms } from './build-service'
import { composeCaptchas } from './compose-captchas'
import { composeDesks } from './compose-desks'
import { composeDirectory } from './compose-directory'
import { composePost } from './compose-post'
import { createEvenOut } from './even-out'
import { isDatabaseWell, isOutboxWell } from './part-health'
import type { Surroundings } from './surroundings'
import { createSweep, type Sweep } from './sweep'
import { watchDirectory } from './watch-directory'

export interface Composition {
  readonly rooms: ServiceRooms
  readonly dispatcher: MailDispatcher
  readonly decisions: DecisionRooms
  readonly audit: AuditLog
  readonly sweep: Sweep
  readonly hashing: () => HashingLoad
}

const HASHING_MEMORY_MIB = 128
const HASHES_WAITING = 24

/** Wires the rooms: the only place where one is handed what another makes. */
export function compose(surroundings: Surroundings): Composition {
  const { config, version, db, secretKey, clock, log, evenOutMs, watch = noWatch } = surroundings
  const directory = watchDirectory(surroundings.directory ?? composeDirectory(surroundings), watch)
  const { activationMinutes, environment } = config
  const strictness = environment === 'qualification' ? 'qualification' : 'production'
  const post = composePost(surroundings)
  const { outbox, codeHash, links, dispatcher, wakeDispatcher } = post
  const limits = config.rateLimits ? createRateLimits(db, clock) : noRateLimits
  const captchas = composeCaptchas(surroundings)

  const announceRooms = { clock, outbox, activationMinutes, links, askManager: (tx: Db, row: Parameters<typeof askManager>[2]) => askManager(tx, { outbox }, row) }
  const forgetSessions = (): Promise<void> => {
    const now = clock.now().getTime()
    return forgetOldSessions(db, { begunBefore: new Date(now - LONGEST_SESSION_MS), failedBefore: new Date(now - FORGOTTEN_AFTER_MS) })
  }
  const evenOut = createEvenOut(evenOutMs)
  const limitProof = (whose: string): Promise<void> => limits.take('activations-of-proof', whose)
  const passwords = createPasswords({ memoryMib: HASHING_MEMORY_MIB, waiting: HASHES_WAITING })
  const activationRooms: ActivationRooms = {
    db,
    clock,
    codeHash,
    activationMinutes,
    outbox,
    askManager: announceRooms.askManager,
    hashPassword: passwords.hash,
    requireRoomToHash: passwords.requireRoom,
    endSessions: endSessionsOf,
    inTurn: createTurns(),
    wakeDispatcher,
  }
  const resetRooms = {
    db,
    clock,
    findOwnerByToken,
    sendAccountReset: links.sendAccountReset,
    sendRegistrationReset: sendResetOf({ ...announceRooms, sendReset: links.sendReset }),
    wakeDispatcher,
  }

  const decisions: DecisionRooms = {
    db,
    clock,
    outbox,
    activationMinutes,
    sendActivation: links.sendActivation,
    attach: (tx, registration) => attachAccount(tx, announceRooms, registration),
    wakeDispatcher,
  }
  const audit = createAuditLog(db, clock, secretKey)
  const registrations: ServiceRooms['registrations'] = {
    ...announceRooms,
    db,
    directory,
    strictness,
    captchas,
    answerSeal: createSeal(secretKey, 'idempotent answers'),
    hasManager: async (tx, structureId) => (await findManager(tx, structureId)) !== undefined,
    endLinks: links.endOfRegistration,
    limitEmail: (emailKey) => limits.take('registrations-of-email', emailKey),
    limitMails: (emailKey) => limits.take('resets-of-email', emailKey),
    limitCorrections: (id) => limits.take('corrections-of-registration', id),
    formRules: { strictness, phoneRequired: config.phoneRequired },
    evenOut,
    wakeDispatcher,
  }

  return {
    dispatcher,
    decisions,
    audit,
    hashing: passwords.load,
    sweep: createSweep({
      ...announceRooms, db, directory, captchas, limits, log, forgetSessions, wakeDispatcher,
      chaseDecisions: () => chaseDecisions({ db, clock, outbox, wakeDispatcher }),
      attach: decisions.attach,
      startLife: links.startLife,
      readBounces: post.readBounces,
    }),
    rooms: {
      log,
      watch,
      logRequests: config.logRequests,
      trustedProxies: config.trustedProxies,
      limits,
      health: {
        version,
        environment,
        phoneRequired: config.phoneRequired,
        mailFrom: config.mail.kind === 'smtp' ? config.mail.from : undefined,
        parts: { database: () => isDatabaseWell(db), outbox: () => isOutboxWell(db, clock), directory: () => directory.isWell(), captcha: () => captchas.isWell() },
      },
      captchas: { captchas },
      structures: { db, directory, strictness },
      registrations,
      activations: { ...activationRooms, limitProof },
      activationPage: { ...activationRooms, limitProof, environment },
      statusPage: { environment },
      accounts: {
        ...resetRooms,
        limitEmail: (emailKey) => limits.take('resets-of-email', emailKey),
        limitProof,
        setPasswordByLink: (token, password) => activate(activationRooms, { token }, password),
        evenOut,
      },
      ...composeDesks({ ...post, db, clock, directory, captchas, limits, evenOut, passwords, registrations, decisions, audit }),
      bounceHook: post.bounceHook,
      practiceMailbox:
        environment === 'practice' && config.mail.kind === 'practice-mailbox' && isLoopback(config.host)
          ? { db, practiceSecret: config.practiceSecret }
          : undefined,
    },
  }
}
