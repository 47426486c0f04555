import { setTimeout as wait } from 'node:timers/promises'
import type { BulkSession } from '../storage/bulk'
import { STOCK_NAMES } from './stock-columns'
import { StockFileRefused } from './stock-refused'
import { dropStaging, STAGING } from './stock-staging'

const [CURRENT, NEXT, OLD] = ['stock_establishments', 'stock_next', 'stock_establishments_old']
const [UNITS, ESTABLISHMENTS] = [STAGING.unit.table, STAGING.establishment.table]
/** Whoever waits for a lock makes everybody wait who comes after: look-ups must not notice. */
const LOCK_TIMEOUT_MS = 200
const PAUSE_MS = 1_000
const [DUPLICATE, LOCK_NOT_AVAILABLE] = ['23505', '55P03']

/** Takes away what a switch-over has left behind that was cut off. */
export async function clearLeftovers(bulk: BulkSession): Promise<void> {
  await bulk.run(`drop table if exists ${OLD}, ${NEXT}; alter index if exists ${NEXT}_pkey rename to ${CURRENT}_pkey`)
}

/**
 * Writes each establishment with what its legal unit says into a new table beside the running one. Nothing is ever changed in it,
 * and an automatic vacuum would stand in the way of the next switch-over. Throws StockFileRefused for a number that is there twice.
 */
export async function joinStock(bulk: BulkSession): Promise<void> {
  await bulk.run(`analyze ${UNITS} (siren); analyze ${ESTABLISHMENTS} (siret)`)
  await bulk
    .transaction((tx) =>
      tx.run(`
        create table ${NEXT} (like ${CURRENT} including defaults) with (autovacuum_enabled = off);
        insert into ${NEXT} (siret, category, diffusible, closed, name, line1, line2, line3, postal_code, city)
          select e.siret, u.category, e.diffusible and coalesce(u.diffusible, true), e.closed or coalesce(u.ceased, false),
            coalesce(u.name, e.brand), e.line1, e.line2, e.line3, e.postal_code, e.city
          from ${ESTABLISHMENTS} e left join ${UNITS} u on u.siren = (e.siret / 100000)::integer;
        alter table ${NEXT} add constraint ${NEXT}_pkey primary key (siret);
      `),
    )
    .catch(async (failure: unknown) => {
      if (codeOf(failure) === DUPLICATE) throw await duplicateIn(bulk)
      throw failure
    })
  await bulk.run(`analyze ${NEXT} (siret)`)
}

interface Generation {
  readonly importedAt: Date
  readonly establishments: number
  readonly asOf: string | undefined
}

/**
 * Puts the new table in the place of the running one, in one transaction, and drops the old one afterwards. Gives way to look-ups
 * and backups that read the running one, and tries again; `sayThatItWaits` is told each time.
 */
export async function switchOver(bulk: BulkSession, { importedAt, establishments, asOf }: Generation, sayThatItWaits: () => void): Promise<void> {
  for (;;) {
    try {
      await bulk.transaction(async (tx) => {
        await tx.run(`set local lock_timeout = ${LOCK_TIMEOUT_MS}; lock table ${CURRENT} in access exclusive mode`)
        await tx.run(`alter table ${CURRENT} rename to ${OLD}; alter table ${NEXT} rename to ${CURRENT}`)
        await tx.run('insert into stock_generations (imported_at, establishments, as_of) values ($1, $2, $3)', [importedAt.toISOString(), establishments, asOf ?? null])
        await dropStaging(tx)
      })
      break
    } catch (failure) {
      if (codeOf(failure) !== LOCK_NOT_AVAILABLE) throw failure
      sayThatItWaits()
      await wait(PAUSE_MS)
    }
  }
  await clearLeftovers(bulk)
}

async function duplicateIn(bulk: BulkSession): Promise<StockFileRefused> {
  for (const [kind, column, table] of [['unit', 'siren', UNITS], ['establishment', 'siret', ESTABLISHMENTS]] as const) {
    const [row] = await bulk.run<{ number: string }>(`select ${column}::text as number from ${table} group by ${column} having count(*) > 1 limit 1`)
    if (!row) continue
    await dropStaging(bulk)
    return new StockFileRefused(STOCK_NAMES[kind], `the number ${row.number.padStart(kind === 'unit' ? 9 : 14, '0')} is there twice.`)
  }
  return new StockFileRefused(STOCK_NAMES.establishment, 'a number is there twice.')
}

function codeOf(failure: unknown): unknown {
  return (failure as { code?: unknown } | undefined)?.code
}
