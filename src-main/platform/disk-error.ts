import { AppError } from '@shared/errors/app-error'

/** A failed disk, in the two ways that a person can do something about. */
export function toDiskError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const code = codeOf(thrown)
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  return new AppError(isFull ? 'disk-full' : 'disk-refused', `The disk refused (${code ?? 'no code'})`, { cause: thrown })
}

export function isAbsent(thrown: unknown): boolean {
  return codeOf(thrown) === 'ENOENT'
}

export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}
