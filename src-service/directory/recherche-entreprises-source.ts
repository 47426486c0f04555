import type { Clock } from '../storage/clock'
import { askJson } from './ask-json'
import type { QuotaTerms } from './quota'
import { readRechercheEntreprisesAnswer } from './recherche-entreprises-answer'
import { type Source, SourceUnavailable } from './source'

interface RechercheEntreprisesOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** Who asks: the interface has no key, and its operators want to know. */
  readonly userAgent: string
  readonly timeoutMs: number
  readonly clock: Clock
}

/** 7 a second from one address. */
export const RECHERCHE_ENTREPRISES_QUOTA: QuotaTerms = { name: 'recherche-entreprises', perWindow: 7, windowMs: 1_000, slackMs: 500 }

/** https://recherche-entreprises.api.gouv.fr, open to everybody. Asked without what is not needed: it also knows who runs a company. */
export function createRechercheEntreprisesSource({ baseUrl, userAgent, timeoutMs, clock }: RechercheEntreprisesOptions): Source {
  return {
    async ask(siret) {
      const url = new URL(`${baseUrl}/search`)
      url.search = new URLSearchParams({ q: siret, minimal: 'true', include: 'siege,matching_etablissements' }).toString()
      const { status, body } = await askJson({ url, headers: { 'user-agent': userAgent }, timeoutMs, now: clock.now })
      const answer = status === 200 ? readRechercheEntreprisesAnswer(body, siret) : undefined
      if (answer === undefined) throw new SourceUnavailable('not-understood', status === 200 ? 'an answer of another shape' : `HTTP ${status}`)
      return answer === 'unknown' ? undefined : answer
    },
  }
}
