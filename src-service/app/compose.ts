import type { FastifyInstance, FastifyRequest } from 'fastify'
import { fileURLToPath } from 'node:url'
import { admitSignedIn, whoIsSignedIn } from '../account/admit-session'
import { FORGOTTEN_AFTER_MS } from '../account/growing-wait'
import { createPasswords } from '../account/passwords'
import { LONGEST_SESSION_MS } from '../account/session-limits'
import { endSessionsOf, forgetOldSessions } from '../account/session-repository'
import { activate, requireStrong, type ActivationRooms } from '../activation/activate'
import { attachAccount } from '../activation/attach-account'
import { findOwnerByToken } from '../activation/find-owner'
import { createLinks } from '../activation/links'
import { createTurns } from '../activation/turns'
import { askManager } from '../approval/ask-manager'
import { chaseDecisions } from '../approval/chase-decisions'
import { decideAttachment, decideStructure, type DecisionRooms, unlessDecided } from '../approval/decide'
import { countRequestsFor } from '../approval/manager-desk'
import { handToSupport } from '../approval/hand-to-support'
import { findManager } from '../approval/manager-repository'
import { createCharacterCaptchas } from '../captcha/character-captchas'
import type { Config } from '../config/config'
import { isLoopback } from '../config/loopback'
import type { Directory } from '../directory/directory'
import { createSampleDirectory } from '../directory/sample-directory'
import { createRateLimits, noRateLimits } from '../http/rate-limits'
import { createMailDispatcher, type MailDispatcher } from '../mail/mail-dispatcher'
import type { MailTransport } from '../mail/mail-transport'
import { createOutbox } from '../mail/outbox'
import { createPracticeTransport } from '../mail/practice-transport'
import { senderDomain } from '../mail/sender-domain'
import { createSmtpTransport } from '../mail/smtp-transport'
import { requestsOf } from '../registration/ask-for-structure'
import { sendAgain } from '../registration/change-registration'
import { forgetPerson } from '../registration/forget-person'
import { sendResetOf } from '../registration/send-reset'
import { storiesOfPerson } from '../support/registration-desk'
import { type AuditLog, createAuditLog } from '../storage/audit-log'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { createSeal } from '../storage/seal'
import { createKeyedHash } from '../storage/secrets'
import type { ServiceRooms } from './build-service'
import { createEvenOut } from './even-out'
import type { Log } from './log'
import { isDatabaseWell, isOutboxWell } from './part-health'
import { createSweep, type Sweep } from './sweep'

export interface Surroundings {
  readonly config: Config
  readonly version: string
  readonly db: Db
  readonly secretKey: Buffer
  readonly clock: Clock
  readonly log: Log
  /** The address in links; known once the service listens. */
  readonly publicUrl: () => string
  /** How long answers that must not tell anything take at least. */
  readonly evenOutMs: number
  /** Instead of the configured ones. */
  readonly directory?: Directory
  readonly transport?: MailTransport
  readonly wait?: (ms: number, cutOff: AbortSignal) => Promise<void>
}

export interface Composition {
  readonly rooms: ServiceRooms
  readonly dispatcher: MailDispatcher
  readonly decisions: DecisionRooms
  readonly audit: AuditLog
  readonly sweep: Sweep
}

/** Built into `out/service`, and in `src-service/app`: two folders below the root either way. */
const RESOURCES_FOLDER = fileURLToPath(new URL('../../resources', import.meta.url))

const HASHING_MEMORY_MIB = 128
const HASHES_WAITING = 24

