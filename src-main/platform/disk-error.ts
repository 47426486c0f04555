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

/** The machine has run short of something for a moment: that says nothing of the one file that was asked for. */
export function isShortage(thrown: unknown): boolean {
  const code = codeOf(thrown instanceof AppError ? thrown.cause : thrown)
  return code === 'EMFILE' || code === 'ENFILE' || code === 'ENOMEM' || code === 'EAGAIN'
}

export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}
