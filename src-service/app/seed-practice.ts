import { randomUUID } from 'node:crypto'
import type { Directory } from '../directory/directory'
import { insertEstablishment } from '../directory/standing-repository'
import { accounts, attachments } from '../storage/account-tables'
import type { Clock } from '../storage/clock'
import type { Db } from '../storage/database'

/** Hashes of the passwords that service.md publishes for practice: computed once, because hashing would slow every first start. */
const MANAGER_HASH = '$argon2id$v=19$m=19456,t=2,p=1$pScF9mC2aQfPeqm6qUUPKw$81cFu48km8o3ZfC7jm1wrDlB/4oT72T923/FMt04+zE'
const AGENT_HASH = '$argon2id$v=19$m=19456,t=2,p=1$azrHxGNtJbEAv96erTUvkA$lJrptuyGCzrgLQTeQRRsqpotpUAE3Apue9IZXAyWDzA'

const WITH_MANAGER = '54205118000066'
const WITHOUT_MANAGER = '31723624800017'

/** The structures and people that the practice environment starts with. In any other environment there is nobody. */
export async function seedPractice(db: Db, clock: Clock, directory: Directory): Promise<void> {
  await db.transaction(async (tx) => {
    const managedId = await seedStructure(tx, clock, directory, WITH_MANAGER)
    await seedStructure(tx, clock, directory, WITHOUT_MANAGER)
    const managerId = await seedAccount(tx, clock, { email: 'manager@practice.example', lastName: 'Manager', role: 'account', passwordHash: MANAGER_HASH })
    await seedAccount(tx, clock, { email: 'agent@practice.example', lastName: 'Agent', role: 'agent', passwordHash: AGENT_HASH })
    if (managedId !== undefined && managerId !== undefined)
      await tx.insert(attachments).values({ accountId: managerId, structureId: managedId, role: 'manager', since: clock.now() })
  })
}

/** Undefined when it is there already. */
async function seedStructure(tx: Db, clock: Clock, directory: Directory, siret: string): Promise<string | undefined> {
  const found = await directory.find(siret)
  if (!found) throw new Error(`The sample directory has no ${siret}`)
  return insertEstablishment(tx, found, clock.now())
}

interface Seed {
  readonly email: string
  readonly lastName: string
  readonly role: 'account' | 'agent'
  readonly passwordHash: string
}

async function seedAccount(tx: Db, clock: Clock, { email, lastName, role, passwordHash }: Seed): Promise<string | undefined> {
  const now = clock.now()
  const [row] = await tx
    .insert(accounts)
    .values({
      id: randomUUID(), connectionEmail: email, emailKey: email, contactEmail: email, firstName: 'Practice', lastName,
      phone: null, locale: 'fr', role, passwordHash, passwordChangedAt: now, createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: accounts.id })
  return row?.id
}
