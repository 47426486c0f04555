const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i

/** The credential in an `Authorization` header (RFC 6750, 2.1). */
export function bearerIn(authorization: string | undefined): string | undefined {
  return BEARER.exec(authorization ?? '')?.[1]
}
