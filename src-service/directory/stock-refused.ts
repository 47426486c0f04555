/** A file is not what it should be, or is damaged. The message names it, and the line where there is one; never what stands in it. */
export class StockFileRefused extends Error {
  override readonly name = 'StockFileRefused'

  constructor(file: string, reason: string, line?: number) {
    super(line === undefined ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`)
  }
}

/** Another import has the database. The message names it. */
export class StockImportRunning extends Error {
  override readonly name = 'StockImportRunning'
}
