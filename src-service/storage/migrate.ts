/// <reference types="vite/types/importMeta.d.ts" />
import { sql } from 'drizzle-orm'
import type { Db } from './database'
import journal from './migrations/meta/_journal.json'
import { sha256 } from './secrets'

interface Migration {
  readonly tag: string
  readonly text: string
}

const TEXTS = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })
const STATEMENT_BREAK = '--> statement-breakpoint'
const LOCK = 4_010_2026

export const MIGRATIONS: readonly Migration[] = journal.entries.map(({ tag }) => {
  const text = TEXTS[`./migrations/${tag}.sql`]
  if (text === undefined) throw new Error(`The migration ${tag} is in the journal and not in the folder`)
  return { tag, text }
})

/** The database was written by a newer Parvis, or its history is not ours: nothing was touched. */
export class ForeignSchema extends Error {
  override readonly name = 'ForeignSchema'
}

/**
 * Brings the database to this version's schema, in one transaction, and answers with the tags that were applied.
 * Several instances may call at once: one does it, the others wait.
 */
export async function migrate(db: Db, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  return db.transaction(async (tx) => {
    // Making a large table anew, or waiting for the instance that does, may take its time.
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`set local lock_timeout = 0`)
    await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    await tx.execute(sql`create table if not exists applied_migrations (tag text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const applied = await appliedMigrations(tx)
    refuseForeign(applied, migrations)
    const missing = migrations.filter(({ tag }) => !applied.has(tag))
    for (const { tag, text } of missing) {
      for (const statement of text.split(STATEMENT_BREAK)) await tx.execute(sql.raw(statement))
      await tx.execute(sql`insert into applied_migrations (tag, sha256) values (${tag}, ${sha256(text)})`)
    }
    return missing.map(({ tag }) => tag)
  })
}

async function appliedMigrations(tx: Db): Promise<Map<string, string>> {
  const answer = (await tx.execute(sql`select tag, sha256 from applied_migrations`)) as { rows: { tag: string; sha256: string }[] }
  return new Map(answer.rows.map((row) => [row.tag, row.sha256]))
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const ours = new Map(migrations.map(({ tag, text }) => [tag, sha256(text)]))
  for (const [tag, hash] of applied) {
    if (!ours.has(tag)) throw new ForeignSchema(`The database was written by a newer version (migration ${tag}); update this service`)
    if (ours.get(tag) !== hash) throw new ForeignSchema(`The database was migrated by another text of ${tag}`)
  }
}
