import { bigserial, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { PostalAddress } from '@shared/http/structures'
import type { IdentifierType } from '@shared/identifiers/identifier-type'
import type { RegistrationState, TimelineEvent } from '@shared/registration/progress'
import { accounts } from './account-tables'
import { structures } from './structure-tables'

/**
 * Whose course a row follows. Only a `genuine` row can lead to an account; the others answer, wait, count down and
 * expire like one, so that nobody learns from them that an address has an account or is already registering.
 */
export const REGISTRATION_KINDS = ['genuine', 'account-exists', 'already-pending'] as const
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number]

/** Which way a registration takes (service.md, *States*). `unverified` waits for a directory that was down. */
export const BRANCHES = ['new-private', 'existing', 'new-public', 'unverified'] as const
export type Branch = (typeof BRANCHES)[number]

/** What the registration says about its structure beside its number; the directory's facts win over what was typed. */
export interface StatedStructure {
  readonly name?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly label?: string | undefined
  readonly address?: PostalAddress | undefined
  readonly diffusible: boolean
}

/** States in which a registration may still become an account. */
export const OPEN_STATES = ['requested', 'awaiting-manager', 'awaiting-support', 'activation-sent'] as const satisfies readonly RegistrationState[]

/** Of an address that is registering: one row at most. As text, so that the index below serves whoever asks for it. */
export const UNDER_WAY = sql.raw(`kind = 'genuine' and account_id is null and state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})`)

export const registrations = pgTable(
  'registrations',
  {
    id: uuid('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    accessKeySha256: text('access_key_sha256').notNull().unique(),
    kind: text('kind', { enum: REGISTRATION_KINDS }).notNull(),
    /** Of an `already-pending` row: the genuine one of the same address. */
    mirrors: uuid('mirrors'),
    state: text('state').$type<RegistrationState>().notNull(),
    branch: text('branch', { enum: BRANCHES }).notNull(),
    locale: text('locale', { enum: ['fr', 'en'] }).notNull(),
    connectionEmail: text('connection_email').notNull(),
    /** The connection email as addresses are compared. */
    emailKey: text('email_key').notNull(),
    contactEmail: text('contact_email').notNull(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    phone: text('phone'),
    identifierType: text('identifier_type').$type<IdentifierType>().notNull(),
    /** Compact form; absent for a private individual or a structure being registered that gave none. */
    identifier: text('identifier'),
    sector: text('sector', { enum: ['private', 'public'] }).notNull(),
    stated: jsonb('stated').$type<StatedStructure>().notNull(),
    /** Whose account asks for one more structure: a yes attaches it, and there is no link. Absent where the account is still to come. */
    accountId: uuid('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
    /** The structure that it asks to be attached to, or that its activation created. */
    structureId: uuid('structure_id').references(() => structures.id),
    /** Accepted once, with the first structure: absent where an account asks for one more. */
    conditionsVersion: text('conditions_version'),
    conditionsAcceptedAt: timestamp('conditions_accepted_at', { withTimezone: true }),
    decisionReason: text('decision_reason'),
    /** How often the manager was reminded of it. */
    remindersSent: integer('reminders_sent').notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    /** When it came into its state. */
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    lastLinkAt: timestamp('last_link_at', { withTimezone: true }),
  },
  (table) => [
    index('registrations_email_key').on(table.emailKey),
    index('registrations_structure').on(table.identifierType, table.identifier),
    index('registrations_account').on(table.accountId).where(sql`account_id is not null`),
    /** The natural key behind *Exactly once*: one address is registering once, whatever keys its posts carried. */
    uniqueIndex('registrations_one_open_per_email')
      .on(table.emailKey)
      .where(UNDER_WAY),
    index('registrations_mirrors').on(table.mirrors).where(sql`mirrors is not null`),
  ],
)

export const registrationEvents = pgTable(
  'registration_events',
  {
    position: bigserial('position', { mode: 'number' }).primaryKey(),
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id, { onDelete: 'cascade' }),
    at: timestamp('at', { withTimezone: true }).notNull(),
    event: text('event').$type<TimelineEvent>().notNull(),
  },
  (table) => [index('registration_events_registration').on(table.registrationId)],
)

/** *Exactly once*: the key of a post, what it held (without the captcha token), and the sealed answer that it got. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    key: uuid('key').primaryKey(),
    fingerprint: text('fingerprint').notNull(),
    sealedAnswer: text('sealed_answer').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('idempotency_keys_created_at').on(table.createdAt)],
)
