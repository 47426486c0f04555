import type { BulkSession, BulkWork } from '../storage/bulk'
import type { StockKind } from './stock-columns'
import { ESTABLISHMENT_TARGETS, UNIT_TARGETS } from './stock-fields'

/** How far a file has been read: it and the rows themselves are written in one transaction. */
export interface FilePosition {
  readonly fingerprint: string
  /** In the unpacked text, where a row begins. */
  readonly byte: number
  /** On which line that is, from 1 on. */
  readonly line: number
  readonly rows: number
  /** The newest day that a row names as its last change. */
  readonly asOf: string | undefined
  readonly isWhole: boolean
}

/** Where rows wait until both files are read. */
export const STAGING: Readonly<Record<StockKind, { readonly table: string; readonly columns: string; readonly targets: string }>> = {
  unit: { table: 'stock_import_units', columns: 'siren integer, name text, category smallint, diffusible boolean, ceased boolean', targets: UNIT_TARGETS },
  establishment: {
    table: 'stock_import_establishments',
    columns: 'siret bigint, brand text, line1 text, line2 text, line3 text, postal_code text, city text, diffusible boolean, closed boolean',
    targets: ESTABLISHMENT_TARGETS,
  },
}

const FILES = 'stock_import_files'
/** Counts up when what is written above changes: an import that another version began is not gone on with. */
const FORMAT = 1
/** Advisory locks take two numbers. */
const LOCK = [4010, 2026] as const

/** Takes the imports for this session. Otherwise whose they are just now. */
export async function lockImports(bulk: BulkSession): Promise<'locked' | { readonly holder: string }> {
  const [answer] = await bulk.run<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [...LOCK])
  if (answer?.taken) return 'locked'
  const [holder] = await bulk.run<{ name: string; since: string }>(
    `select a.application_name as name, to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') as since from pg_stat_activity a join pg_locks l using (pid)
      where l.locktype = 'advisory' and l.classid = $1 and l.objid = $2 and l.objsubid = 2 and l.granted and l.database = (select oid from pg_database where datname = current_database())`,
    [...LOCK],
  )
  return { holder: holder ? `${holder.name}, since ${holder.since}` : 'a process that has just ended' }
}

/** Where the file stands that an earlier import began and did not finish; undefined when that was another one, or there was none. */
export async function findPosition(bulk: BulkSession, kind: StockKind, fingerprint: string): Promise<FilePosition | undefined> {
  await bulk.run(`create ${bulk.table} if not exists ${FILES} (kind text primary key, fingerprint text not null, byte bigint not null, line bigint not null, rows bigint not null, as_of text, whole boolean not null)`)
  const [row] = await bulk.run<{ byte: string; line: string; rows: string; as_of: string | null; whole: boolean }>(
    `select byte, line, rows, as_of, whole from ${FILES} where kind = $1 and fingerprint = $2`,
    [kind, `${FORMAT}:${fingerprint}`],
  )
  return row && { fingerprint, byte: Number(row.byte), line: Number(row.line), rows: Number(row.rows), asOf: row.as_of ?? undefined, isWhole: row.whole }
}

/** Forgets what was read of another file of that kind, and begins this one. */
export async function beginFile(bulk: BulkSession, kind: StockKind, position: FilePosition): Promise<void> {
  const { table, columns } = STAGING[kind]
  await bulk.transaction(async (tx) => {
    await tx.run(`drop table if exists ${table}; create ${bulk.table} ${table} (${columns}) with (autovacuum_enabled = off); delete from ${FILES} where kind = '${kind}'`)
    await tx.run(`insert into ${FILES} (kind, fingerprint, byte, line, rows, as_of, whole) values ($1, $2, $3, $4, $5, $6, $7)`, valuesOf(kind, position))
  })
}

/** Rows, and how far the file is read with them. */
export async function addRows(bulk: BulkSession, kind: StockKind, parts: readonly Buffer<ArrayBuffer>[], position: FilePosition): Promise<void> {
  const { table, targets } = STAGING[kind]
  await bulk.transaction(async (tx) => {
    if (parts.length > 0) await tx.copy(`${table} (${targets})`, parts)
    await tx.run(`update ${FILES} set fingerprint = $2, byte = $3, line = $4, rows = $5, as_of = $6, whole = $7 where kind = $1`, valuesOf(kind, position))
  })
}

/** What an import leaves behind is nothing. */
export async function dropStaging(tx: BulkWork): Promise<void> {
  await tx.run(`drop table if exists ${FILES}, ${STAGING.unit.table}, ${STAGING.establishment.table}`)
}

function valuesOf(kind: StockKind, { fingerprint, byte, line, rows, asOf, isWhole }: FilePosition): unknown[] {
  return [kind, `${FORMAT}:${fingerprint}`, byte, line, rows, asOf ?? null, isWhole]
}
