export function killUnderLoad(options: {
  readonly databaseUrl: string
  readonly kills: number
  readonly entry?: string
  readonly hurry?: boolean
  readonly longestLifeMs?: number
}): Promise<Readonly<Record<'acknowledged' | 'lost' | 'withoutMail' | 'mails' | 'twice' | 'unsent' | 'again', number>>>