/** Wires the rooms: the only place where one is handed what another makes. */
export function compose(surroundings: Surroundings): Composition {
  const { config, version, db, secretKey, clock, log, publicUrl, evenOutMs, directory = createSampleDirectory() } = surroundings
  const { activationMinutes, environment } = config
  const strictness = environment === 'qualification' ? 'qualification' : 'production'
  const from = config.mail.kind === 'smtp' ? (config.mail.from ?? `Parvis <noreply@${hostOf(config.publicUrl)}>`) : 'Parvis <noreply@practice.example>'

  const limits = config.rateLimits ? createRateLimits(db, clock) : noRateLimits
  const outbox = createOutbox({ clock, secretKey, environment, messageIdDomain: senderDomain(from) })
  const codeHash = createKeyedHash(secretKey, 'activation code')
  const links = createLinks({ clock, outbox, codeHash, publicUrl, activationMinutes })
  const transport = surroundings.transport ?? (config.mail.kind === 'smtp' ? createSmtpTransport({ smtpUrl: config.mail.url, from }) : createPracticeTransport(db, clock))
  const dispatcher = createMailDispatcher({
    db,
    clock,
    outbox,
    transport,
    isAlone: true,
    ...(surroundings.wait && { wait: surroundings.wait }),
    onAccepted: (tx, { id }, acceptedAt) => links.startLife(tx, id, acceptedAt),
    report: ({ what, mailId, note, cause }) => log({ what, mailId, note, cause }),
  })
  const wakeDispatcher = (): void => dispatcher.wake()
  const captchas = createCharacterCaptchas({
    db,
    clock,
    secretKey,
    resourcesFolder: RESOURCES_FOLDER,
    ...(config.captcha.kind === 'fixed' && { fixedAnswer: config.captcha.answer }),
  })

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
    links,
    outbox,
    askManager: announceRooms.askManager,
    hashPassword: passwords.hash,
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

  const attach: DecisionRooms['attach'] = (tx, registration) => attachAccount(tx, announceRooms, registration)
  const decisions: DecisionRooms = { db, clock, outbox, activationMinutes, sendActivation: links.sendActivation, attach, wakeDispatcher }

  const forAccounts = {
    admitAccounts: (app: FastifyInstance) => admitSignedIn(app, { db, clock }, ['account']),
    accountOf: (request: FastifyRequest) => whoIsSignedIn(request).accountId,
  }
  const audit = createAuditLog(db, clock, secretKey)
  const hasManager = async (tx: Db, structureId: string): Promise<boolean> => (await findManager(tx, structureId)) !== undefined
  const registrations: ServiceRooms['registrations'] = {
    ...announceRooms,
    db,
    directory,
    strictness,
    captchas,
    answerSeal: createSeal(secretKey, 'idempotent answers'),
    hasManager,
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
    sweep: createSweep({ ...announceRooms, db, chaseDecisions: () => chaseDecisions({ db, clock, outbox, wakeDispatcher }), directory, captchas, limits, log, forgetSessions, attach, startLife: links.startLife, wakeDispatcher }),
    rooms: {
      log,
      limits,
      health: {
        version,
        environment,
        phoneRequired: config.phoneRequired,
        mailFrom: config.mail.kind === 'smtp' ? config.mail.from : undefined,
        parts: { database: () => isDatabaseWell(db), outbox: () => isOutboxWell(db, clock), directory: () => directory.isWell() },
      },
      captchas: { captchas },
      structures: { db, directory, strictness },
      registrations,
      activations: { ...activationRooms, limitProof },
      activationPage: { ...activationRooms, limitProof, environment },
      accounts: {
        ...resetRooms,
        limitEmail: (emailKey) => limits.take('resets-of-email', emailKey),
        limitProof,
        setPasswordByLink: (token, password) => activate(activationRooms, { token }, password),
        evenOut,
      },
      sessions: {
        db, clock, outbox, passwords, requireStrong, evenOut, wakeDispatcher,
        endLinks: links.endOfAccount,
        countRequests: countRequestsFor,
        requestedStructures: requestsOf,
        registrationsOf: (own, emailKey) => storiesOfPerson(own, clock.now(), emailKey),
        forgetPerson: (tx, emailKey) => forgetPerson(tx, outbox, emailKey),
        handToSupport: (tx, structureIds) => handToSupport(tx, clock, structureIds),
        limitSignIns: (emailKey) => limits.take('sign-ins-of-email', emailKey),
        limitPasswords: (accountId) => limits.take('sign-ins-of-email', accountId),
      },
      furtherStructures: { ...registrations, attach, ...forAccounts, limitRequests: (accountId) => limits.take('structures-of-account', accountId) },
      approvals: { ...decisions, ...forAccounts },
      support: {
        db, clock, directory, audit,
        decideStructure: (id, decision, alongside) => unlessDecided(decideStructure(decisions, id, decision, alongside)),
        decideAttachment: (id, decision, alongside) => unlessDecided(decideAttachment(decisions, id, decision, alongside)),
        sendAgain: (id) => sendAgain(registrations, id),
        admitAgents: (app) => admitSignedIn(app, { db, clock }, ['agent']),
        agentOf: (request) => whoIsSignedIn(request).accountId,
      },
      practiceMailbox:
        environment === 'practice' && config.mail.kind === 'practice-mailbox' && isLoopback(config.host)
          ? { db, practiceSecret: config.practiceSecret }
          : undefined,
    },
  }
}

function hostOf(publicUrl: string | undefined): string {
  return publicUrl === undefined ? 'parvis.invalid' : new URL(publicUrl).hostname
}
