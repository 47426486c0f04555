import { randomUUID } from 'node:crypto'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'
import { emailKeyOf, lockEmail } from '../storage/locks'
import { accounts } from '../storage/account-tables'
import { findAccountByEmail } from './account-repository'
import { NOBODYS_HASH } from './passwords'

export interface AddAgentRooms {
  readonly db: Db
  readonly clock: Clock
  readonly sendInvitation: (tx: Db, account: { readonly id: string; readonly connectionEmail: string; readonly locale: 'fr' | 'en' }) => Promise<void>
  /** Written in the same transaction. */
  readonly note: (tx: Db, accountId: string) => Promise<void>
}

/**
 * `invited`: a new agent has a link to choose a password by. `invited-again`: was one already. `has-account`: somebody with an
 * account of their own, which is never turned into an agent's: whoever sees other people's data signs in with another address.
 */
export type AddedAgent = 'invited' | 'invited-again' | 'has-account'

/** Nobody sets or sees the password of an agent but the agent. */
export async function addAgent({ db, clock, sendInvitation, note }: AddAgentRooms, email: string): Promise<AddedAgent> {
  const emailKey = emailKeyOf(email)
  return db.transaction(async (tx) => {
    await lockEmail(tx, emailKey)
    const known = await findAccountByEmail(tx, emailKey)
    if (known?.role === 'account') return 'has-account'
    const agent = known ?? (await insertAgent(tx, email, emailKey, clock.now()))
    await sendInvitation(tx, agent)
    await note(tx, agent.id)
    return known ? 'invited-again' : 'invited'
  })
}

async function insertAgent(tx: Db, connectionEmail: string, emailKey: string, now: Date) {
  const agent = { id: randomUUID(), connectionEmail, locale: 'fr' } as const
  await tx.insert(accounts).values({
    ...agent, emailKey, contactEmail: connectionEmail, firstName: 'Support', lastName: connectionEmail.split('@')[0] ?? '',
    phone: null, role: 'agent', passwordHash: NOBODYS_HASH, passwordChangedAt: now, createdAt: now,
  })
  return agent
}
