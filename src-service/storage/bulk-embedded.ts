import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { BulkSession, BulkWork } from './bulk'

/** The embedded database ends with its process, so what is to survive that has to be in its log. */
export function openEmbeddedBulk(client: PGlite): BulkSession {
  return {
    ...workOn(client),
    table: 'table',
    transaction: (work) => client.transaction((tx) => work(workOn(tx))),
    close: async () => undefined,
  }
}

function workOn(client: Pick<PGlite | Transaction, 'query' | 'exec'>): BulkWork {
  return {
    async run<Row>(statement: string, values?: readonly unknown[]) {
      if (values) return (await client.query<Row>(statement, [...values])).rows
      return ((await client.exec(statement)).at(-1)?.rows ?? []) as Row[]
    },
    async copy(target, parts) {
      await client.query(`copy ${target} from '/dev/blob'`, [], { blob: new Blob([...parts]) })
    },
  }
}
