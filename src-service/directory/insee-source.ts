import type { Clock } from '../storage/clock'
import { askJson } from './ask-json'
import { InseeRefusal, readInseeAnswer } from './insee-answer'
import type { QuotaTerms } from './quota'
import { answerOf } from './sirene-record'
import { type Source, SourceUnavailable } from './source'

interface InseeOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly apiKey: string
  readonly userAgent: string
  readonly timeoutMs: number
  readonly clock: Clock
}

/** The free plan: 30 a minute. */
export const INSEE_QUOTA: QuotaTerms = { name: 'insee', perWindow: 30, windowMs: 60_000, slackMs: 1_000 }

/** API Sirene 3.11 (https://portail-api.insee.fr). */
export function createInseeSource({ baseUrl, apiKey, userAgent, timeoutMs, clock }: InseeOptions): Source {
  return {
    async ask(siret) {
      const { status, body, location } = await askJson({
        url: new URL(`${baseUrl}/siret/${siret}`),
        headers: { 'x-insee-api-key-integration': apiKey, 'user-agent': userAgent },
        timeoutMs,
        now: clock.now,
      })
      if (status === 200) return readInseeAnswer(body, siret) ?? notUnderstood('an answer of another shape')
      // Registered twice: the number was closed, and the answer says which one to use instead.
      if (status === 301 && /\/sire[nt]\/\d/.test(location ?? '')) return answerOf({ ...nothingKnown(siret), closed: true })
      if (status === 401) throw new SourceUnavailable('not-admitted', 'HTTP 401')
      if (!isOfTheInterface(body, status)) return notUnderstood(`HTTP ${status}`)
      if (status === 404) return undefined
      return status === 403 ? answerOf(nothingKnown(siret)) : notUnderstood(`HTTP ${status}`)
    },
  }
}

/** It exists, and nothing of it is published. */
function nothingKnown(siret: string) {
  return { siret, category: undefined, name: undefined, address: undefined, diffusible: false, closed: false }
}

/** A wrong address or a gateway answers 403 and 404 as well: only the interface's own say something about the number. */
function isOfTheInterface(body: unknown, status: number): boolean {
  const read = InseeRefusal.safeParse(body)
  return read.success && read.data.header.statut === status
}

function notUnderstood(note: string): never {
  throw new SourceUnavailable('not-understood', note)
}
