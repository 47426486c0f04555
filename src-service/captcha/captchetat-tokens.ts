import { z } from 'zod'
import type { Clock } from '../storage/clock'
import { CaptchEtatUnavailable, exchange, parseAnswer } from './captchetat-exchange'

export interface CaptchEtatCredentials {
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
}

/** Access tokens of PISTE, kept in memory only. */
export interface AccessTokens {
  /** One that is good for some time yet. Throws CaptchEtatUnavailable. */
  current(): Promise<string>
  /** It was refused: it is not handed out again. */
  discard(token: string): void
}

interface AccessToken {
  readonly text: string
  readonly renewAt: number
  readonly expiresAt: number
}

const RENEWED_BEFORE_MS = 60_000
const MOST_BYTES = 64 * 1024

const TokenAnswer = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{1,8192}$/), expires_in: z.coerce.number().int().positive() })

/** OAuth 2.0 client credentials (RFC 6749, 4.4): one renewal at a time, a minute before the end, whoever asks meanwhile waits for it. */
export function createAccessTokens(credentials: CaptchEtatCredentials, clock: Clock, timeoutMs: number): AccessTokens {
  let token: AccessToken | undefined
  let renewal: Promise<string> | undefined

  async function renew(): Promise<string> {
    try {
      token = await askForToken()
      return token.text
    } catch (failure) {
      // The last minute of a token is there for this.
      if (token && clock.now().getTime() < token.expiresAt) return token.text
      throw failure
    } finally {
      renewal = undefined
    }
  }

  async function askForToken(): Promise<AccessToken> {
    const { tokenUrl, clientId, clientSecret, scope } = credentials
    const askedAt = clock.now().getTime()
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope })
    const { status, bytes, retryAfterSeconds } = await exchange({
      stage: 'token', url: new URL(tokenUrl), init: { method: 'POST', body, headers: { accept: 'application/json' } }, timeoutMs, mostBytes: MOST_BYTES,
    })
    if (status !== 200) throw new CaptchEtatUnavailable(`token ${status}`, retryAfterSeconds)
    const answer = TokenAnswer.safeParse(parseAnswer('token', bytes))
    if (!answer.success) throw new CaptchEtatUnavailable('token not understood')
    const lifeMs = answer.data.expires_in * 1000
    return { text: answer.data.access_token, expiresAt: askedAt + lifeMs, renewAt: askedAt + lifeMs - Math.min(RENEWED_BEFORE_MS, lifeMs / 2) }
  }

  return {
    async current() {
      if (token && clock.now().getTime() < token.renewAt) return token.text
      renewal ??= renew()
      return renewal
    },

    discard(text) {
      if (token?.text === text) token = undefined
    },
  }
}
