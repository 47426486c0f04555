import { createHash } from 'node:crypto'
import { canonicalJson } from '@shared/registration/canonical-json'

/** SHA-256 of the content, the same in whatever order its fields stand. */
export function fingerprintOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
