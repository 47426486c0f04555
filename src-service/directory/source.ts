import { AppError } from '@shared/errors/app-error'
import type { Establishment } from './directory'

/** What a source of Sirene says about a number that it knows. */
export interface SourceAnswer {
  readonly establishment: Establishment
  /** Of somebody, not of a company: what names a person is kept no longer than it has to be. */
  readonly isPerson: boolean
}

/** One of the ways to Sirene. It asks once, for every call. */
export interface Source {
  /** Undefined: the number is unknown there. Throws SourceUnavailable, and nothing else, when it cannot say. */
  ask(siret: string): Promise<SourceAnswer | undefined>
}

/**
 * `no-answer`: no connection, no answer in time, or an error of theirs; `not-understood`: an answer of another shape;
 * `not-admitted`: they do not know our key; `too-many`: they say that we ask too often; `busy`: our own share is used up;
 * `resting`: nobody asks for a while, because of what happened before.
 */
export type Trouble = 'no-answer' | 'not-understood' | 'not-admitted' | 'too-many' | 'busy' | 'resting'

/** The note is for the operator's log: it holds codes of protocols, never what was sent or answered. */
export class SourceUnavailable extends AppError {
  constructor(
    readonly trouble: Trouble,
    readonly note: string,
    options: { readonly retryAfterSeconds?: number } = {},
  ) {
    super('directory-unavailable', `The source of the directory: ${trouble} (${note})`, options)
  }

  /** Whether something is wrong with the source, rather than with how much we asked of it. */
  get isFault(): boolean {
    return this.trouble === 'no-answer' || this.trouble === 'not-understood' || this.trouble === 'not-admitted'
  }
}

/** For `Retry-After`: whole seconds, at least one. */
export function secondsUntil(at: Date, now: Date): number {
  return Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000))
}
