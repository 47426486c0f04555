import type { IdentifierRefusal, RefusalParams } from './identifier-refusals'
import type { IdentifierType } from './identifier-type'

/** An identifier that is in order. */
export interface AcceptedIdentifier {
  readonly ok: true
  readonly type: IdentifierType
  /** The form that is stored, sent and compared. Empty only for a free text that was left empty. */
  readonly compact: string
  /** The form that people read; reading it again gives the same compact form. */
  readonly display: string
  /** SIRET only: its first nine digits, the company. */
  readonly siren?: string
  /** Where the structure is, as far as the identifier tells: ISO 3166-1 alpha-2. */
  readonly country?: string
}

export interface RefusedIdentifier {
  readonly ok: false
  readonly reason: IdentifierRefusal
  readonly params?: Readonly<Record<string, string | number>>
}

export type IdentifierReading = AcceptedIdentifier | RefusedIdentifier

/** A refusal with exactly the params that its sentence needs. */
export function refuse<R extends IdentifierRefusal>(
  ...[reason, params]: keyof RefusalParams<R> extends never ? [reason: R] : [reason: R, params: RefusalParams<R>]
): RefusedIdentifier {
  return params === undefined ? { ok: false, reason } : { ok: false, reason, params }
}
