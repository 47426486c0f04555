export interface BulkWork {
  /** One statement, or several without values. */
  run<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]>
  /** Lines as the text form of COPY has them, in parts, into `target`: a table and its columns. */
  copy(target: string, parts: readonly Buffer<ArrayBuffer>[]): Promise<void>
}

/** A connection of its own for work on millions of rows: it may take hours, and holds no request up. */
export interface BulkSession extends BulkWork {
  /** Tables of a piece of work that survive the end of this process, though not the loss of the database server, cost half as much. */
  readonly table: 'table' | 'unlogged table'
  transaction<T>(work: (tx: BulkWork) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens such a connection. */
export type OpenBulk = () => Promise<BulkSession>
