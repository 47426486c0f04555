import { AppError } from '@shared/errors/app-error'

/** A refusal whose status is not the one that its code has elsewhere. */
export class RefusedWithStatus extends AppError {
  constructor(
    readonly status: number,
    ...rest: ConstructorParameters<typeof AppError>
  ) {
    super(...rest)
  }
}

/** Who is asking: not known at all (401), or known and not allowed to see this (403). */
export function accessRefused(status: 401 | 403): RefusedWithStatus {
  return new RefusedWithStatus(status, 'access-denied', status === 401 ? 'No credential that is known' : 'A credential that opens something else')
}
