import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'

/** The header's UUID in lower case, bare or in quotes. Throws `idempotency-key-missing` and `-malformed`. */
export function readIdempotencyKey(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || header.trim() === '') throw new AppError('idempotency-key-missing', 'No Idempotency-Key')
  const bare = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim()
  const key = z.guid().safeParse(bare)
  if (!key.success) throw new AppError('idempotency-key-malformed', 'Idempotency-Key is not a UUID')
  return key.data.toLowerCase()
}
