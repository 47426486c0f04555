import { z } from 'zod'
import { AppError } from '@shared/errors/app-error'

const Uuid = z.guid()

/** The header's UUID in lower case, bare or in quotes. Throws `idempotency-key-missing` and `-malformed`. */
export function readIdempotencyKey(header: string | string[] | undefined): string {
  if (typeof header !== 'string' || header.trim() === '') throw new AppError('idempotency-key-missing', 'No Idempotency-Key')
  const bare = /^"(.*)"$/.exec(header.trim())?.[1] ?? header.trim()
  const key = Uuid.safeParse(bare)
  if (!key.success) throw new AppError('idempotency-key-malformed', 'Idempotency-Key is not a UUID')
  return key.data.toLowerCase()
}
