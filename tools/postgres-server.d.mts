export function startPostgres(options?: { readonly isDurable?: boolean; readonly settings?: Readonly<Record<string, string | number>> }): Promise<{
  readonly url: string
  readonly urlOf: (database: string) => string
  readonly createDatabase: (name: string) => Promise<string>
  readonly data: string
  readonly stop: () => Promise<void>
}>
