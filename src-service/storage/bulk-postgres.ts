import { hostname } from 'node:os'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BulkSession, BulkWork } from './bulk'

/** A connection beside the pool, without its limits. */
export async function openPostgresBulk(client: pg.Client): Promise<BulkSession> {
  // Between two statements nobody else listens; the next one fails.
  client.on('error', () => undefined)
  await client.connect()
  const work = workOn(client)
  await work.run(`set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set work_mem = '64MB'; set maintenance_work_mem = '256MB'`)
  await work.run(`select set_config('application_name', $1, false)`, [`parvis, process ${process.pid} on ${hostname()}`.slice(0, 63)])
  return {
    ...work,
    table: 'unlogged table',
    async transaction(within) {
      await client.query('begin')
      try {
        const result = await within(work)
        await client.query('commit')
        return result
      } catch (failure) {
        // A connection that is gone has rolled back.
        await client.query('rollback').catch(() => undefined)
        throw failure
      }
    },
    close: () => client.end(),
  }
}

function workOn(client: pg.Client): BulkWork {
  return {
    async run<Row>(statement: string, values?: readonly unknown[]) {
      const answer = values ? await client.query(statement, [...values]) : await client.query(statement)
      return (Array.isArray(answer) ? (answer.at(-1) as pg.QueryResult).rows : answer.rows) as Row[]
    },
    async copy(target, parts) {
      await pipeline(parts, client.query(copyFrom(`copy ${target} from stdin`)))
    },
  }
}
