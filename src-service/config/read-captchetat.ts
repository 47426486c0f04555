import type { CaptchEtatConfig } from './config'
import { ConfigRefused } from './config-refused'
import { isLoopback } from './loopback'

/** Production of PISTE; its sandbox has the same paths below `sandbox-api.piste.gouv.fr` and `sandbox-oauth.piste.gouv.fr`. */
const BASE_URL = 'https://api.piste.gouv.fr/piste/captchetat/v2'
const TOKEN_URL = 'https://oauth.piste.gouv.fr/api/oauth/token'
const SCOPE = 'piste.captchetat'

/** Throws ConfigRefused for an id that is missing, and for an address to which the secret would travel in clear. */
export function readCaptchEtat(read: (name: string) => string | undefined): CaptchEtatConfig {
  return {
    clientId: required('CAPTCHETAT_CLIENT_ID', read),
    clientSecret: required('CAPTCHETAT_CLIENT_SECRET', read),
    tokenUrl: readAddress('CAPTCHETAT_TOKEN_URL', read('CAPTCHETAT_TOKEN_URL') ?? TOKEN_URL),
    baseUrl: readAddress('CAPTCHETAT_BASE_URL', read('CAPTCHETAT_BASE_URL') ?? BASE_URL),
    scope: read('CAPTCHETAT_SCOPE') ?? SCOPE,
  }
}

function required(name: string, read: (name: string) => string | undefined): string {
  const text = read(name)
  if (text === undefined) throw new ConfigRefused(name, 'Must be set when CAPTCHA is "captchetat": PISTE gives it to the application that is registered there.')
  return text
}

function readAddress(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (!url || !isSafe || url.search || url.hash || url.username || url.password)
    throw new ConfigRefused(name, 'Must be an https address without query, fragment or credentials; http only to this machine.')
  return url.href.replace(/\/+$/, '')
}
